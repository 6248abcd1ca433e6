// What an entry is and which other entries it belongs to, read off whichever of the two formats it comes in.

import { toReason } from "../wordpress/comments.ts";
import type { FeedEntry, FeedLink } from "./feed-model.ts";

/** What an entry is: those of Blogger, and whatever else a file calls its entries. */
export type EntryKind = "post" | "page" | "comment" | "settings" | "template" | (string & {});

/** Whether an entry was public: `live`, or why it was not, in kebab case: `draft`, `spam`, `trash`. */
export type EntryStatus = "live" | (string & {});

const KIND_SCHEME = /\/g\/2005#kind$/;
const PAGE_PATH = /^\/p\/[^/]+$/;

/** Tells whether an entry comes from a Takeout feed. */
export function isTakeout({ fields }: FeedEntry): boolean {
  return fields.has("blogger:type") || fields.has("blogger:status");
}

/** Returns what an entry is. */
export function kindOf(entry: FeedEntry): EntryKind {
  const kind = readKind(entry);
  return kind === "post" && PAGE_PATH.test(pathOf(entry) ?? "") ? "page" : kind;
}

function readKind({ fields, categories, inReplyTo }: FeedEntry): EntryKind {
  const type = fields.get("blogger:type")?.toLowerCase() ?? "";
  if (type !== "") return type;
  const category = categories.find(({ scheme, term }) => KIND_SCHEME.test(scheme) || /\/kind#\w+$/.test(term));
  const term = category?.term.slice(category.term.lastIndexOf("#") + 1).toLowerCase() ?? "";
  if (term !== "") return term;
  if (inReplyTo !== undefined) return "comment";
  const id = fields.get("id") ?? "";
  if (id.includes(".settings.")) return "settings";
  return /\.(post|page)-\d+$/.exec(id)?.[1] ?? "unknown";
}

/** Returns whether an entry was public, or why not. */
export function statusOf(entry: FeedEntry): EntryStatus {
  const { fields, isRemoved } = entry;
  if (isRemoved) return "deleted";
  if (!isTakeout(entry)) return /^(yes|true)$/i.test(fields.get("app:draft") ?? "") ? "draft" : "live";
  if ((fields.get("blogger:trashed") ?? "") !== "") return "trash";
  const status = fields.get("blogger:status")?.toLowerCase() ?? "";
  if (status === "live") return "live";
  if (status === "") return "no-status";
  if (/trash/.test(status)) return "trash";
  if (/delete|removed/.test(status)) return "deleted";
  if (/^scheduled/.test(status)) return "future";
  return toReason(status.replace(/_comment$/, ""));
}

/** Returns the number of a post or comment, which is the same in both formats; undefined when it has none. */
export function idOf(entry: FeedEntry): string | undefined {
  return (
    numberAtEnd(entry.fields.get("id")) ?? numberAtEnd(findLink(entry, "self")) ?? numberAtEnd(findLink(entry, "edit"))
  );
}

/** Returns the blog's number, from an id such as `tag:blogger.com,1999:blog-123.post-456`. */
export function blogIdOf(id: string | undefined): string | undefined {
  return /\bblog-(\d+)/.exec(id ?? "")?.[1];
}

/** Returns the path of an entry's own page: `/2009/01/slug.html`; undefined where the file does not tell. */
export function pathOf(entry: FeedEntry): string | undefined {
  const filename = entry.fields.get("blogger:filename") ?? "";
  if (filename !== "") return filename.startsWith("/") ? filename : `/${filename}`;
  return pathOfAddress(findAddress(entry));
}

/** Returns the absolute address of an entry's own page, as the classic export gives it. */
export function findAddress(entry: FeedEntry): string | undefined {
  const links = entry.links.filter(({ rel, href }) => rel === "alternate" && /^https?:\/\/[^\s/]/i.test(href));
  return (links.find(({ type }) => type === "text/html") ?? links[0])?.href;
}

/** Returns the path of an address; undefined for what is none. */
export function pathOfAddress(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).pathname : undefined;
}

/** What a comment says of the post that it stands below, most trusted first. */
export interface PostReference {
  readonly ids: readonly string[];
  readonly path?: string;
}

/** Returns what a comment says of its post. */
export function readPostReference(entry: FeedEntry): PostReference {
  const ids = [
    numberAtEnd(entry.fields.get("blogger:parent")),
    numberAtEnd(entry.inReplyTo?.ref),
    postIdOfLink(findLink(entry, "self")),
    postIdOfLink(findLink(entry, "edit")),
  ];
  const path = pathOfAddress(entry.inReplyTo?.href) ?? pathOfAddress(findAddress(entry));
  return {
    ids: [...new Set(ids.filter((id) => id !== undefined))],
    ...(path !== undefined && path !== "/" && { path }),
  };
}

/** Returns the number of the comment that a comment answers; undefined when it answers the post. */
export function parentIdOf(entry: FeedEntry): string | undefined {
  return numberAtEnd(entry.fields.get("blogger:inReplyTo")) ?? numberAtEnd(findLink(entry, "related"));
}

/** Returns what tells two profiles apart: the number in a profile's address, else the address; undefined for none. */
export function profileOf(uri: string): string | undefined {
  if (!/^https?:\/\//i.test(uri)) return undefined;
  const number = /\/\/(?:[\w-]+\.)*blogger\.com\/profile\/(\d+)/i.exec(uri)?.[1];
  return number ?? uri.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/+$/, "");
}

function findLink({ links }: FeedEntry, rel: string): string | undefined {
  return links.find((link: FeedLink) => link.rel === rel)?.href;
}

// `/feeds/<blog>/<post>/comments/default/<comment>` at blogger.com; the blog's own host has no need of its number.
function postIdOfLink(href: string | undefined): string | undefined {
  return /\/feeds\/(?:\d+\/)?(\d+)\/comments\//.exec(href ?? "")?.[1];
}

function numberAtEnd(text: string | undefined): string | undefined {
  return /(\d+)\s*\/?\s*$/.exec(text ?? "")?.[1];
}
