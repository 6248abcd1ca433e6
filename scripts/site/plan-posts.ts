// Plans the pages of posts, pages and translations.

import type { Entry } from "./catalog.ts";
import type { PageAddress } from "./frame.ts";
import { findNeighbours, type PostNeighbours } from "./neighbours.ts";
import type { Site } from "./site.ts";
import type { Alternate } from "./view.ts";

/** The page of a post, a page or a translation. */
export interface PostPageDraft extends PageAddress {
  readonly type: "post";
  readonly isHidden: boolean;
  readonly entry: Entry;
  readonly neighbours: PostNeighbours;
}

/** Returns one page for every text that has an address. */
export function planPosts(site: Site): readonly PostPageDraft[] {
  const { posts, pages } = site.catalog;
  const neighboursOf = findNeighbours(site.catalog);
  return [...posts, ...pages].flatMap((entry) => planEntry(site, entry, neighboursOf(entry)));
}

function planEntry(site: Site, original: Entry, neighbours: PostNeighbours): readonly PostPageDraft[] {
  const entries = site.catalog.entriesById.get(original.post.id) ?? [original];
  return entries.map((entry) => ({
    type: "post",
    language: entry.language,
    path: entry.path,
    alternates: listAlternates(site, entry, entries),
    isHidden: entry.isUnlisted,
    entry,
    neighbours,
  }));
}

/** Returns the other languages of a text: translations beside it, and posts that it translates or that translate it. */
function listAlternates(site: Site, entry: Entry, siblings: readonly Entry[]): readonly Alternate[] {
  const { entriesById, translationsOf } = site.catalog;
  const original = entry.post.translation_of;
  const others = [
    ...siblings,
    ...(original === undefined ? [] : (entriesById.get(original) ?? [])),
    ...(translationsOf.get(entry.post.id) ?? []),
  ];
  const alternates = new Map<string, Alternate>();
  for (const { language, path } of others) {
    if (language !== entry.language && !alternates.has(language)) alternates.set(language, { language, path });
  }
  return [...alternates.values()];
}
