// What is told of a site's size: it beside the limits, and advice only where it comes near them.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { describeSize, measureSite } from "../../scripts/site/site-size.ts";
import { makeFolder } from "../support/scratch.ts";

test("counts files at any depth, and their bytes", () => {
  const folder = makeFolder();
  mkdirSync(join(folder, "a/b"), { recursive: true });
  writeFileSync(join(folder, "a/b/one.txt"), "12345");
  writeFileSync(join(folder, "two.txt"), "å");
  assert.deepEqual(measureSite(folder), { files: 2, bytes: 7 });
});

test("a small site is told without advice", () => {
  const [line, ...advice] = describeSize({ files: 1234, bytes: 12_300_000 });
  assert.match(line ?? "", /^The site is 12 MB in 1,234 files, 2 % .*1 GB.*ten minutes/);
  assert.deepEqual(advice, []);
});

test("near the limits, and above, it is told what to do", () => {
  assert.match(describeSize({ files: 10, bytes: 810_000_000 }).join("\n"), /near the limit.*--lean.*--no-search/);
  assert.match(describeSize({ files: 10, bytes: 1_200_000_000 }).join("\n"), /1\.20 GB.*too large.*--lean/s);
  assert.match(describeSize({ files: 70_000, bytes: 5 }).join("\n"), /longer than that to deploy: --lean/);
});
