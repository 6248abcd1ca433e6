// Writes what stands at old addresses: redirect pages, maps, feeds and `_redirects`. Not through Eleventy: they are many and tiny.

import { foldName } from "../../archive/slug.ts";
import type { MadeFiles } from "../cache/made-files.ts";
import type { Site } from "../site.ts";
import type { OldFeed } from "./old-feeds.ts";
import { foldersOf } from "./old-file.ts";
import type { OldAddressPlan } from "./plan-old-addresses.ts";
import { writeRedirectPage } from "./redirect-page.ts";
import { writeRedirectRules } from "./redirect-rules.ts";

/** Writes the plan; nothing for an archive without old addresses. */
export function writeOldAddresses(
  site: Site,
  plan: OldAddressPlan,
  oldFeeds: readonly OldFeed[],
  ownFiles: readonly string[],
  files: Pick<MadeFiles, "write">,
): void {
  if (plan.pages.length === 0 && plan.maps.size === 0) return;
  const { location, assets, options } = site;
  const setting = { location, script: assets.redirect, isDevelopment: options.isDevelopment };
  for (const page of plan.pages) files.write(page.file, writeRedirectPage(page, setting));
  for (const [path, map] of plan.maps) files.write(path.slice(1), `${JSON.stringify(map)}\n`);
  const taken = new Set([...plan.pages.map(({ file }) => file), ...ownFiles].map(foldName));
  const written = oldFeeds
    .filter((feed) => isFree(feed, taken))
    .filter((feed) => {
      const xml = feed.write();
      if (xml !== undefined) files.write(feed.file, xml);
      return xml !== undefined;
    });
  files.write("_redirects", writeRedirectRules(plan.pages, written, location));
}

/** The first feed to ask for a file gets it; none gets a page's, or lies below one. */
function isFree(feed: OldFeed, taken: Set<string>): boolean {
  const file = foldName(feed.file);
  if (taken.has(file) || taken.has(`${file}/index.html`) || foldersOf(file).some((folder) => taken.has(folder)))
    return false;
  taken.add(file);
  return true;
}
