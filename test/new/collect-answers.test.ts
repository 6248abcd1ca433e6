import assert from "node:assert/strict";
import { test } from "node:test";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { collectAnswers } from "../../scripts/new/collect-answers.ts";
import { NEW_KINDS } from "../../scripts/new/kinds.ts";
import { speak } from "../../scripts/strings/messages/index.ts";
import { makeArchive } from "../archive/temporary-archive.ts";

/** A person who gives these answers, in order, and hears what is asked. */
function makePerson(answers: readonly (string | undefined)[]) {
  const asked: string[] = [];
  const left = [...answers];
  return {
    asked,
    asker: {
      ask: async (question: string) => {
        asked.push(question);
        return left.shift();
      },
      close: () => {},
    },
  };
}

test("asks what flags do not say, in the person's language, and again where an answer cannot be", async (t) => {
  const { archive } = await readArchive(makeArchive(t));
  const { asker, asked } = makePerson(["Svensk", "sv", "", "förra året", "2011", "", "", ""]);
  const kind = NEW_KINDS.post;
  assert.ok(kind);
  const answers = await collectAnswers(kind, { archive, flags: { title: "T" }, speaker: speak("sv"), asker });
  assert.deepEqual(answers, { title: "T", language: "sv", date: "2011" });
  assert.deepEqual(
    asked.map((question) => question.split(/[ ,]/)[0]),
    ["Textens", "Textens", "Vem", "När", "När", "Ämnen", "Originalets", "Namn"],
  );
});

test("what is needed is asked until it is known, and input that ends leaves it missing", async (t) => {
  const { archive } = await readArchive(makeArchive(t, { "posts/2011/talk/index.md": '---\ntitle: "T"\n---\n' }));
  const kind = NEW_KINDS.translation;
  assert.ok(kind);
  const { asker, asked } = makePerson(["", "2011/tlak", "2011/talk", "sv", ""]);
  const answers = await collectAnswers(kind, { archive, flags: {}, speaker: speak("en"), asker });
  assert.deepEqual(answers, { post: "2011/talk", language: "sv" });
  assert.equal(asked.length, 5);
  const gone = makePerson([undefined]);
  await assert.rejects(collectAnswers(kind, { archive, flags: {}, speaker: speak("en"), asker: gone.asker }), {
    code: "usage",
    message: /--post is missing/,
  });
});
