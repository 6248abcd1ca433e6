// Builds one archive in a process of its own and prints what it took, as JSON: `node --import tsx measure-build.ts CONTENT OUTPUT [search]`.

import { buildSite } from "../site/build.ts";
import { DEFAULT_OPTIONS } from "../site/options.ts";

const [contentDir = "", outputDir = "", search] = process.argv.slice(2);
const started = performance.now();
const stages: { name: string; at: number }[] = [];
const result = await buildSite({ ...DEFAULT_OPTIONS, contentDir, outputDir, search: search === "search" }, (name) => {
  stages.push({ name, at: performance.now() - started });
});
const total = performance.now() - started;
const lengths = stages.map(({ name, at }, index) => [name, (stages[index + 1]?.at ?? total) - at] as const);
process.stdout.write(
  JSON.stringify({
    pages: result.pageCount,
    stages: Object.fromEntries(lengths),
    // Kilobytes on every system, by Node's documentation.
    peakMemory: process.resourceUsage().maxRSS * 1024,
  }),
);
