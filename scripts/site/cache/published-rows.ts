// Opens the data files of the published site, to copy rows of posts that are as they were.

import { closeSync, fstatSync, openSync } from "node:fs";
import { join } from "node:path";
import { ROW_FILES, type RowFile } from "../data-rows.ts";
import { stampOf } from "./file-stamp.ts";
import { isAsRecorded, type SiteCache } from "./site-cache.ts";

/** Returns the path of a data file below the site's folder. */
export function rowFilePath(name: RowFile): string {
  return `data/${name}`;
}

/**
 * Opens the data files, one for each of the ROW_FILES; undefined when one is not as it was published. They can be read when
 * another build replaces the site.
 */
export function openPublishedRows(cache: SiteCache): readonly number[] | undefined {
  const opened: number[] = [];
  for (const name of ROW_FILES) {
    const path = rowFilePath(name);
    const record = cache.file(path);
    try {
      if (record === undefined) break;
      const file = openSync(join(cache.siteDir, path), "r");
      opened.push(file);
      if (!isAsRecorded(stampOf(fstatSync(file)), record)) break;
      if (opened.length === ROW_FILES.length) return opened;
    } catch {
      break;
    }
  }
  for (const file of opened) closeSync(file);
  return undefined;
}
