// Plans the feeds at old addresses: an Atom file where the blog's own feeds were, which `index.xml` in a folder answers for.

import { compareDates, instantOf } from "../../archive/edtf.ts";
import type { Source } from "../../archive/model.ts";
import { toSlug } from "../../archive/slug.ts";
import { fill } from "../../strings/fill.ts";
import { getStrings } from "../../strings/index.ts";
import { addressLanguage, mainPath, memberPath } from "../addresses.ts";
import type { Entry } from "../catalog.ts";
import { type AtomEntry, writeAtom } from "../feeds/atom.ts";
import { commentToEntry, exportDate, feedAddress, type PlacedComment, postToEntry } from "../feeds/feed-entries.ts";
import { absoluteAddress } from "../location.ts";
import type { Site } from "../site.ts";
import { toOldFile } from "./old-file.ts";
import type { OldPlace } from "./old-places.ts";

/** Newest posts or comments in a blog's feed. */
const FEED_SIZE = 50;
/** Newest posts or comments in the feed of a topic or thread: as many as WordPress showed. These feeds are many. */
const SMALL_FEED_SIZE = 10;
/** Threads that keep a feed of their own: those that were last spoken in. A feed for each would double the site's files. */
const THREAD_FEEDS = 500;
/** Topics that keep a feed: those used most. */
const TOPIC_FEEDS = 50;

/** A feed at an old address. */
export interface OldFeed {
  /** File below the output folder. */
  readonly file: string;
  /** Path below the base at which it was, encoded: `/feed/`. */
  readonly path: string;
  /** Returns the posts or the comments in it. */
  readonly posts?: () => readonly Entry[];
  readonly comments?: () => readonly PlacedComment[];
  /** Returns the XML; undefined where nothing in it has a date. */
  readonly write: () => string | undefined;
}

/** What a feed is of. */
interface Subject {
  readonly title: string;
  /** Page of the site that shows the same. */
  readonly page: string;
  readonly source: Source | undefined;
  readonly posts?: readonly Entry[];
  readonly comments?: readonly PlacedComment[];
}

/** Returns the feeds of all old places. */
export function planOldFeeds(site: Site): readonly OldFeed[] {
  return site.oldPlaces.flatMap((place) =>
    [...place.homes].flatMap(([home, sources]) => planHome(site, place, home, sources)),
  );
}

function planHome(site: Site, place: OldPlace, home: string, sources: readonly Source[]): readonly OldFeed[] {
  const entries = sources
    .flatMap(({ id }) => site.catalog.postsBySource.get(id) ?? [])
    .filter(({ post }) => post.type === "post");
  const source = sources[0];
  if (source === undefined || entries.length === 0) return [];
  const posts = sources.length === 1 ? entries : [...entries].sort((a, b) => compareDates(b.post.date, a.post.date));
  const language = addressLanguage(source.lang, site.archive.settings.language);
  const title =
    (sources.length === 1 ? source.title : undefined) ?? site.archive.settings.title[language] ?? "Ordskifte";
  const t = getStrings(language);
  const isBlogger = sources.some(({ platform }) => platform === "blogger");
  const isOther = sources.some(({ platform }) => platform !== "blogger");
  const page = sources.length === 1 ? memberPath(language, "sources", source.id) : mainPath(language, "home");
  const of = (part: Partial<Subject>): Subject => ({ title, page, source, ...part });
  const feeds: OldFeed[] = [];
  const add = (path: string, subject: Subject): void => {
    const isFile = path.endsWith(".xml");
    const old = toOldFile(home + path);
    if (old === undefined) return;
    const file = isFile ? old.file.replace(/\/index\.html$/, "") : old.file.replace(/index\.html$/, "index.xml");
    const at = place.prefix.slice(0, -1) + (isFile ? old.path.replace(/\/$/, "") : old.path);
    const { posts, comments } = subject;
    feeds.push({
      file: place.prefix.slice(1) + file,
      path: at,
      ...(posts && { posts: () => posts }),
      ...(comments && { comments: () => comments }),
      write: () => writeFeed(site, at, subject),
    });
  };
  const all = of({ posts: posts.slice(0, FEED_SIZE) });
  const said = of({ title: fill(t["feed.comments"], { title }), comments: newestComments(posts) });
  for (const path of isOther ? ["feed/", "feed/atom/", "feed/rss/", "feed/rss2/", "feed/rdf/"] : []) add(path, all);
  for (const path of isOther ? ["comments/feed/", "comments/feed/atom/", "comments/feed/rss2/"] : []) add(path, said);
  for (const path of isBlogger ? ["feeds/posts/default/", "feeds/posts/summary/", "atom.xml", "rss.xml"] : [])
    add(path, all);
  for (const path of isBlogger ? ["feeds/comments/default/", "feeds/comments/summary/"] : []) add(path, said);
  for (const [topic, members] of mostUsedTopics(posts)) {
    const label = site.catalog.topicLabels.get(topic) ?? topic;
    const slug = site.catalog.topicSlugs.get(label);
    const subject = of({
      title: `${label} – ${title}`,
      posts: members.slice(0, SMALL_FEED_SIZE),
      ...(slug !== undefined && { page: memberPath(language, "topics", slug) }),
    });
    if (isOther)
      for (const kind of ["category", "tag"]) add(`${kind}/${encodeURIComponent(toSlug(topic))}/feed/`, subject);
    if (isBlogger) add(`feeds/posts/default/-/${encodeURIComponent(topic)}/`, subject);
  }
  for (const entry of lastSpokenIn(posts)) {
    const { post, path } = entry;
    const name = fill(t["feed.comments"], { title: entry.text.title ?? t["post.untitled"] });
    const subject = of({ title: name, page: path, comments: newestComments([entry]).slice(0, SMALL_FEED_SIZE) });
    const old = post.source_url === undefined ? undefined : site.placeOldAddress(post.source_url, post.source);
    const isBelow = old !== undefined && old.query === "" && old.prefix === place.prefix && old.path.startsWith(home);
    const isFolder = isBelow && toOldFile(old.path)?.file.endsWith("/index.html");
    if (isOther && isFolder) add(`${old.path.slice(home.length).replace(/\/$/, "")}/feed/`, subject);
    if (isBlogger && /^\d+$/.test(post.source_id ?? "")) add(`feeds/${post.source_id}/comments/default/`, subject);
  }
  return feeds;
}

