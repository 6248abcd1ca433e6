// Orders the archive for readers: which texts are shown, where each lives, and how they group.

import { instantOf, yearOf } from "../archive/edtf.ts";
import type { ArchiveFacts, PostFacts, TranslationFacts } from "../archive/facts.ts";
import type { Source } from "../archive/model.ts";
import type { Language } from "../strings/index.ts";
import { addressLanguage, postPath } from "./addresses.ts";
import { createGroups, type Group } from "./groups.ts";
import { isUnlisted, nameTombstone } from "./name-tombstone.ts";
import { createPeople, type People, type PersonGroup } from "./people.ts";
import { listComments, type PlacedComment } from "./placed-comments.ts";

/** A post, a page or a translation at its address. */
export interface Entry {
  readonly post: PostFacts;
  /** The post itself, or its translation. */
  readonly text: PostFacts | TranslationFacts;
  /** Interface language of the address. */
  readonly language: Language;
  /** BCP 47 code of the text, of a tombstone that of the words which name it; empty when unknown, as in HTML. */
  readonly lang: string;
  readonly path: string;
  /** `2011` or `undated`. */
  readonly year: string;
  /** Published comments, pingbacks and trackbacks not counted. */
  readonly commentCount: number;
  /** The same with tombstones: what the archive knows to have been there. */
  readonly knownCount: number;
  /** Search engines are asked to leave the page out: the text, or a comment below it, is to stay out of them. */
  readonly isUnlisted: boolean;
}

/** The archive as readers meet it. */
export interface Catalog {
  /** Published posts, newest first, undated last; originals only. */
  readonly posts: readonly Entry[];
  /** Published pages by id. */
  readonly pages: readonly Entry[];
  /** Every text with an address, translations too, by path. */
  readonly entriesByPath: ReadonlyMap<string, Entry>;
  /** All entries of one post, the original first. */
  readonly entriesById: ReadonlyMap<string, readonly Entry[]>;
  /** Posts of the archive that translate the post of this id. */
  readonly translationsOf: ReadonlyMap<string, readonly Entry[]>;
  readonly sourcesById: ReadonlyMap<string, Source>;
  /** Newest year first in each; `undated` last. */
  readonly years: ReadonlyMap<string, readonly Entry[]>;
  /** Published comments below the posts of each year. */
  readonly commentsByYear: ReadonlyMap<string, number>;
  readonly topics: readonly Group[];
  readonly people: People;
  /** Those among them who wrote posts or pages. */
  readonly authors: readonly PersonGroup[];
  /** All published comments, below posts and pages in their order. */
  readonly comments: readonly PlacedComment[];
  /** Pages too, after the posts. */
  readonly postsBySource: ReadonlyMap<string, readonly Entry[]>;
  /** Shown name of each topic as written. */
  readonly topicLabels: ReadonlyMap<string, string>;
  readonly topicSlugs: ReadonlyMap<string, string>;
}

/** Returns the catalog of an archive. Drafts and the like are left out unless asked for. */
export function createCatalog(archive: ArchiveFacts, options: { readonly drafts: boolean }): Catalog {
  const shown = archive.posts
    .filter(({ status }) => options.drafts || status === undefined || status === "redacted")
    .map((post) => nameTombstone(post, addressLanguage(post.lang, archive.settings.language)));
  const entriesById = new Map<string, readonly Entry[]>();
  const entriesByPath = new Map<string, Entry>();
  for (const post of shown) {
    const entries = makeEntries(post, archive.settings.language, options.drafts);
    entriesById.set(post.id, entries);
    for (const entry of entries) entriesByPath.set(entry.path, entry);
  }
  const originals = [...entriesById.values()].map((entries) => entries[0] as Entry);
  const posts = sortNewestFirst(originals.filter((entry) => entry.post.type === "post"));
  const pages = originals.filter((entry) => entry.post.type === "page");
  const topicLabels = labelTopics(posts, archive.settings.topics);
  const topics = createGroups(posts, (entry) => topicsOf(entry, topicLabels));
  const comments = listComments([...posts, ...pages]);
  const years = groupByYear(posts);
  const people = createPeople([...posts, ...pages], comments, archive.people);
  return {
    posts,
    pages,
    entriesByPath,
    entriesById,
    translationsOf: groupBy([...posts, ...pages], (entry) => entry.post.translation_of),
    sourcesById: new Map(archive.sources.map((source) => [source.id, source])),
    years,
    commentsByYear: new Map([...years].map(([year, entries]) => [year, countComments(entries)])),
    topics,
    people,
    authors: people.groups.filter(({ entries }) => entries.length > 0),
    comments,
    postsBySource: groupBy([...posts, ...pages], (entry) => entry.post.source),
    topicLabels,
    topicSlugs: new Map(topics.map(({ label, slug }) => [label, slug])),
  };
}

