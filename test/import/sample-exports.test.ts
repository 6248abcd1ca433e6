// Imports the real exports in $SAMPLE_EXPORTS, where that folder is at hand, and compares with their known counts.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { buildThread } from "../../scripts/archive/thread.ts";
import { importFiles } from "./import-files.ts";

const FOLDER = process.env.SAMPLE_EXPORTS;
const SKIP = FOLDER === undefined ? "SAMPLE_EXPORTS is not set: the folder of real exports is not at hand" : false;

// [posts read, posts written, pages written, comments read, comments written]
const EXPECTED: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  "hexo-wordpress.xml": [17, 4, 1, 1, 1],
  "isso-disqus.xml": [3, 2, 0, 6, 5],
  "isso-wordpress.xml": [3, 3, 0, 8, 8],
  "pelican-wordpress.xml": [11, 7, 2, 4, 3],
  "remark42-disqus.xml": [2, 2, 0, 6, 4],
  "wordpress-importer-crazy-cdata.xml": [1, 1, 0, 0, 0],
  "wordpress-importer-namespace-edge-cases.xml": [6, 6, 0, 0, 0],
  "wordpress-importer-test-serialized-comment-meta.xml": [1, 0, 0, 1, 0],
  "wordpress-importer-valid-wxr-1.0.xml": [3, 3, 3, 1, 1],
  "wordpress-importer-wxr-utf-8-challenges.xml": [1, 1, 0, 0, 0],
  "wordpress-theme-unit-test.xml": [51, 48, 21, 32, 28],
};

for (const [name, [postsRead, posts, pages, commentsRead, comments]] of Object.entries(EXPECTED)) {
  test(`${name} has the counts of the file`, { skip: SKIP }, async () => {
    await withImport(name, async (contentDir, [report]) => {
      assert.ok(report?.ledger.balanced);
      const { ledger } = report;
      assert.deepEqual(
        [ledger.posts.read, ledger.posts.written, ledger.pages.written, ledger.comments.read, ledger.comments.written],
        [postsRead, posts, pages, commentsRead, comments],
      );
      const { archive, problems } = await readArchive(contentDir);
      assert.deepEqual(
        problems.filter(({ level }) => level === "error"),
        [],
      );
      assert.equal(archive.posts.length, posts + pages);
      assert.equal(archive.posts.flatMap(({ thread }) => thread).length, comments);
    });
  });
}

test("the theme unit test shows its thread of ten levels", { skip: SKIP }, async () => {
  await withImport("wordpress-theme-unit-test.xml", async (contentDir) => {
    const { archive } = await readArchive(contentDir);
    const depths = archive.posts.flatMap(({ thread }) => buildThread(thread).map(({ depth }) => depth));
    assert.equal(Math.max(...depths), 9);
  });
});

test("a file with no whole item is one clear error and leaves the folder as it was", { skip: SKIP }, async () => {
  const contentDir = mkdtempSync(join(tmpdir(), "ordskifte-import-"));
  rmSync(contentDir, { recursive: true });
  await assert.rejects(importFiles([join(FOLDER ?? "", "wordpress-importer-malformed.xml")], contentDir), {
    code: "input",
    message: /holds no whole post/,
  });
  assert.ok(!existsSync(contentDir));
});

async function withImport(
  name: string,
  use: (contentDir: string, reports: Awaited<ReturnType<typeof importFiles>>) => Promise<void>,
): Promise<void> {
  const contentDir = mkdtempSync(join(tmpdir(), "ordskifte-import-"));
  try {
    await use(contentDir, await importFiles([join(FOLDER ?? "", name)], contentDir));
  } finally {
    rmSync(contentDir, { recursive: true, force: true });
  }
}
