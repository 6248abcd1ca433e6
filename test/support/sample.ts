// The sample archive that comes with the project, for the tests that need it; they are skipped where another archive lies in content/.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { PROJECT } from "./command-line.ts";
import { listFiles } from "./site.ts";

/** The folder of the sample archive, or of what took its place. */
export const SAMPLE = join(PROJECT, "content");

/** Why tests that need the sample are skipped, or false where it stands: the `skip` of a test. */
export const SKIP_WITHOUT_SAMPLE: string | false = isSample(SAMPLE)
  ? false
  : "content/ is not the sample (npm run check looks at your own archive)";

/** Groups tests that need the sample. Where it is gone, nothing inside is run, and the group counts as one skipped test. */
export function describeSample(name: string, tests: () => void): void {
  describe(name, { skip: SKIP_WITHOUT_SAMPLE }, tests);
}

/** Tells whether a folder holds the sample and nothing else: it says so, and names no other source. */
function isSample(folder: string): boolean {
  const file = join(folder, "site.json");
  if (!existsSync(file) || !/"sample": *true/.test(readFileSync(file, "utf8"))) return false;
  const [source, ...more] = listFiles(join(folder, "sources"));
  return source === "sample.md" && more.length === 0;
}