/** Returns the entry of a post that a list in one language shows: its translation into that language, else the original. */
export function entryFor(catalog: Catalog, entry: Entry, language: Language): Entry {
  if (entry.language === language) return entry;
  return catalog.entriesById.get(entry.post.id)?.find((other) => other.language === language) ?? entry;
}

/** Returns the posts with the most comments, most first; newer before older. None without a comment. */
export function mostDiscussed({ posts }: Catalog, limit: number): readonly Entry[] {
  return posts
    .filter((entry) => entry.commentCount > 0)
    .sort((a, b) => b.commentCount - a.commentCount)
    .slice(0, limit);
}

/** Returns the shown names of a post's topics, each once. */
export function topicsOf(entry: Entry, labels: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set((entry.post.topics ?? []).map((topic) => labels.get(topic) ?? topic))];
}

function makeEntries(post: PostFacts, siteLanguage: string, hasDrafts: boolean): readonly Entry[] {
  const known = post.thread.filter((comment) => !comment.kind);
  const counts = { commentCount: known.filter((comment) => !comment.status).length, knownCount: known.length };
  const year = post.type === "page" ? yearOf(post.date) : (post.id.split("/")[0] ?? "undated");
  const taken = new Set<Language>();
  const entries: Entry[] = [];
  const translations = post.translations.filter(({ status }) => hasDrafts || status === undefined);
  for (const text of [post, ...translations]) {
    const language = addressLanguage(text.lang, siteLanguage);
    // Two texts in one interface language would share an address: the first keeps it, check names the other.
    if (taken.has(language)) continue;
    taken.add(language);
    entries.push({
      post,
      text,
      language,
      lang: post.status === "redacted" ? language : (text.lang ?? ""),
      path: postPath(post, language),
      year,
      isUnlisted: isUnlisted(post),
      ...counts,
    });
  }
  return entries;
}

// Undated ones last; what cannot be told apart by time stands by id.
function sortNewestFirst(entries: readonly Entry[]): readonly Entry[] {
  const dated = entries.map((entry) => ({ entry, rank: rankOf(entry.post) }));
  dated.sort((a, b) => b.rank - a.rank || (a.entry.post.id < b.entry.post.id ? -1 : 1));
  return dated.map(({ entry }) => entry);
}

// A date that cannot be read is newer than all.
function rankOf({ date }: PostFacts): number {
  return date === undefined ? Number.NEGATIVE_INFINITY : (instantOf(date) ?? Number.POSITIVE_INFINITY);
}

/** Returns the shown name of every topic: a rename of site.json, else the spelling used most among those that differ only by case. */
function labelTopics(posts: readonly Entry[], renames: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const { post } of posts) {
    for (const topic of post.topics ?? []) uses.set(topic, (uses.get(topic) ?? 0) + 1);
  }
  const labels = new Map<string, string>();
  const labelByKey = new Map<string, string>();
  const byUse = [...uses].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  for (const [topic] of byUse) {
    const renamed = Object.hasOwn(renames, topic) ? (renames[topic] as string) : topic;
    const key = renamed.normalize("NFC").toLowerCase();
    if (!labelByKey.has(key)) labelByKey.set(key, renamed);
    labels.set(topic, labelByKey.get(key) as string);
  }
  return labels;
}

function countComments(entries: readonly Entry[]): number {
  return entries.reduce((sum, { commentCount }) => sum + commentCount, 0);
}

function groupByYear(posts: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const rank = (year: string): number => (year === "undated" ? Number.NEGATIVE_INFINITY : Number(year));
  return new Map([...groupBy(posts, (entry) => entry.year)].sort(([a], [b]) => rank(b) - rank(a)));
}

function groupBy(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
