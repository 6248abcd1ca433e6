// Tells which published files are no longer as they were published, and must be made anew.

import { stampFile } from "./file-stamp.ts";
import { isAsRecorded } from "./site-cache.ts";
import type { FileRecord } from "./site-record.ts";

/** A published file, and the state in which it is what it was made to be. */
export interface KeptFile extends Pick<FileRecord, "stamp"> {
  /** Path below the site's folder. */
  readonly file: string;
}

/** Returns those files of a site that are gone, or that somebody has written to. */
export function findLost(kept: readonly KeptFile[], siteDir: string): readonly string[] {
  return kept.flatMap((each) => {
    const found = stampFile(`${siteDir}/${each.file}`);
    return found !== undefined && isAsRecorded(found, each) ? [] : [each.file];
  });
}
