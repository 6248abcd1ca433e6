// What was public in an earlier export and is not in a newer one: it is told, counted as standing, and never removed.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { importFiles, readTree } from "./import-files.ts";
import { writeDisqus } from "./write-disqus.ts";
import { type WxrItemSpec, writeWxr } from "./write-wxr.ts";

type Items = readonly WxrItemSpec[];

async function importItems(t: TestContext, ...exports: readonly Items[]) {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-withdrawn-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const content = join(folder, "content");
  const again = async (items: Items) => {
    writeFileSync(join(folder, "blog.xml"), writeWxr({ items }));
    const [report] = await importFiles([join(folder, "blog.xml")], content, { lang: "en" });
    assert.ok(report?.ledger.balanced);
    return report;
  };
  for (const items of exports.slice(0, -1)) await again(items);
  return { report: await again(exports.at(-1) ?? []), content, again };
}

const PUBLIC: Items = [
  { id: 1, title: "One", slug: "one", comments: [{ id: 5 }, { id: 6 }] },
  { id: 2, title: "Two", slug: "two", comments: [{ id: 7 }] },
];

test("a comment that went to the trash stays, counts as standing, and is told", async (t) => {
  const trashed: Items = [
    { id: 1, title: "One", slug: "one", comments: [{ id: 5, approved: "trash" }, { id: 6 }] },
    {
      id: 2,
      title: "Two",
      slug: "two",
      comments: [
        { id: 7, approved: "1" },
        { id: 8, approved: "spam" },
      ],
    },
  ];
  const { report, content, again } = await importItems(t, PUBLIC, trashed);
  assert.deepEqual(report.ledger.comments, { read: 4, written: 3, skipped: { spam: 1 } });
  assert.deepEqual(
    report.notes.map(({ level, item }) => `${level} ${item}`),
    ["warning comment 2012/one#comment-5"],
  );
  assert.match(report.notes[0]?.what ?? "", /was public in an earlier export and is not any more/);
  const file = join(content, "posts/2012/one/comments/comment-5.md");
  assert.ok(readTree(content)["posts/2012/one/comments/comment-5.md"]);
  writeFileSync(file, '---\nid: "comment-5"\nstatus: "redacted"\nsource: "blog-example"\nsource_id: "5"\n---\n');
  const redacted = await again(trashed);
  assert.deepEqual([redacted.notes, redacted.ledger.comments.skipped], [[], { spam: 1, trash: 1 }]);
});

test("a post that became private is told once, with its comments counted", async (t) => {
  const hidden: Items = PUBLIC.map((item) => (item.id === 1 ? { ...item, status: "private" } : item));
  const { report, content, again } = await importItems(t, PUBLIC, hidden);
  assert.deepEqual(report.ledger.posts, { read: 2, written: 2, skipped: {} });
  assert.deepEqual(report.ledger.comments, { read: 3, written: 3, skipped: {} });
  assert.deepEqual(
    report.notes.map(({ item }) => item),
    ["post 2012/one"],
  );
  rmSync(join(content, "posts/2012/one"), { recursive: true });
  const { ledger, notes } = await again(hidden);
  assert.deepEqual([notes, ledger.posts.skipped, ledger.comments.skipped], [[], { private: 1 }, { "on-private": 2 }]);
});

test("a comment that was deleted at a comment service is told, also where it was the last one of its page", async (t) => {
  const { content } = await importItems(t, PUBLIC);
  const file = join(content, "disqus.xml");
  const again = async (isDeleted: boolean) => {
    const threads = [
      { id: "11", link: "https://blog.example/?p=1", identifier: "1 https://blog.example/?p=1", title: "One" },
      { id: "12", link: "https://elsewhere.example/lost/", title: "Lost" },
    ];
    const comments = ["91", "92"].map((id, index) => ({
      id,
      thread: threads[index]?.id ?? "",
      message: "Well.",
      isDeleted,
    }));
    writeFileSync(file, writeDisqus({ threads, comments }));
    const [report] = await importFiles([file], content, { lang: "en" });
    assert.ok(report?.ledger.balanced);
    return report;
  };
  await again(false);
  const { ledger, notes } = await again(true);
  assert.equal(ledger.comments.written, 2);
  assert.deepEqual(
    notes.map(({ item }) => item),
    ["post 2012/lost", "comment 2012/one#comment-91"],
  );
});

test("what an export does not hold at all is not withdrawn", async (t) => {
  const { report } = await importItems(t, PUBLIC, [{ id: 1, title: "One", slug: "one", comments: [{ id: 6 }] }]);
  assert.deepEqual(report.notes, []);
});
