// Saved edits under `npm start`: the page of a post at once, all else soon, and in the end what a build of all would make.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { drawSite } from "../../scripts/site/drawing/draw-site.ts";
import { createLiveEdits, findPost } from "../../scripts/site/live-edits.ts";
import { DEFAULT_OPTIONS } from "../../scripts/site/options.ts";
import { writeArchive } from "../support/archive.ts";
import { makeFolder } from "../support/scratch.ts";
import { hashTree } from "../support/site.ts";
import { ONE_POST } from "../whole-site/small-archives.ts";

test("knows the post that a file belongs to, and the files that are of another kind", () => {
  const of = (file: string) => findPost("/archive", `/archive/${file}`);
  assert.equal(of("posts/2010/hello/index.md"), "2010/hello");
  assert.equal(of("posts/undated/hello/index.sv.md"), "undated/hello");
  assert.equal(of("pages/about/comments/comment-7.md"), "pages/about");
  for (const file of [
    "site.json",
    "sources/a.md",
    "people/b.md",
    "posts/2010/hello/photo.jpg",
    "../x/posts/2010/a/index.md",
  ])
    assert.equal(of(file), undefined, file);
});

describe("an edit", () => {
  const contentDir = join(makeFolder(), "content");
  const outputDir = join(makeFolder(), "site");
  const options = { ...DEFAULT_OPTIONS, contentDir, outputDir, isDevelopment: true, basePath: "/" };
  const index = join(contentDir, "posts/2010/hello/index.md");
  const page = () => readFileSync(join(outputDir, "en/2010/hello/index.html"), "utf8");
  const list = () => readFileSync(join(outputDir, "en/2010/index.html"), "utf8");
  let caughtUp: () => void = () => {};
  const edits = createLiveEdits(
    contentDir,
    () => drawSite(options),
    () => caughtUp(),
  );

  before(async () => {
    writeArchive(contentDir, ONE_POST);
    edits.remember(await drawSite(options));
  });

  test("of a text is on its page at once, and soon everywhere, as if all had been built anew", async () => {
    const soon = new Promise<void>((resolve) => {
      caughtUp = resolve;
    });
    writeFileSync(index, readFileSync(index, "utf8").replace(/\n\n[\s\S]*$/, "\n\nA zither of words.\n"));
    assert.equal(edits.show([index]), true);
    assert.match(page(), /A zither of words/);
    assert.doesNotMatch(list(), /zither/);
    await soon;
    assert.match(list(), /A zither of words/);
    const anew = { ...options, outputDir: join(makeFolder(), "site") };
    await drawSite(anew);
    assert.deepEqual(hashTree(outputDir), hashTree(anew.outputDir));
  });

  test("that makes or takes a page is left to a build of all", () => {
    const other = join(contentDir, "posts/2010/hello/index.sv.md");
    writeFileSync(other, '---\ntitle: "Hej"\n---\n\nOrd.\n');
    assert.equal(edits.show([other]), false);
    assert.equal(edits.show([join(contentDir, "site.json")]), false);
    assert.equal(edits.show([]), false);
  });
});
