// Proves that the memory of an import does not grow with the export. For `npm run test:large`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { measureImport } from "../../scripts/bench/bench-import.ts";
import type { ExportFormat } from "../../scripts/bench/export-formats.ts";
import { makeFolder } from "../support/scratch.ts";

const MEGABYTE = 1_000_000;
// 200 MB of WordPress export.
const POSTS = 12_000;

for (const format of ["wxr", "blogger", "takeout", "disqus"] as const satisfies readonly ExportFormat[]) {
  test(`four times the ${format} export takes about the same memory`, async () => {
    const folder = makeFolder();
    const smaller = await measureImport(folder, POSTS / 4, 10, format);
    const larger = await measureImport(folder, POSTS, 10, format);
    const told = `${smaller.import.peakMemory / MEGABYTE} MB and ${larger.import.peakMemory / MEGABYTE} MB`;
    assert.ok(larger.import.peakMemory < 400 * MEGABYTE, told);
    assert.ok(larger.import.peakMemory - smaller.import.peakMemory < 100 * MEGABYTE, told);
  });
}
