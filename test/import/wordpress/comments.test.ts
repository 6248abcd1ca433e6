// Comments that lack something: a number of their own, a date that a calendar has.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import type { SourceReport } from "../../../scripts/import/import-source.ts";
import { importFiles } from "../import-files.ts";
import { type WxrItemSpec, writeWxr } from "../write-wxr.ts";

test("comments without a number get no invented address, and keep their names when one more is public", async () => {
  await withFolder(async (folder) => {
    const write = (approved: string): string => {
      const comments = [
        { id: 1, content: "First.", approved },
        { id: 2, content: "Second." },
      ];
      return writeWxr({ items: [{ id: 7, link: "https://blog.example/tea/", comments }] }).replace(
        /<wp:comment_id>\d<\/wp:comment_id>/g,
        "",
      );
    };
    for (const approved of ["0", "1"]) {
      await importText(folder, write(approved));
      const thread = (await readArchive(join(folder, "content"))).archive.posts[0]?.thread ?? [];
      const second = thread.find(({ body }) => body.trim() === "Second.");
      assert.deepEqual(
        [second?.id, second?.source_id, second?.source_url],
        ["comment-02", "02", "https://blog.example/tea/"],
      );
      assert.equal(thread.length, approved === "1" ? 2 : 1);
    }
  });
});

test("a date that no calendar has is told; a zero date is not", async () => {
  await withFolder(async (folder) => {
    const zero = "0000-00-00 00:00:00";
    const items: readonly WxrItemSpec[] = [
      { id: 1, date: "20011-01-01 00:00:00", dateGmt: zero, comments: [{ id: 1, date: "2011-02-30 10:00:00" }] },
      { id: 2, date: zero, comments: [{ id: 2, date: zero }] },
    ];
    const report = await importText(folder, writeWxr({ items }));
    assert.deepEqual(
      report.ledger.problems.map(({ item, what }) => `${item}: ${what}`),
      [
        'post 1 "Post 1": wp:post_date is "20011-01-01 00:00:00", which is no date; it was passed over',
        'comment 1 on post 1 "Post 1": wp:comment_date is "2011-02-30 10:00:00", which is no date; it was passed over',
        'comment 1 on post 1 "Post 1": wp:comment_date_gmt is "2011-02-30 10:00:00", which is no date; it was passed over',
      ],
    );
  });
});

async function importText(folder: string, text: string): Promise<SourceReport> {
  const file = join(folder, "blog.xml");
  writeFileSync(file, text);
  const [report] = await importFiles([file], join(folder, "content"), { lang: "en" });
  assert.ok(report !== undefined);
  return report;
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-comments-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
