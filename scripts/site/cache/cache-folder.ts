// Where the records of sites are kept: one for each archive and output folder, and not more than a few.

import { createHash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** Records of a large site take tens of megabytes. */
const MAX_KEPT = 6;
/** Milliseconds after which whoever was writing a file has been killed. */
const ABANDONED = 3_600_000;

/** Returns the file that keeps the record of a site. */
export function recordFileOf(cacheDir: string, contentDir: string, outputDir: string): string {
  const name = JSON.stringify([resolve(contentDir), resolve(outputDir)]);
  return join(cacheDir, createHash("sha256").update(name).digest("hex").slice(0, 40));
}

/** Forgets the records that were written longest ago, and what killed builds left behind. */
export function pruneRecords(cacheDir: string): void {
  try {
    const now = Date.now();
    const found = readdirSync(cacheDir).map((name) => ({ name, at: statSync(join(cacheDir, name)).mtimeMs }));
    const records = found.filter(({ name }) => /^[0-9a-f]{40}$/.test(name)).sort((a, b) => b.at - a.at);
    const remains = found.filter(({ name, at }) => name.includes(".") && now - at > ABANDONED);
    for (const { name } of [...records.slice(MAX_KEPT), ...remains]) rmSync(join(cacheDir, name), { force: true });
  } catch {
    // There is none yet, or another build is tidying, too.
  }
}
