// Makes feed entries of posts and comments: ids that readers of the old feeds know, dates that are true, no invented names.

import type { CommentFacts, PostFacts, TranslationFacts } from "../../archive/facts.ts";
import type { Source } from "../../archive/model.ts";
import { fill } from "../../strings/fill.ts";
import { getStrings } from "../../strings/index.ts";
import type { Entry } from "../catalog.ts";
import { absoluteAddress, hrefFrom } from "../location.ts";
import type { Site } from "../site.ts";
import { type AtomEntry, toRfc3339 } from "./atom.ts";
import { makeAbsolute } from "./make-absolute.ts";

/** A comment with the entry of its post. */
export interface PlacedComment {
  readonly comment: CommentFacts;
  readonly entry: Entry;
}

/** Returns an address for a feed: absolute, or relative to the feed where the site does not know its own. */
export function feedAddress(site: Site, feedPath: string, path: string): string {
  return absoluteAddress(path, site.location) ?? hrefFrom(feedPath, path, site.location);
}

/** Tells whether a post stays out of feeds: it has no words any more, or is to stay out of search engines, which read feeds. */
export function isKeptOut({ status, noindex }: PostFacts): boolean {
  return status === "redacted" || noindex === true;
}

/** Returns the entry of a post; undefined where it stays out of feeds, and where neither it nor its source's export has a date, because Atom demands one. */
export function postToEntry(site: Site, feedPath: string, entry: Entry): AtomEntry | undefined {
  const { post, text, path, lang } = entry;
  if (isKeptOut(post)) return undefined;
  const date = text.date ?? post.date;
  const updated = toRfc3339(text.updated ?? date) ?? exportDate(site, post.source);
  if (updated === undefined) return undefined;
  const published = toRfc3339(date);
  const author = text.author ?? post.author;
  return {
    id: postFeedId(site, post, text),
    ownId: tagId(text === post ? post.id : `${post.id}?lang=${text.lang}`),
    title: text.title ?? "",
    updated: updated.text,
    ...(published?.isExact && { published: published.text }),
    ...(author !== undefined && { author }),
    alternate: feedAddress(site, feedPath, path),
    lang,
    topics: post.topics ?? [],
    html: makeAbsolute(site.digests.htmlOf(text), path, site.location),
    // The thread stands with the original.
    ...(text === post &&
      entry.commentCount > 0 && {
        replies: { href: feedAddress(site, feedPath, `${path}#comments`), count: entry.commentCount },
      }),
  };
}

/** Returns the entry of a comment; undefined for a tombstone, for one that is to stay out of search engines, and where no date is to be had. */
export function commentToEntry(site: Site, feedPath: string, { comment, entry }: PlacedComment): AtomEntry | undefined {
  if (comment.status !== undefined || comment.noindex === true) return undefined;
  const { post, path, language } = entry;
  const updated = toRfc3339(comment.date) ?? exportDate(site, comment.source ?? post.source);
  if (updated === undefined) return undefined;
  const t = getStrings(language);
  const title = entry.text.title ?? t["post.untitled"];
  const parent = post.thread.find(({ id }) => id === comment.parent);
  const answered = parent === undefined ? path : `${path}#${encodeURIComponent(parent.id)}`;
  return {
    id: commentFeedId(site, comment, post),
    ownId: tagId(`${post.id}#${comment.id}`),
    title: fill(t[comment.author === undefined ? "feed.commentOn" : "feed.commentBy"], {
      author: comment.author ?? "",
      title,
    }),
    updated: updated.text,
    ...(toRfc3339(comment.date)?.isExact && { published: updated.text }),
    ...(comment.author !== undefined && { author: comment.author }),
    alternate: feedAddress(site, feedPath, `${path}#${encodeURIComponent(comment.id)}`),
    lang: comment.lang ?? entry.text.lang ?? "",
    topics: [],
    html: makeAbsolute(site.digests.htmlOf(comment), path, site.location),
    inReplyTo: {
      id: parent === undefined ? postFeedId(site, post) : commentFeedId(site, parent, post),
      href: feedAddress(site, feedPath, answered),
    },
  };
}

/** Returns when the newest export of a source was made: the last moment at which its records are known to have been so. */
export function exportDate(site: Site, source: string | undefined): ReturnType<typeof toRfc3339> {
  const dates = (site.catalog.sourcesById.get(source ?? "")?.exports ?? []).flatMap(
    ({ date }) => toRfc3339(date) ?? [],
  );
  return dates.sort((a, b) => Date.parse(a.text) - Date.parse(b.text)).at(-1);
}

/** Returns the id that the old blog's feed gave a post, where its form is known: a reader that knows it shows the post once. */
function postFeedId(site: Site, post: PostFacts, text: PostFacts | TranslationFacts = post): string {
  // A translation made by hand stood in no feed of the old blog.
  if (text !== post) return tagId(`${post.id}?lang=${text.lang}`);
  const source = site.catalog.sourcesById.get(post.source ?? "");
  const blogger = bloggerId(source, post.source_id);
  if (blogger !== undefined) return blogger;
  if (source?.platform === "wordpress" && source.url !== undefined && /^\d+$/.test(post.source_id ?? "")) {
    return `${source.url.replace(/\/$/, "")}/?p=${post.source_id}`;
  }
  return ownId(post.source_url, post.id);
}

function commentFeedId(site: Site, comment: CommentFacts, post: PostFacts): string {
  const blogger = bloggerId(site.catalog.sourcesById.get(comment.source ?? ""), comment.source_id);
  return blogger ?? ownId(comment.source_url, `${post.id}#${comment.id}`);
}

function bloggerId(source: Source | undefined, id: string | undefined): string | undefined {
  const isKnown = source?.platform === "blogger" && source.platform_id !== undefined && /^\d+$/.test(id ?? "");
  return isKnown ? `tag:blogger.com,1999:blog-${source.platform_id}.post-${id}` : undefined;
}

function ownId(address: string | undefined, id: string): string {
  if (address !== undefined && URL.canParse(address)) return new URL(address).href;
  return tagId(id);
}

function tagId(id: string): string {
  return `tag:ordskifte.invalid,2026:${encodeURI(id)}`;
}
