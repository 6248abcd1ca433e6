// Plans the site's own Atom feeds: of everything, of each language, of each source and of the topics most used; of comments too.

import { instantOf } from "../../archive/edtf.ts";
import { fill, nameLanguage } from "../../strings/fill.ts";
import { getStrings, LANGUAGES, type Language } from "../../strings/index.ts";
import { addressLanguage, mainPath, memberPath } from "../addresses.ts";
import type { Entry } from "../catalog.ts";
import { nameArchive } from "../meta/name-archive.ts";
import type { Site } from "../site.ts";
import type { Link } from "../view.ts";
import { exportDate, isKeptOut, type PlacedComment } from "./feed-entries.ts";

/** Newest posts or comments in a feed of the archive, of a language or of a source. */
const FEED_SIZE = 50;
/** Newest posts in the feed of a topic: these feeds are many, and each holds whole texts. */
const TOPIC_FEED_SIZE = 20;
/** Topics that have a feed, the most used first, in every language of the interface: see docs/decisions on feeds. */
const TOPIC_FEEDS = 200;

/** A feed of the site. */
export interface PlannedFeed extends Link {
  /** Language of the words around the texts, and of what `page` leads to. */
  readonly language: Language;
  /** BCP 47 code of all texts in it, where they have one. */
  readonly lang?: string;
  /** Path of the page that shows the same. */
  readonly page: string;
  readonly rights?: string;
  /** Returns the posts or the comments; made when the feed is written. */
  readonly posts?: () => readonly Entry[];
  readonly comments?: () => readonly PlacedComment[];
}

/** The feeds of a site, and which of them a page names. */
export interface FeedPlan {
  readonly feeds: readonly PlannedFeed[];
  /** Returns the feeds of the whole archive in a page's language: posts, then comments. */
  readonly ofLanguage: (language: Language) => readonly Link[];
  /** Returns the feed that stands below a page's path: that of a topic or source. */
  readonly ofPage: (path: string) => Link | undefined;
  /** Of the whole archive, in all languages: posts, then comments. */
  readonly ofArchive: readonly Link[];
}

/** Returns the address of the feed of what a page shows: `/en/topics/maps/` → `/en/topics/maps/feed.xml`. */
export function feedPath(pagePath: string): string {
  return `${pagePath}feed.xml`;
}

/** Plans the feeds. An archive without posts has those of the archive and its languages, which are empty. */
export function planFeeds(site: Site): FeedPlan {
  const newest = lazily(() => newestComments(site));
  if (site.options.isLean) return planOneFeed(planArchiveFeeds(site, newest));
  const archive = planArchiveFeeds(site, newest);
  const languages = LANGUAGES.map((language) => planLanguageFeeds(site, language, newest));
  const members = [...planSourceFeeds(site), ...planTopicFeeds(site)];
  // Links alone, which can be handed to who draws pages.
  const toLink = ({ label, path }: PlannedFeed): Link => ({ label, path });
  const byLanguage = new Map(LANGUAGES.map((language, index) => [language, languages[index]?.map(toLink)]));
  const byPage = new Map(members.map((feed) => [feed.page, toLink(feed)]));
  return {
    feeds: [...archive, ...languages.flat(), ...members],
    ofLanguage: (language) => byLanguage.get(language) ?? [],
    ofPage: (path) => byPage.get(path),
    ofArchive: archive.map(toLink),
  };
}

/** Of a lean site: the posts of the archive. */
function planOneFeed(archive: readonly PlannedFeed[]): FeedPlan {
  const feeds = archive.slice(0, 1);
  const links = feeds.map(({ label, path }) => ({ label, path }));
  return { feeds, ofLanguage: () => links, ofPage: () => undefined, ofArchive: links };
}

function planArchiveFeeds(site: Site, newest: () => NewestComments): readonly PlannedFeed[] {
  const language = addressLanguage(undefined, site.archive.settings.language);
  const title = nameArchive(site.archive.settings, language);
  const page = mainPath(language, "home");
  return [
    { label: title, path: "/feed.xml", language, page, posts: () => datable(site, site.catalog.posts, FEED_SIZE) },
    {
      label: fill(getStrings(language)["feed.comments"], { title }),
      path: "/comments/feed.xml",
      language,
      page,
      comments: () => newest().all,
    },
  ];
}