function mostUsedTopics(posts: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
  const topics = new Map<string, Entry[]>();
  for (const entry of posts) {
    for (const topic of new Set(entry.post.topics)) {
      const members = topics.get(topic);
      if (members === undefined) topics.set(topic, [entry]);
      else members.push(entry);
    }
  }
  return [...topics]
    .filter(([topic]) => toSlug(topic) !== "")
    .sort(([a, inA], [b, inB]) => inB.length - inA.length || (a < b ? -1 : 1))
    .slice(0, TOPIC_FEEDS);
}

function lastSpokenIn(posts: readonly Entry[]): readonly Entry[] {
  return posts
    .map((entry) => ({ entry, instant: newestInstant(entry) }))
    .filter(({ instant }) => instant > Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.instant - a.instant || (a.entry.post.id < b.entry.post.id ? -1 : 1))
    .slice(0, THREAD_FEEDS)
    .map(({ entry }) => entry);
}

function newestComments(entries: readonly Entry[]): readonly PlacedComment[] {
  return entries
    .flatMap(datedComments)
    .sort((a, b) => b.instant - a.instant || (a.comment.id < b.comment.id ? -1 : 1))
    .slice(0, FEED_SIZE);
}

function newestInstant(entry: Entry): number {
  return datedComments(entry).reduce((newest, { instant }) => Math.max(newest, instant), Number.NEGATIVE_INFINITY);
}

type DatedComment = PlacedComment & { readonly instant: number };

/** Each is asked for by the feed of its thread, of its blog, and of all. */
const datedByEntry = new WeakMap<Entry, readonly DatedComment[]>();

function datedComments(entry: Entry): readonly DatedComment[] {
  const known = datedByEntry.get(entry);
  if (known !== undefined) return known;
  const dated = entry.post.thread.flatMap((comment) => {
    const instant = comment.status === undefined ? instantOf(comment.date ?? "") : undefined;
    return instant === undefined ? [] : [{ comment, entry, instant }];
  });
  datedByEntry.set(entry, dated);
  return dated;
}

function writeFeed(site: Site, path: string, subject: Subject): string | undefined {
  const { title, page, source, posts = [], comments = [] } = subject;
  const entries: readonly AtomEntry[] = [
    ...posts.flatMap((entry) => postToEntry(site, path, entry) ?? []),
    ...comments.flatMap((comment) => commentToEntry(site, path, comment) ?? []),
  ];
  const newest = entries.map(({ updated }) => updated).sort((a, b) => Date.parse(b) - Date.parse(a))[0];
  const updated = newest ?? exportDate(site, source?.id)?.text;
  if (updated === undefined) return undefined;
  const language = addressLanguage(source?.lang, site.archive.settings.language);
  const self = absoluteAddress(path, site.location);
  return writeAtom({
    // The address is what readers of the old feed know it by; the site's own may change.
    id:
      source?.url !== undefined && URL.canParse(path.slice(1), source.url)
        ? oldAddress(source.url, path)
        : `tag:ordskifte.invalid,2026:${path}`,
    title,
    updated,
    author: site.archive.settings.title[language] ?? title,
    ...(self !== undefined && { self }),
    alternate: feedAddress(site, path, page),
    ...(source?.lang !== undefined && { lang: source.lang }),
    ...(source?.rights !== undefined && { rights: source.rights }),
    entries,
  });
}

/** Returns the address that the feed had when the blog was alive. */
function oldAddress(home: string, path: string): string {
  return new URL(path.replace(/^\/old\/[^/]+/, ""), home).href;
}
