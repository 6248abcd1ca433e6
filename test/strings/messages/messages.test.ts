import assert from "node:assert/strict";
import { test } from "node:test";
import { commandsEn } from "../../../scripts/strings/messages/commands.en.ts";
import { commandsSv } from "../../../scripts/strings/messages/commands.sv.ts";
import { speak, toMessage } from "../../../scripts/strings/messages/index.ts";
import { problemsEn } from "../../../scripts/strings/messages/problems.en.ts";
import { problemsSv } from "../../../scripts/strings/messages/problems.sv.ts";

const EN: Readonly<Record<string, string>> = { ...commandsEn, ...problemsEn };
const SV: Readonly<Record<string, string>> = { ...commandsSv, ...problemsSv };

/** Texts that are the same words in both languages. */
const SAME: readonly string[] = [];

const placeholders = (text = "") => (text.match(/\{\w+\}/g) ?? []).sort();

test("every Swedish text has the placeholders of the English one, and its own words", () => {
  assert.deepEqual(Object.keys(SV).sort(), Object.keys(EN).sort());
  for (const [key, text] of Object.entries(EN)) {
    assert.deepEqual(placeholders(SV[key]), placeholders(text), key);
    if (!SAME.includes(key)) assert.notEqual(SV[key], text, key);
  }
});

test("a message is worded last, with messages in its values", () => {
  const expected = toMessage("expected.orAbsent", {
    choice: toMessage("expected.choice", { others: "a, b", last: "c" }),
    ordinary: "d",
  });
  const message = toMessage("value-invalid", { key: "kind", found: '"{key}"', expected });
  assert.equal(speak("en").tell(message), 'kind is "{key}"; it must be a, b or c, or left out (d)');
  assert.equal(speak("sv").tell(message), 'kind är "{key}"; det ska vara a, b eller c, eller utelämnas (d)');
});

test("counts take the form of their language", () => {
  assert.deepEqual(
    [0, 1, 2].map((number) => speak("en").count("check.comments", number)),
    ["0 comments", "1 comment", "2 comments"],
  );
  assert.deepEqual(
    [0, 1, 2].map((number) => speak("sv").count("check.comments", number)),
    ["0 kommentarer", "1 kommentar", "2 kommentarer"],
  );
});