function planLanguageFeeds(site: Site, language: Language, newest: () => NewestComments): readonly PlannedFeed[] {
  const t = getStrings(language);
  const words = { archive: nameArchive(site.archive.settings, language), language: nameLanguage(language, language) };
  const home = mainPath(language, "home");
  const comments = mainPath(language, "comments");
  const isHere = (entry: Entry): boolean => entry.language === language;
  return [
    {
      label: fill(t["feed.postsIn"], words),
      path: feedPath(home),
      language,
      page: home,
      // A translation made by hand is a text in its own language.
      posts: () =>
        datable(
          site,
          site.catalog.posts.flatMap((entry) => site.catalog.entriesById.get(entry.post.id)?.filter(isHere) ?? []),
          FEED_SIZE,
        ),
    },
    {
      label: fill(t["feed.commentsIn"], words),
      path: feedPath(comments),
      language,
      page: comments,
      comments: () => newest().byLanguage.get(language) ?? [],
    },
  ];
}

function planSourceFeeds(site: Site): readonly PlannedFeed[] {
  return site.archive.sources.flatMap((source) => {
    const posts = (site.catalog.postsBySource.get(source.id) ?? []).filter(({ post }) => post.type === "post");
    if (posts.length === 0) return [];
    return LANGUAGES.map((language): PlannedFeed => {
      const page = memberPath(language, "sources", source.id);
      return {
        label: `${source.title ?? source.id} – ${nameArchive(site.archive.settings, language)}`,
        path: feedPath(page),
        language,
        page,
        ...(source.lang !== undefined && { lang: source.lang }),
        ...(source.rights !== undefined && { rights: source.rights }),
        posts: () => datable(site, posts, FEED_SIZE),
      };
    });
  });
}

function planTopicFeeds(site: Site): readonly PlannedFeed[] {
  const topics = [...site.catalog.topics].sort(
    (a, b) => b.entries.length - a.entries.length || (a.slug < b.slug ? -1 : 1),
  );
  return topics.slice(0, TOPIC_FEEDS).flatMap(({ label, slug, entries }) =>
    LANGUAGES.map((language): PlannedFeed => {
      const page = memberPath(language, "topics", slug);
      return {
        label: `${label} – ${nameArchive(site.archive.settings, language)}`,
        path: feedPath(page),
        language,
        page,
        posts: () => datable(site, entries, TOPIC_FEED_SIZE),
      };
    }),
  );
}

/** Returns the first entries that a feed can hold: Atom demands a date, so one that has none at all is left out. */
function datable(site: Site, entries: readonly Entry[], limit: number): readonly Entry[] {
  const found: Entry[] = [];
  for (const entry of entries) {
    if (found.length === limit) break;
    const { text, post } = entry;
    if (isKeptOut(post)) continue;
    const isDated = text.updated !== undefined || text.date !== undefined || post.date !== undefined;
    if (isDated || exportDate(site, post.source) !== undefined) found.push(entry);
  }
  return found;
}

interface NewestComments {
  readonly all: readonly PlacedComment[];
  readonly byLanguage: ReadonlyMap<Language, readonly PlacedComment[]>;
}

/** Goes through the whole archive once, for all feeds of comments. */
function newestComments({ catalog, archive }: Site): NewestComments {
  const { language: siteLanguage } = archive.settings;
  const all = new Newest();
  const byLanguage = new Map(LANGUAGES.map((language) => [language, new Newest()] as const));
  for (const entry of [...catalog.posts, ...catalog.pages]) {
    for (const comment of entry.post.thread) {
      if (comment.kind !== undefined || comment.status !== undefined || comment.date === undefined) continue;
      if (comment.noindex === true) continue;
      const instant = instantOf(comment.date);
      if (instant === undefined) continue;
      all.add(instant, { comment, entry });
      byLanguage.get(addressLanguage(comment.lang ?? entry.text.lang, siteLanguage))?.add(instant, { comment, entry });
    }
  }
  return {
    all: all.list(),
    byLanguage: new Map([...byLanguage].map(([language, newest]) => [language, newest.list()])),
  };
}

/** Keeps the newest comments of many without sorting all of them. */
class Newest {
  #kept: { readonly instant: number; readonly placed: PlacedComment }[] = [];

  add(instant: number, placed: PlacedComment): void {
    this.#kept.push({ instant, placed });
    if (this.#kept.length > FEED_SIZE * 20) this.#prune();
  }

  list(): readonly PlacedComment[] {
    this.#prune();
    return this.#kept.map(({ placed }) => placed);
  }

  #prune(): void {
    this.#kept = this.#kept
      .sort((a, b) => b.instant - a.instant || (globalId(a.placed) < globalId(b.placed) ? -1 : 1))
      .slice(0, FEED_SIZE);
  }
}

function globalId({ comment, entry }: PlacedComment): string {
  return `${entry.post.id}#${comment.id}`;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
