// Makes the lines of lists: cards of posts, counts of years, topics and sources.

import type { Language } from "../strings/index.ts";
import { memberPath, yearPath } from "./addresses.ts";
import { type Entry, entryFor, topicsOf } from "./catalog.ts";
import type { Group } from "./groups.ts";
import type { Site } from "./site.ts";
import type { ArchiveCounts, CountedLink, Link, PostCard, SourceCard, YearCount } from "./view.ts";

/** Returns the card of a post in a list of one language; its translation into that language stands for it. */
export function createCard(site: Site, original: Entry, language: Language): PostCard {
  const { post, text, path } = entryFor(site.catalog, original, language);
  const declared = post.comments?.declared;
  const { title, lang, date } = text;
  const author = text.author ?? post.author;
  return {
    path,
    ...(lang === undefined ? {} : { lang }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...((date ?? post.date) ? { date: date ?? (post.date as string) } : {}),
    // A list that search engines read repeats nothing of a text that is to stay out of them.
    excerpt: post.noindex ? "" : site.digests.excerptOf(text),
    topics: topicLinks(site, original, language),
    ...sourceLink(site, post.source, language),
    commentCount: original.commentCount,
    ...(declared !== undefined && declared > original.knownCount ? { declared } : {}),
  };
}

/** Returns the topics of a post with their pages in one language. */
export function topicLinks(site: Site, entry: Entry, language: Language): readonly Link[] {
  return topicsOf(entry, site.catalog.topicLabels).map((label) => {
    const slug = site.catalog.topicSlugs.get(label);
    // Topics of pages have no list of their own unless a post shares them.
    return { label, path: slug === undefined ? "" : memberPath(language, "topics", slug) };
  });
}

/** Returns the link to a source's page as a property, or nothing when the source is unknown. */
export function sourceLink(site: Site, id: string | undefined, language: Language): { readonly source?: Link } {
  const source = id === undefined ? undefined : site.catalog.sourcesById.get(id);
  if (!source) return {};
  const path = site.options.isLean ? "" : memberPath(language, "sources", source.id);
  return { source: { label: source.title ?? source.id, path } };
}

/** Returns groups as links with counts, sorted by the rules of the language. */
export function countedLinks(
  groups: readonly Group[],
  list: "topics" | "people",
  language: Language,
): readonly CountedLink[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return groups
    .map(({ label, slug, entries }) => ({ label, path: memberPath(language, list, slug), count: entries.length }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** Returns the years ascending, `undated` last. */
export function yearCounts({ catalog }: Site, language: Language): readonly YearCount[] {
  const years = [...catalog.years].map(([year, entries]) => ({
    year,
    label: year,
    path: yearPath(language, year),
    count: entries.length,
    commentCount: catalog.commentsByYear.get(year) ?? 0,
  }));
  const dated = years.filter(({ year }) => year !== "undated").reverse();
  return [...dated, ...years.filter(({ year }) => year === "undated")];
}

/** Returns the sources by title. */
export function sourceCards(site: Site, language: Language): readonly SourceCard[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return site.archive.sources
    .map((source) => {
      const entries = site.catalog.postsBySource.get(source.id) ?? [];
      return {
        source,
        label: source.title ?? source.id,
        path: memberPath(language, "sources", source.id),
        posts: entries.filter((entry) => entry.post.type === "post").length,
        comments: entries.reduce((sum, entry) => sum + entry.commentCount, 0),
      };
    })
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** Returns the counts of the whole archive as shown. */
export function countArchive(site: Site): ArchiveCounts {
  const { posts, pages, years, people, comments } = site.catalog;
  const names = new Set([...people.groups.map(({ label }) => label), ...people.commenters.keys()]);
  const dated = [...years.keys()].filter((year) => year !== "undated").map(Number);
  return {
    posts: posts.length,
    pages: pages.length,
    comments: comments.length,
    people: names.size,
    sources: site.archive.sources.length,
    ...(dated.length === 0 ? {} : { firstYear: Math.min(...dated), lastYear: Math.max(...dated) }),
  };
}
