// Proves that every kind of export that bench generates comes in whole and word for word, and what --strict makes of a difference.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { EXPORT_FORMATS, type ExportFormat } from "../../scripts/bench/export-formats.ts";
import { generateExport } from "../../scripts/bench/generate-export.ts";
import { describeImport } from "../../scripts/import/report.ts";
import { judgeFidelity } from "../../scripts/import/write-account.ts";
import { makeFolder } from "../support/scratch.ts";
import { importFiles, readTree } from "./import-files.ts";

for (const format of Object.keys(EXPORT_FORMATS) as ExportFormat[]) {
  test(`an export of 12 posts with 4 comments each: ${format}`, async () => {
    const folder = makeFolder();
    const file = join(folder, "export.xml");
    await generateExport(file, { format, posts: 12, commentsPerPost: 4 });
    const bytes = readFileSync(file);
    await generateExport(file, { format, posts: 12, commentsPerPost: 4 });
    assert.deepEqual(readFileSync(file), bytes);
    const content = join(folder, "content");
    const [report] = await importFiles([file], content);
    assert.equal(report?.ledger.posts.written, 12);
    assert.equal(report?.ledger.comments.written, 48);
    const compared = format === "disqus" ? 48 : 60;
    assert.deepEqual(report?.ledger.fidelity, { compared, identical: compared, different: [] });
    const { lines } = describeImport(report === undefined ? [] : [report], { contentDir: content, isDryRun: false });
    assert.ok(lines.includes(`  Proof: ${compared} texts compared, ${compared} word-identical.`));
    const before = readTree(content);
    await importFiles([file], content, {}, { isStrict: true });
    assert.deepEqual(readTree(content), before);
  });
}

test("a small export needs no workers and gives the same as with them", async () => {
  const folder = makeFolder();
  const file = join(folder, "export.xml");
  await generateExport(file, { format: "wxr", posts: 10, commentsPerPost: 3 });
  await importFiles([file], join(folder, "small"));
  // Spaces between the elements make it large enough for workers.
  const padded = join(makeFolder(), "export.xml");
  const text = readFileSync(file, "utf8").replace("</channel>", `${" ".repeat(3_500_000)}</channel>`);
  writeFileSync(padded, text);
  await importFiles([padded], join(folder, "large"));
  const [small, large] = [readTree(join(folder, "small")), readTree(join(folder, "large"))];
  for (const [path, content] of Object.entries(small)) {
    if (!path.startsWith("sources/")) assert.equal(large[path], content, path);
  }
});

test("--strict makes one error of all differences, and the terminal lists ten", () => {
  const different = Array.from({ length: 12 }, (_, index) => ({ item: `post ${index}`, what: "links: a" }));
  const tally = { read: 0, written: 0, skipped: {} };
  const ledger = {
    ...{ format: "wxr-1.2", posts: tally, pages: tally, comments: tally, other: tally, problems: [], balanced: true },
    fidelity: { compared: 20, identical: 8, different },
  };
  assert.equal(judgeFidelity(ledger, "a-blog")?.level, "error");
  assert.match(judgeFidelity(ledger, "a-blog")?.what ?? "", /^12 texts do not say what the source shows, and --strict/);
  assert.equal(
    judgeFidelity({ ...ledger, fidelity: { compared: 1, identical: 1, different: [] } }, "a-blog"),
    undefined,
  );
  const counts = { new: 0, updated: 0, unchanged: 0 };
  const report = { source: "a-blog", known: { id: "a-blog" }, files: [], ledger, posts: counts, comments: counts };
  const { lines } = describeImport(
    [{ ...report, kept: [], conflicts: [], returned: [], notes: [], hasNamedSite: false, addedMedia: 0 }],
    {
      contentDir: "content",
      isDryRun: false,
    },
  );
  assert.ok(lines.includes("  Proof: 20 texts compared, 8 word-identical, these differ:"));
  assert.equal(lines.filter((line) => line.endsWith("links: a")).length, 10);
  assert.ok(lines.includes("    and 2 more in content/sources/a-blog.md"));
});
