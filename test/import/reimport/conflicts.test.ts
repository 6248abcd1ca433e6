// Where a person edited a file and its source changed, too: the person's version stays, the source's stands beside it on wish.

import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import type { WxrItemSpec } from "../write-wxr.ts";
import { makeBlog } from "./changed-exports.ts";

const FOLDER = "posts/2012/post-1";
const INDEX = `${FOLDER}/index.md`;
const VERSION = `${FOLDER}/index.source.md`;
const COMMENT = `${FOLDER}/comments/comment-5.md`;
const COMMENT_VERSION = `${FOLDER}/comments/comment-5.source.md`;

const item = (content: string, said = "Well said."): WxrItemSpec => ({
  id: 1,
  content,
  comments: [
    { id: 5, content: said },
    { id: 6, parent: 5 },
  ],
});
const OLD = [item("Some words.")];
const NEW = [item("Newer words.", "Well said, again.")];

test("an edit stays without a word while the source says the same", async () => {
  const blog = makeBlog();
  await blog.importItems(OLD);
  blog.edit(INDEX, "---\n\nSome", "---\n\nBetter");
  blog.edit(COMMENT, "\n---\n\n", "\nnoindex: true\n---\n\n");
  const before = blog.tree();
  for (const conflicts of ["keep", "both"] as const) {
    const report = await blog.importItems(OLD, { conflicts });
    assert.deepEqual([report.kept, report.conflicts], [["2012/post-1", "2012/post-1#comment-5"], []]);
    assert.deepEqual(blog.tree(), before);
  }
});

test("an edit in the front matter alone is an edit", async () => {
  const blog = makeBlog();
  await blog.importItems(OLD);
  for (const line of ['topics: ["Tea"]', 'aliases: ["/en/2011/other/"]', "noindex: true"]) {
    blog.edit(INDEX, "\n---\n", `\n${line}\n---\n`);
    const report = await blog.importItems(OLD);
    assert.deepEqual([report.kept, report.conflicts], [["2012/post-1"], []], line);
  }
  const edited = blog.read(INDEX);
  assert.deepEqual((await blog.importItems(NEW)).conflicts, ["2012/post-1"]);
  assert.equal(blog.read(INDEX), edited);
});

test("the source's version stands beside the edited file, once, and is no text of the archive", async () => {
  const blog = makeBlog();
  await blog.importItems(OLD);
  blog.edit(INDEX, "Some words.", "Better words.");
  blog.edit(COMMENT, "Well said.", "Better said.");
  const edited = [blog.read(INDEX), blog.read(COMMENT)];
  const kept = await blog.importItems(NEW);
  assert.deepEqual(kept.conflicts, ["2012/post-1", "2012/post-1#comment-5"]);
  assert.ok(!existsSync(join(blog.content, VERSION)));
  const report = await blog.importItems(NEW, { conflicts: "both" });
  assert.deepEqual(report.conflicts, kept.conflicts);
  assert.match(blog.read(VERSION), /Newer words\.\n$/);
  assert.match(blog.read(COMMENT_VERSION), /Well said, again\.\n$/);
  assert.deepEqual([blog.read(INDEX), blog.read(COMMENT)], edited);
  const { archive } = await readArchive(blog.content);
  const [post] = archive.posts;
  assert.deepEqual([post?.translations, post?.attachments, post?.thread.length], [[], [], 2]);
  assert.deepEqual(await blog.check(), [
    `warning source-version ${COMMENT_VERSION}`,
    `warning source-version ${VERSION}`,
  ]);
  const before = blog.tree();
  for (const conflicts of ["both", "keep"] as const) {
    await blog.importItems(NEW, { conflicts });
    assert.deepEqual(blog.tree(), before);
  }
  // It follows the source, also where nobody asks for it again.
  await blog.importItems([item("Newest words.", "Well said, again.")]);
  assert.match(blog.read(VERSION), /Newest words\.\n$/);
});

