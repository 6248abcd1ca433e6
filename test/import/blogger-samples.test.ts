// Imports the real Blogger exports in $SAMPLE_EXPORTS, where that folder is at hand, and compares with counts made by another program.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { Ledger } from "../../scripts/archive/ledger-model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { importFiles, readTree } from "./import-files.ts";

const FOLDER = process.env.SAMPLE_EXPORTS;
const SKIP = FOLDER === undefined ? "SAMPLE_EXPORTS is not set: the folder of real exports is not at hand" : false;

interface Expectation {
  readonly source: string;
  readonly posts: Ledger["posts"];
  readonly pages: Ledger["pages"];
  readonly comments: Ledger["comments"];
  readonly other: Ledger["other"];
  readonly replies: number;
}

const EXPECTED: Readonly<Record<string, Expectation>> = {
  "cheshrkat-blogger.xml": {
    source: "200ok-weblog-test-blogspot-com",
    posts: { read: 9, written: 7, skipped: { draft: 2 } },
    pages: { read: 2, written: 2, skipped: {} },
    comments: { read: 6, written: 6, skipped: {} },
    other: { read: 58, written: 0, skipped: { "type-settings": 57, "type-template": 1 } },
    replies: 3,
  },
  "pelican-blogger-nl.xml": {
    source: "youngdoctornotes-blogspot-com",
    posts: { read: 2, written: 1, skipped: { draft: 1 } },
    pages: { read: 2, written: 1, skipped: { draft: 1 } },
    comments: { read: 1, written: 1, skipped: {} },
    other: { read: 59, written: 0, skipped: { "type-settings": 58, "type-template": 1 } },
    replies: 0,
  },
};

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name} has the counts of the file`, { skip: SKIP }, async () => {
    const content = mkdtempSync(join(tmpdir(), "ordskifte-blogger-"));
    try {
      const file = join(FOLDER ?? "", name);
      const [report] = await importFiles([file], content);
      assert.ok(report?.ledger.balanced);
      const { posts, pages, comments, other, problems } = report.ledger;
      const { archive, problems: findings } = await readArchive(content);
      const replies = archive.posts.flatMap(({ thread }) => thread).filter(({ parent }) => parent !== undefined).length;
      assert.deepEqual({ source: report.source, posts, pages, comments, other, replies }, expected);
      assert.deepEqual([problems, findings], [[], []]);
      const before = readTree(content);
      assert.ok(!/noreply@|s72-c|blank\.gif/.test(JSON.stringify(before)));
      await importFiles([file], content);
      assert.deepEqual(readTree(content), before, "a second import changes no byte");
    } finally {
      rmSync(content, { recursive: true, force: true });
    }
  });
}
