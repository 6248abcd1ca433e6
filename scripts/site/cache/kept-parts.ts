// Finds the parts of a published site that the next one takes over: whole folders wherever all in them stays.

import { existsSync, readdirSync } from "node:fs";
import { type KeptParts, ReplacedError } from "../swap.ts";
import type { SiteCache } from "./site-cache.ts";

/**
 * Returns the parts, few and large. Files that nobody knows of, or that are made anew, are in none of them.
 * @param finishedDir where the new site stands, but for these
 * @throws ReplacedError when a file that was there when its page was found to be unchanged is gone
 */
export function findKeptParts(
  { siteDir, siteIdentity, keptFiles }: Pick<SiteCache, "siteDir" | "siteIdentity" | "keptFiles">,
  finishedDir: string,
): KeptParts {
  const kept = keptFiles();
  if (kept.size === 0) return { of: siteIdentity, paths: [] };
  const paths: string[] = [];
  let found = 0;
  /** Tells whether all in a folder stays, and the new site has nothing there; what stays of another is noted. */
  const search = (folder: string): boolean => {
    const entries = readdirSync(siteDir + folder, { withFileTypes: true });
    const staying: string[] = [];
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (search(path)) staying.push(path);
      } else if (kept.has(path.slice(1))) {
        found += 1;
        staying.push(path);
      }
    }
    if (folder !== "" && staying.length === entries.length && entries.length > 0 && !existsSync(finishedDir + folder))
      return true;
    for (const path of staying) paths.push(path.slice(1));
    return false;
  };
  try {
    search("");
  } catch (error) {
    // Another build has set it aside at this moment.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new ReplacedError(siteDir, error);
  }
  if (found !== kept.size) throw new ReplacedError(siteDir);
  return { of: siteIdentity, paths };
}
