// Measures the search of a generated archive in a real browser: what it moves, how long it takes, and whether it is right.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { UsageError } from "../command.ts";
import { PROJECT_DIR } from "../site/options.ts";
import { type GenerateOptions, generateArchive } from "./generate-archive.ts";

const run = promisify(execFile);

/** Drives the browser, which only the tests have. */
const SCRIPT = join(PROJECT_DIR, "test", "bench", "measure-search.ts");

const BUILD = join(PROJECT_DIR, "scripts", "ordskifte.js");

/** What was measured. Bytes are those that were sent, compressed as GitHub Pages compresses; the largest of all words counts. */
export interface SearchMeasurement {
  /** Files of the index. */
  readonly files: number;
  /** All that a first query moves: page, styles, scripts, index, ten hits. */
  readonly firstBytes: number;
  /** The same in one language alone. */
  readonly firstBytesInOne: number;
  /** What each word after the first moves. */
  readonly furtherBytes: number;
  /** Milliseconds from the last keystroke to the hits, once the index is open: the median of all words, and the longest. */
  readonly medianWait: number;
  readonly longestWait: number;
  /** Rare words, each in one comment, and those among them that lead to their comment first. */
  readonly rareAsked: number;
  readonly rareFound: number;
  /** The same for pairs: a rare word with a common one of the same comment. */
  readonly pairsFound: number;
  /** Words of which the count in a language differs from that of the language alone. */
  readonly countsThatDiffer: readonly string[];
}

/** Builds an archive in a folder, measures its search and returns what to print. @throws UsageError where there is no browser to drive */
export async function benchSearch(folder: string, archive: GenerateOptions): Promise<string> {
  if (!existsSync(join(PROJECT_DIR, "node_modules", "playwright-core"))) {
    throw new UsageError("bench search drives a browser: run npm ci first, without --omit=dev.");
  }
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  await generateArchive(content, archive);
  await run(process.execPath, [BUILD, "build", "--content", content, "--output", site], { cwd: PROJECT_DIR });
  const comments = String(archive.posts * archive.commentsPerPost);
  const { stdout } = await run(process.execPath, ["--import", "tsx", SCRIPT, site, comments], { cwd: PROJECT_DIR });
  return describe(JSON.parse(stdout) as SearchMeasurement);
}

function describe(found: SearchMeasurement): string {
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
  const differ = found.countsThatDiffer.length === 0 ? "none differs" : found.countsThatDiffer.join("; ");
  return [
    "Search, the dearest of ten words from the most common to the rarer, in kB as sent with gzip",
    `  first query   ${kilobytes(found.firstBytes)} in all languages, ${kilobytes(found.firstBytesInOne)} in one: page, styles, scripts, index, ten hits`,
    `  further word  ${kilobytes(found.furtherBytes)}`,
    `  wait          ${Math.round(found.medianWait)} ms from the last keystroke to the hits, at most ${Math.round(found.longestWait)} ms`,
    `  index         ${found.files} files`,
    `  rare words    ${found.rareFound} of ${found.rareAsked} lead to their comment first; with a common word beside it ${found.pairsFound}`,
    `  counts        by language against the language alone: ${differ}`,
    "",
    "",
  ].join("\n");
}
