// Writes the many files that are no pages, but for those that the last build made of the same: these are taken over.

import { createFileWriter } from "../drawing/write-files.ts";
import { keyOfText } from "./cache-key.ts";
import { findLost } from "./lost-files.ts";
import type { SiteCache } from "./site-cache.ts";

/** Writes into one site. Paths are below its folder. */
export interface MadeFiles {
  readonly write: (path: string, content: string) => void;
}

/** Opens the files of a new site. */
export function createMadeFiles(cache: SiteCache, outputDir: string): MadeFiles {
  const writer = createFileWriter();
  const keep = (path: string, key: string): boolean => {
    const record = cache.file(path);
    if (record?.key !== key || findLost([{ file: path, stamp: record.stamp }], cache.siteDir).length > 0) return false;
    cache.addFile(path, key, record);
    return true;
  };
  return {
    write: (path, content) => {
      const key = keyOfText(content);
      if (keep(path, key)) return;
      writer.write(`${outputDir}/${path}`, content);
      cache.addFile(path, key);
    },
  };
}
