// Exports that overlap: what the newest one says of a post or comment counts, in whatever order they are named.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import { importFiles, readTree } from "../import-files.ts";
import { type WxrItemSpec, writeWxr } from "../write-wxr.ts";

const OLD: WxrItemSpec = { id: 1, comments: [{ id: 5, approved: "0" }, { id: 6, content: "Befor." }, { id: 7 }] };
const NEW: WxrItemSpec = { id: 1, comments: [{ id: 5 }, { id: 6, content: "Before." }, { id: 7, approved: "trash" }] };

test("the newest export decides what is public, whichever is named first", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-repeated-"));
  try {
    const [a, b] = [join(folder, "a.xml"), join(folder, "b.xml")];
    writeFileSync(a, writeWxr({ title: "Old", items: [OLD], exported: "Sat, 02 Jan 2021 03:04:05 +0000" }));
    writeFileSync(b, writeWxr({ title: "New", items: [NEW], exported: "Mon, 02 Jan 2023 03:04:05 +0000" }));
    const trees = [];
    for (const [name, files] of Object.entries({ one: [a, b], two: [b, a] })) {
      const content = join(folder, name);
      const [report] = await importFiles(files, content, { lang: "en" });
      assert.deepEqual(report?.ledger.comments, { read: 6, written: 2, skipped: { duplicate: 3, trash: 1 } });
      const { archive } = await readArchive(content);
      assert.deepEqual(
        archive.posts[0]?.thread.map(({ id, body }) => `${id} ${body.trim()}`),
        ["comment-5 Well said.", "comment-6 Before."],
      );
      assert.equal(archive.sources[0]?.title, "New");
      trees.push(readTree(content));
    }
    assert.deepEqual(trees[0], trees[1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
