import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Archive, Post, Problem } from "../../scripts/archive/model.ts";
import { createPlacer } from "../../scripts/archive/place-problem.ts";
import { compareProblems, readArchive } from "../../scripts/archive/read-archive.ts";
import { defaultSettings } from "../../scripts/archive/site-settings.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { validateImages } from "../../scripts/archive/validate-images.ts";
import { validateLinks } from "../../scripts/archive/validate-links.ts";
import { validateRedactions } from "../../scripts/archive/validate-redactions.ts";
import { validateTexts } from "../../scripts/archive/validate-texts.ts";
import { MESSAGE_LANGUAGES, speak } from "../../scripts/strings/messages/index.ts";
import { problemsEn } from "../../scripts/strings/messages/problems.en.ts";
import { PROJECT } from "../support/command-line.ts";

// Each folder is an archive in content/ and, in expected.txt and expected.sv.txt, what check says of it. UPDATE=1 rewrites these.
const FIXTURES = join(PROJECT, "test/fixtures/check");

async function check(folder: string): Promise<readonly Problem[]> {
  const { archive, problems } = await readArchive(folder);
  return [
    ...problems,
    ...validateArchive(archive),
    ...validateImages(folder, archive),
    ...validateLinks(folder, archive),
    ...validateTexts(folder, archive),
    ...validateRedactions(folder),
  ]
    .sort(compareProblems)
    .map(createPlacer(folder))
    .sort(compareProblems);
}

for (const name of readdirSync(FIXTURES).sort()) {
  test(`check: ${name}`, async () => {
    const problems = await check(join(FIXTURES, name, "content"));
    for (const language of MESSAGE_LANGUAGES) {
      const { tell } = speak(language);
      const found = problems
        .map(({ file, line, level, code, message }) => {
          return `${file}${line ? `:${line}` : ""}: ${level} ${code}: ${tell(message)}\n`;
        })
        .join("");
      const path = join(FIXTURES, name, language === "en" ? "expected.txt" : `expected.${language}.txt`);
      if (process.env.UPDATE === "1") writeFileSync(path, found);
      assert.ok(existsSync(path), `${path} is missing; write it with UPDATE=1 and read it`);
      assert.equal(found, readFileSync(path, "utf8"));
    }
    if (name !== "fine") assert.ok(problems.some(({ code }) => code === name));
  });
}

test("every kind of problem has its fixture", () => {
  // A checkout cannot hold these, or they are found by a build; validate-images.test.ts and others show them.
  const others =
    /^(?:name-twin|unreadable|symbolic-link|encoding-invalid|source-version|file-unused|text-too-long|image-(?:unreadable|extension|large)|old-address-.*)$/;
  const parts = /^(?:front-matter|yaml|expected|where|fix)\./;
  const codes = new Set(
    Object.keys(problemsEn)
      .filter((key) => !parts.test(key))
      .map((key) => key.replace(/\..*/, "")),
  );
  assert.deepEqual(
    [...codes].filter((code) => !others.test(code) && !existsSync(join(FIXTURES, code))),
    [],
  );
});

function makePost(id: string, more: Partial<Post> = {}): Post {
  const file = `posts/${id}/index.md`;
  return { type: "post", id, body: "", file, thread: [], translations: [], attachments: [], date: "2011", ...more };
}

// No fixture: a checkout on macOS or Windows could not hold it.
test("check: name-twin", () => {
  const archive: Archive = {
    posts: [
      makePost("2011/Talk", { attachments: ["a\u030a.png", "å.png"] }),
      makePost("2011/talk"),
      makePost("2011/å"),
      makePost("2011/a\u030a"),
    ],
    sources: [],
    people: [],
    settings: defaultSettings,
  };
  const twins = validateArchive(archive).filter(({ code }) => code === "name-twin");
  assert.deepEqual(
    twins.map(({ file, level }) => [file, level]),
    [
      ["posts/2011/Talk/å.png", "error"],
      ["posts/2011/a\u030a", "error"],
      ["posts/2011/talk", "error"],
    ],
  );
});

test("looks for e-mail addresses in linear time, and does not repeat them", () => {
  const body = `${"a".repeat(200_000)}@${"b.".repeat(100_000)} ${"@".repeat(100_000)} someone@mail.example`;
  const before = process.cpuUsage();
  const problems = validateArchive({
    posts: [makePost("2011/talk", { body })],
    sources: [],
    people: [],
    settings: defaultSettings,
  });
  assert.ok(process.cpuUsage(before).user < 1_000_000);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["mail-address"],
  );
  assert.doesNotMatch(JSON.stringify(problems), /someone/);
});
