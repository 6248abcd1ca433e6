// What the reader of Blogger's Atom files hands over, classic export and Takeout feed alike, as plain values.

import type { XmlSummary } from "../xml/xml-model.ts";

/** Texts by element name, with the usual prefix whatever the file's own was: `published`, `blogger:status`, `app:draft`. */
export type FeedFields = ReadonlyMap<string, string>;

/** A `<link>` of the feed or of an entry. */
export interface FeedLink {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
}

/** A `<category>`: what kind of entry it is, or a label. */
export interface FeedCategory {
  readonly scheme: string;
  readonly term: string;
}

/** Whose entry it is. E-mail and picture are not even read. */
export interface FeedAuthor {
  /** As the source shows it, also when that is a word for "anonymous"; empty when there is none. */
  readonly name: string;
  /** Address of the profile; empty when there is none. */
  readonly uri: string;
}

/** A post, page, comment, setting or template. */
export interface FeedEntry {
  /** 1-based line of its start tag. */
  readonly line: number;
  /** Position among the entries of the file, from 0. */
  readonly index: number;
  /** Trimmed, but for the content. */
  readonly fields: FeedFields;
  /** `type` of the title: `text` or `html`. */
  readonly titleType: string;
  readonly author: FeedAuthor;
  readonly links: readonly FeedLink[];
  readonly categories: readonly FeedCategory[];
  /** What a comment says of its post: its id and its address. */
  readonly inReplyTo?: { readonly ref: string; readonly href: string };
  /** Blogger removed the content and left a notice in its place. */
  readonly isRemoved: boolean;
  /** Address of the small picture that Blogger shows for a post. */
  readonly thumbnail?: string;
  /** Something of it is lost, or may be: the file is cut off or broken there. */
  readonly isDamaged: boolean;
}

/** What the feed says of the blog. */
export interface FeedHead {
  /** `id`, `title`, `subtitle`, `updated`, `generator`. */
  readonly fields: FeedFields;
  readonly links: readonly FeedLink[];
}

/** The state of a file after its end. */
export interface FeedSummary extends XmlSummary {
  /** Of the first export in it. */
  readonly head: FeedHead;
  /** `<entry>` tags outside CDATA. */
  readonly entryTags: number;
  /** Entries handed over, damaged ones included. */
  readonly entries: number;
}

/** Elements of the feed that are read. */
export const HEAD_FIELDS: ReadonlySet<string> = new Set(["id", "title", "subtitle", "updated", "generator"]);

/** Elements of an entry that are read. */
export const ENTRY_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "published",
  "updated",
  "title",
  "content",
  "thr:total",
  "blogger:type",
  "blogger:status",
  "blogger:parent",
  "blogger:inReplyTo",
  "blogger:filename",
  "blogger:trashed",
]);
