// Writes what stands at old addresses: redirect pages, maps, feeds and `_redirects`. Not through Eleventy: they are many and tiny.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { foldName } from "../../archive/slug.ts";
import type { Site } from "../site.ts";
import { type OldFeed, planOldFeeds } from "./old-feeds.ts";
import { foldersOf } from "./old-file.ts";
import type { OldAddressPlan } from "./plan-old-addresses.ts";
import { writeRedirectPage } from "./redirect-page.ts";
import { writeRedirectRules } from "./redirect-rules.ts";

const CONCURRENT_WRITES = 32;

/** Writes the plan into the output folder; nothing for an archive without old addresses. */
export async function writeOldAddresses(
  site: Site,
  plan: OldAddressPlan,
  ownFiles: readonly string[],
  outputDir: string,
): Promise<void> {
  if (plan.pages.length === 0 && plan.maps.size === 0) return;
  const { location, assets, options } = site;
  const setting = { location, script: assets.redirect, isDevelopment: options.isDevelopment };
  await writeAll(outputDir, plan.pages, (page) => [page.file, writeRedirectPage(page, setting)]);
  await writeAll(outputDir, [...plan.maps], ([path, map]) => [path.slice(1), `${JSON.stringify(map)}\n`]);
  const taken = new Set([...plan.pages.map(({ file }) => file), ...ownFiles].map(foldName));
  const feeds = planOldFeeds(site).filter((feed) => isFree(feed, taken));
  const written: OldFeed[] = [];
  await writeAll(outputDir, feeds, (feed) => {
    const xml = feed.write();
    if (xml === undefined) return undefined;
    written.push(feed);
    return [feed.file, xml];
  });
  await writeFile(join(outputDir, "_redirects"), writeRedirectRules(plan.pages, written, location));
}

/** The first feed to ask for a file gets it; none gets a page's, or lies below one. */
function isFree(feed: OldFeed, taken: Set<string>): boolean {
  const file = foldName(feed.file);
  if (taken.has(file) || taken.has(`${file}/index.html`) || foldersOf(file).some((folder) => taken.has(folder)))
    return false;
  taken.add(file);
  return true;
}

async function writeAll<Item>(
  outputDir: string,
  items: readonly Item[],
  write: (item: Item) => readonly [file: string, content: string] | undefined,
): Promise<void> {
  const made = new Set<string>();
  for (let start = 0; start < items.length; start += CONCURRENT_WRITES) {
    await Promise.all(
      items.slice(start, start + CONCURRENT_WRITES).map(async (item) => {
        const [name, content] = write(item) ?? [];
        if (name === undefined || content === undefined) return;
        const file = join(outputDir, name);
        const folder = dirname(file);
        if (!made.has(folder)) await mkdir(folder, { recursive: true });
        made.add(folder);
        await writeFile(file, content);
      }),
    );
  }
}
