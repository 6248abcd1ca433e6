// Plans the pages of posts, pages and translations.

import type { Entry } from "./catalog.ts";
import { findNeighbours, type PostNeighbours } from "./neighbours.ts";
import type { PageDraft } from "./plan.ts";
import { createPostView } from "./post-view.ts";
import type { Site } from "./site.ts";
import type { Alternate } from "./view.ts";

/** Returns one page for every text that has an address. */
export function planPosts(site: Site): readonly PageDraft[] {
  const { posts, pages } = site.catalog;
  const neighboursOf = findNeighbours(site.catalog);
  return [...posts, ...pages].flatMap((entry) => planEntry(site, entry, neighboursOf(entry)));
}

function planEntry(site: Site, original: Entry, neighbours: PostNeighbours): readonly PageDraft<"post">[] {
  const entries = site.catalog.entriesById.get(original.post.id) ?? [original];
  return entries.map((entry) => ({
    type: "post",
    language: entry.language,
    path: entry.path,
    alternates: listAlternates(site, entry, entries),
    makeView: () => createPostView(site, entry, neighbours),
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
