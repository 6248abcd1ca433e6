// The report of a bench: ratios of what was measured, which of them miss their aim, and its place in docs/performance.md.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { median } from "../../scripts/bench/bench-build.ts";
import { listAims, replaceSection, writeBuildReport } from "../../scripts/bench/build-report.ts";
import type { Variant } from "../../scripts/bench/build-variants.ts";
import { generateArchive } from "../../scripts/bench/generate-archive.ts";
import { writeHugoSite } from "../../scripts/bench/hugo-site.ts";
import { makeFolder } from "../support/scratch.ts";

const measure = (posts: number, variant: Variant, seconds: number) => ({
  posts,
  variant,
  run: { seconds, cpuSeconds: seconds * 1.5, peakMemory: 5e8, output: "" },
  size: { files: 1234, bytes: 5e7 },
  pageBytes: 20_000,
});

const RESULT = {
  hugo: "0.111.3",
  longThreadSeconds: 2,
  measured: [
    measure(100, "lean", 1),
    measure(1000, "lean", 6),
    measure(1000, "full", 12),
    measure(1000, "hugo", 10),
    measure(1000, "plain", 3),
  ],
};

test("tells each ratio that was measured, and marks those that miss their aim", () => {
  const report = writeBuildReport(RESULT, { commentsPerPost: 10, runs: 3, seed: 1, date: "2026-11-30" });
  assert.match(report, /\| lean site ÷ Hugo, 1,000 posts \| 0\.60 \| at most 0\.8 \|/);
  assert.match(report, /\| full site ÷ lean site, 1,000 posts \| 2\.00, \*\*missed\*\* \| at most 1\.5 \|/);
  assert.match(report, /\| growth of time, 10 × the posts \| 6\.00 × \| at most 11 × \|/);
  assert.match(report, /^\| 1,000 \| lean site \| 6\.00 s \(9\.0 s\) \| 500 MB \| 50 MB, 1,234 files \| 20\.0 kB \|$/m);
  assert.match(report, /Hugo 0\.111\.3/);
  assert.deepEqual(
    listAims({ ...RESULT, measured: RESULT.measured.filter(({ variant }) => variant !== "hugo") }).filter(({ name }) =>
      name.includes("Hugo"),
    ),
    [],
  );
});

test("the median of an even number of runs is the lower one", () => {
  const run = (seconds: number) => ({ seconds, output: "" });
  assert.equal(median([run(3), run(1), run(2)]).seconds, 2);
  assert.equal(median([run(4), run(1), run(3), run(2)]).seconds, 2);
});

test("docs/performance.md has the place for it", () => {
  const text = readFileSync(new URL("../../docs/performance.md", import.meta.url), "utf8");
  assert.match(replaceSection(text, "TABLE"), /-->\n\nTABLE\n<!-- end of builds -->/);
  assert.throws(() => replaceSection("no marks", "TABLE"), /docs\/performance\.md has no/);
});

test("Hugo gets each text once, with its thread nested", async () => {
  const [content, site] = [makeFolder(), join(makeFolder(), "hugo")];
  await generateArchive(content, { posts: 4, commentsPerPost: 6, seed: 5 });
  await writeHugoSite(content, site);
  const posts = readdirSync(join(site, "content/posts"), { recursive: true, encoding: "utf8" });
  assert.equal(posts.filter((path) => /\.md$/.test(path) && !path.endsWith("_index.md")).length, 4);
  const threads = readdirSync(join(site, "data/threads"));
  assert.equal(threads.length, 4);
  type Nested = { readonly id: string; readonly replies: readonly Nested[] };
  const count = (list: readonly Nested[]): number => list.reduce((sum, { replies }) => sum + 1 + count(replies), 0);
  for (const name of threads) {
    const { comments, pings } = JSON.parse(readFileSync(join(site, "data/threads", name), "utf8")) as {
      readonly comments: readonly Nested[];
      readonly pings: readonly unknown[];
    };
    assert.equal(count(comments) + pings.length, 6);
  }
});
