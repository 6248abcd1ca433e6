// Writes the planned feeds into the output folder. Addresses and what they hold: docs/archive-format.md, "Feeds".

import { createHash } from "node:crypto";
import { pathToFile } from "../addresses.ts";
import type { MadeFiles } from "../cache/made-files.ts";
import { absoluteAddress } from "../location.ts";
import { nameArchive } from "../meta/name-archive.ts";
import type { Site } from "../site.ts";
import { type AtomEntry, writeAtom } from "./atom.ts";
import { commentToEntry, exportDate, feedAddress, postToEntry } from "./feed-entries.ts";
import type { PlannedFeed } from "./plan-feeds.ts";

/** What an empty feed of an archive without any date says: Atom demands a moment, and the clock is none of the archive's. */
const NO_MOMENT = "1970-01-01T00:00:00Z";

/** Writes all feeds. */
export function writeFeeds(site: Site, feeds: readonly PlannedFeed[], files: Pick<MadeFiles, "write">): void {
  for (const feed of feeds) files.write(pathToFile(feed.path), writeFeed(site, feed));
}

function writeFeed(site: Site, feed: PlannedFeed): string {
  const { path, label, language } = feed;
  const found: readonly AtomEntry[] = [
    ...(feed.posts?.() ?? []).flatMap((entry) => postToEntry(site, path, entry) ?? []),
    ...(feed.comments?.() ?? []).flatMap((placed) => commentToEntry(site, path, placed) ?? []),
  ];
  const entries = uniqueIds(found);
  const self = absoluteAddress(path, site.location);
  return writeAtom({
    id: self ?? `tag:ordskifte.invalid,2026:${nameInstance(site)}:${path}`,
    title: label,
    updated: newestOf(entries.map(({ updated }) => updated)) ?? newestExport(site) ?? NO_MOMENT,
    author: nameArchive(site.archive.settings, language),
    ...(self !== undefined && { self }),
    alternate: feedAddress(site, path, feed.page),
    lang: feed.lang ?? language,
    ...(feed.rights !== undefined && { rights: feed.rights }),
    entries,
  });
}

/** Two records may claim one address at the source; a feed must not have two entries with one id. The first keeps it. */
function uniqueIds(entries: readonly AtomEntry[]): readonly AtomEntry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    const isTaken = seen.has(entry.id);
    seen.add(entry.id);
    return isTaken ? { ...entry, id: entry.ownId } : entry;
  });
}

function newestOf(moments: readonly string[]): string | undefined {
  return moments.reduce<string | undefined>(
    (newest, moment) => (newest === undefined || Date.parse(moment) > Date.parse(newest) ? moment : newest),
    undefined,
  );
}

function newestExport(site: Site): string | undefined {
  return newestOf(site.archive.sources.flatMap(({ id }) => exportDate(site, id)?.text ?? []));
}

/** Tells the feeds of archives without an address apart. */
function nameInstance({ archive }: Site): string {
  const named = JSON.stringify([archive.settings.title, archive.sources.map(({ id }) => id)]);
  return createHash("sha256").update(named).digest("hex").slice(0, 12);
}
