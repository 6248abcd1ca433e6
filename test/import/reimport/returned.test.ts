// What was removed here: with the source's `exclude` it stays away, by whatever way it would come; without, it returns and is told.

import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { describeReimport } from "../../../scripts/import/describe-reimport.ts";
import { writeDisqus } from "../write-disqus.ts";
import type { WxrItemSpec } from "../write-wxr.ts";
import { type Blog, makeBlog } from "./changed-exports.ts";

const ITEMS: readonly WxrItemSpec[] = [
  { id: 1, slug: "one", comments: [{ id: 5 }, { id: 6, parent: 5, content: "Another invented answer." }] },
  { id: 2, slug: "two", comments: [{ id: 7 }] },
  { id: 3, slug: "about", type: "page" },
];
const NEWER: readonly WxrItemSpec[] = [
  ...ITEMS.map((item) => ({ ...item, comments: [...(item.comments ?? []), { id: 90 + item.id }] })),
  { id: 4, slug: "four", comments: [{ id: 8 }] },
];

const remove = (blog: Blog, path: string): void => rmSync(join(blog.content, path), { recursive: true });
const exclude = (blog: Blog, source: string, ids: readonly string[]): void =>
  blog.edit(`sources/${source}.md`, "\n---\n", `\nexclude: ${JSON.stringify(ids)}\n---\n`);

test("what was removed without `exclude` returns, and is told, from the same export and from a newer one", async () => {
  for (const items of [ITEMS, NEWER]) {
    const blog = makeBlog();
    const first = await blog.importItems(ITEMS);
    assert.deepEqual(first.returned, []);
    const before = blog.tree();
    remove(blog, "posts/2012/two");
    remove(blog, "posts/2012/one/comments/comment-6.md");
    const report = await blog.importItems(items);
    assert.deepEqual(report.returned, [
      { record: "2012/one#comment-6", exclude: "comment-6" },
      { record: "2012/two", exclude: "2" },
    ]);
    if (items === ITEMS) assert.deepEqual(blog.tree(), before);
    const words = describeReimport(report, report.source, { isDryRun: false }).join("\n");
    assert.match(words, /Returned, .*\n {4}2012\/one#comment-6\n {4}2012\/two\n.*\n {4}exclude: \["comment-6","2"\]/);
    assert.deepEqual((await blog.importItems(items)).returned, []);
  }
});

test("a text that was removed alone returns to its folder", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  const before = blog.tree();
  remove(blog, "posts/2012/one/index.md");
  const report = await blog.importItems(ITEMS);
  assert.deepEqual(report.returned, [{ record: "2012/one", exclude: "1" }]);
  assert.deepEqual([report.posts.new, report.comments.new], [1, 0]);
  assert.deepEqual(blog.tree(), before);
});

test("what is new in a newer export is no return, and what was excluded for a while neither", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  const report = await blog.importItems(NEWER);
  assert.deepEqual([report.posts.new, report.comments.new, report.returned], [1, 4, []]);
  remove(blog, "posts/2012/two");
  exclude(blog, "blog-example", ["2"]);
  await blog.importItems(NEWER);
  blog.edit("sources/blog-example.md", 'exclude: ["2"]\n', "");
  assert.deepEqual((await blog.importItems(NEWER)).returned, []);
});

test("what `exclude` names stays away, by bare ids and by post and comment", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  remove(blog, "posts/2012/two");
  remove(blog, "posts/2012/one/comments/comment-6.md");
  exclude(blog, "blog-example", ["2", "1#comment-6"]);
  const report = await blog.importItems(NEWER);
  assert.deepEqual(report.returned, []);
  assert.deepEqual(report.ledger.posts.skipped, { excluded: 1 });
  assert.deepEqual(report.ledger.comments.skipped, { excluded: 3 });
  const paths = Object.keys(blog.tree()).join("\n");
  assert.doesNotMatch(paths, /two|comment-6/);
});

