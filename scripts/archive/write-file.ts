// Writes files so that whoever reads them, at any moment, finds the old text or the new one and never half of it.

import { renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { TEMPORARY_SUFFIX } from "./folder-listing.ts";

/**
 * Writes a file through a temporary one beside it. A process killed in between leaves a `.…ordskifte-tmp`, which readers
 * leave alone and the next import removes.
 */
export function writeFileWhole(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}${TEMPORARY_SUFFIX}`);
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
