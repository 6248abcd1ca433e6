// Proves that generated archives are the same each time, in normal form, and what their options say.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { parseFrontMatter } from "../../scripts/archive/front-matter.ts";
import {
  readCommentFields,
  readPostFields,
  serializeComment,
  serializePost,
} from "../../scripts/archive/record-fields.ts";
import { generateArchive } from "../../scripts/bench/generate-archive.ts";
import { inventRareWord } from "../../scripts/bench/invented-text.ts";
import { makeFolder } from "../support/scratch.ts";

/** Returns the text of every file of a folder by its path. */
function readTree(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

describe("a generated archive of 40 posts with 5 comments each", () => {
  let tree: Map<string, string>;
  let posts: [string, string][];
  let comments: [string, string][];

  before(async () => {
    const folder = makeFolder();
    await generateArchive(folder, { posts: 40, commentsPerPost: 5, seed: 7 });
    tree = readTree(folder);
    posts = [...tree].filter(([path]) => path.endsWith("index.md"));
    comments = [...tree].filter(([path]) => path.includes("/comments/"));
  });

  test("has as many records as asked for", () => {
    assert.equal(posts.length, 40);
    assert.equal(comments.length, 200);
  });

  test("is the same with the same seed, and another with another", async () => {
    const [again, other] = [makeFolder(), makeFolder()];
    await generateArchive(again, { posts: 40, commentsPerPost: 5, seed: 7 });
    await generateArchive(other, { posts: 40, commentsPerPost: 5, seed: 8 });
    assert.deepEqual(readTree(again), tree);
    assert.notDeepEqual(readTree(other), tree);
  });

  test("is in normal form", () => {
    for (const [path, text] of posts) {
      const { fields, body, errors } = parseFrontMatter(text);
      const { fields: post, problems } = readPostFields(fields);
      assert.deepEqual([...errors, ...problems], [], path);
      assert.equal(serializePost(post, body), text);
    }
    for (const [path, text] of comments) {
      const { fields, body, errors } = parseFrontMatter(text);
      const { fields: comment, problems } = readCommentFields(fields);
      assert.deepEqual([...errors, ...problems], [], path);
      assert.equal(serializeComment({ id: "", ...comment }, body), text);
    }
  });

  test("speaks both languages", () => {
    const languages = posts.map(([, text]) => /^lang: "(..)"$/m.exec(text)?.[1]);
    assert.ok(languages.filter((lang) => lang === "sv").length > 10);
    assert.ok(languages.filter((lang) => lang === "en").length > 10);
  });

  test("answers are answers to earlier comments of the same post", () => {
    const answers = comments.flatMap(([path, text]) => {
      const parent = /^parent: "(.*)"$/m.exec(text)?.[1];
      return parent === undefined ? [] : [join(path, "..", `${parent}.md`)];
    });
    assert.ok(answers.length > 50);
    assert.deepEqual(
      answers.filter((path) => !tree.has(path)),
      [],
    );
  });

  test("each comment holds its own rare word", () => {
    for (const [path, text] of comments) {
      const number = Number(/comment-(\d+)\.md$/.exec(path)?.[1]);
      assert.ok(text.includes(` ${inventRareWord(number)}.`), path);
    }
  });
});

test("rare words are rare", () => {
  const words = Array.from({ length: 120_000 }, (_, number) => inventRareWord(number));
  assert.equal(new Set(words).size, words.length);
});