test("what a blog's `exclude` names does not come back by Disqus", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  remove(blog, "posts/2012/two");
  remove(blog, "posts/2012/one/comments/comment-6.md");
  exclude(blog, "blog-example", ["2", "1#comment-6"]);
  const threads = [1, 2].map((id) => ({
    id: `9${id}`,
    link: `https://blog.example/?p=${id}`,
    identifier: `${id} https://blog.example/?p=${id}`,
    title: `Post ${id}`,
  }));
  const comments = [
    { id: "501", thread: "91", identifier: "wp_id=6", message: "What was removed." },
    { id: "502", thread: "91", message: "What may stay." },
    { id: "503", thread: "92", message: "On what was removed." },
  ];
  const file = blog.write("disqus.xml", writeDisqus({ threads, comments }));
  const again = async () => (await blog.importAll([file]))[0];
  assert.deepEqual((await again())?.ledger.comments, { read: 3, written: 1, skipped: { excluded: 2 } });
  assert.doesNotMatch(JSON.stringify(blog.tree()), /was removed/);
  const before = blog.tree();
  await again();
  assert.deepEqual(blog.tree(), before);
  remove(blog, "posts/2012/one/comments/comment-502.md");
  assert.deepEqual((await again())?.returned, [{ record: "2012/one#comment-502", exclude: "comment-502" }]);
  remove(blog, "posts/2012/one/comments/comment-502.md");
  exclude(blog, "disqus-ourforum", ["91#comment-502"]);
  assert.deepEqual((await again())?.ledger.comments.skipped, { excluded: 3 });
});

test("what was moved, renamed or put into another year is found, and stays where it is", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  mkdirSync(join(blog.content, "posts/1999"), { recursive: true });
  renameSync(join(blog.content, "posts/2012/one"), join(blog.content, "posts/1999/renamed"));
  renameSync(join(blog.content, "pages/about"), join(blog.content, "pages/om-oss"));
  const before = blog.tree();
  const report = await blog.importItems(ITEMS);
  assert.deepEqual([report.posts, report.comments.new, report.returned], [{ new: 0, updated: 0, unchanged: 3 }, 0, []]);
  assert.deepEqual(blog.tree(), before);
  const changed = NEWER.map((item) => ({ ...item, content: "Other words.", slug: `${item.slug}-new` }));
  await blog.importItems(changed);
  assert.match(blog.read("posts/1999/renamed/index.md"), /Other words/);
  assert.match(blog.read("posts/1999/renamed/comments/comment-91.md"), /Well said/);
  assert.match(blog.read("pages/om-oss/index.md"), /Other words/);
});

test("of two comments with one number, each keeps its name when the other is removed", async () => {
  const blog = makeBlog();
  const doubles = [
    { id: 5, content: "First." },
    { id: 5, content: "Second.", date: "2010-01-01 10:00:00" },
  ];
  const items = [{ id: 1, slug: "one", comments: doubles }];
  await blog.importItems(items);
  const before = blog.tree();
  const paths = Object.keys(before).filter((path) => path.includes("/comments/"));
  for (const path of paths) {
    remove(blog, path);
    const report = await blog.importItems(items);
    assert.deepEqual(blog.tree(), before, path);
    assert.equal(report.comments.updated, 0);
  }
});

test("a list that Git left in conflict is read as far as it goes, and an odd id survives it", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  const list = "sources/blog-example.records.csv";
  const before = blog.read(list);
  blog.edit(list, "1,5 6\n", '<<<<<<< HEAD\n1,5\n=======\n1,6\n>>>>>>> other\n2,"broken\n');
  await blog.importItems(ITEMS);
  assert.equal(blog.read(list), before);
  assert.deepEqual(await blog.check(), []);
  remove(blog, "sources/blog-example.md");
  assert.match((await blog.check()).join("\n"), /warning file-unexpected sources\/blog-example\.records\.csv/);
});