test("the source's version goes when the conflict has gone", async () => {
  const ways: readonly (readonly [string, (blog: ReturnType<typeof makeBlog>) => void, readonly WxrItemSpec[]])[] = [
    ["the person takes the source's words", (blog) => blog.edit(INDEX, "Better words.", "Newer words."), NEW],
    ["the person takes the whole file", (blog) => blog.put(INDEX, blog.read(VERSION)), NEW],
    ["the person takes the line `imported`", (blog) => takeImported(blog), NEW],
    ["the source takes its change back", () => {}, OLD],
  ];
  for (const [way, change, items] of ways) {
    const blog = makeBlog();
    await blog.importItems(OLD);
    blog.edit(INDEX, "Some words.", "Better words.");
    await blog.importItems(NEW, { conflicts: "both" });
    assert.ok(existsSync(join(blog.content, VERSION)));
    change(blog);
    const report = await blog.importItems(items);
    assert.deepEqual(report.conflicts, [], way);
    assert.ok(!existsSync(join(blog.content, VERSION)), way);
    const before = blog.tree();
    await blog.importItems(items, { conflicts: "both" });
    assert.deepEqual(blog.tree(), before, way);
  }
});

test("a source's version that a person edited stays", async () => {
  const blog = makeBlog();
  await blog.importItems(OLD);
  blog.edit(INDEX, "Some words.", "Better words.");
  await blog.importItems(NEW, { conflicts: "both" });
  blog.edit(VERSION, "Newer words.", "Newer words. A note.");
  const version = blog.read(VERSION);
  await blog.importItems([item("Newest words.")], { conflicts: "both" });
  await blog.importItems(OLD, { conflicts: "both" });
  assert.equal(blog.read(VERSION), version);
});

test("what was taken away does not come back as the source's version", async () => {
  const marks = ["redacted", "deleted"] as const;
  for (const mark of marks) {
    const blog = makeBlog();
    await blog.importItems(OLD);
    blog.edit(COMMENT, "Well said.", "Better said.");
    await blog.importItems(NEW, { conflicts: "both" });
    assert.ok(existsSync(join(blog.content, COMMENT_VERSION)));
    const tombstone = `---\nid: "comment-5"\nstatus: "${mark}"\nsource: "blog-example"\nsource_id: "5"\n---\n`;
    blog.put(COMMENT, tombstone);
    const report = await blog.importItems(NEW, { conflicts: "both" });
    assert.deepEqual([report.conflicts, report.kept], [[], ["2012/post-1#comment-5"]], mark);
    assert.equal(blog.read(COMMENT), tombstone);
    assert.ok(!JSON.stringify(blog.tree()).includes("Well said, again"), mark);
  }
  const blog = makeBlog();
  await blog.importItems(OLD);
  blog.edit(COMMENT, "Well said.", "Better said.");
  await blog.importItems(NEW, { conflicts: "both" });
  rmSync(join(blog.content, COMMENT));
  blog.edit("sources/blog-example.md", "\n---\n", '\nexclude: ["comment-5"]\n---\n');
  await blog.importItems(NEW, { conflicts: "both" });
  assert.ok(!existsSync(join(blog.content, COMMENT_VERSION)));
});

test("a comment whose parent came or went is no conflict", async () => {
  const blog = makeBlog();
  const thread = (hasParent: boolean): readonly WxrItemSpec[] => [
    { id: 1, comments: [...(hasParent ? [{ id: 5 }] : []), { id: 6, parent: 5 }] },
  ];
  await blog.importItems(thread(false));
  blog.edit(`${FOLDER}/comments/comment-6.md`, "Well said.", "Better said.");
  const report = await blog.importItems(thread(true));
  assert.deepEqual([report.kept, report.conflicts], [["2012/post-1#comment-6"], []]);
});

// The person has seen what the source says now, and keeps the own version.
function takeImported(blog: ReturnType<typeof makeBlog>): void {
  const line = (path: string): string => /^imported: .*$/m.exec(blog.read(path))?.[0] ?? "";
  blog.edit(INDEX, line(INDEX), line(VERSION));
}
