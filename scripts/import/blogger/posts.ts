// One post or page of the export: whether it is public, and its own fields.

import type { PostDraft } from "../../archive/model.ts";
import type { IncludeOptions } from "../importer.ts";
import { toOneLine, toPlainText } from "../wordpress/plain-text.ts";
import { decodeSlug } from "../wordpress/topics.ts";
import { isLaterChange, readFeedTime, toArchiveDate } from "./dates.ts";
import { findAddress, pathOf, statusOf } from "./entry-fields.ts";
import type { FeedEntry } from "./feed-model.ts";

/** The fields of a draft that are read off the entry's own fields. */
export type EntryFields = Pick<
  PostDraft,
  "title" | "date" | "updated" | "topics" | "image" | "comments" | "status" | "slug" | "source_url"
>;

/** What places an entry in time and on the web. */
export interface BlogPlace {
  /** IANA zone for times that are told in UTC only. */
  readonly zone?: string;
  /** Address of the blog, for paths. */
  readonly blogUrl?: string;
}

/** Returns why a post or page stays out, in kebab case; undefined for one that is imported. */
export function findSkipReason(entry: FeedEntry, include: IncludeOptions): string | undefined {
  const status = statusOf(entry);
  const isIncluded =
    status === "live" || (status === "draft" && include.drafts) || (status === "future" && include.future);
  return isIncluded ? undefined : status;
}

/** What an entry's fields depend on. */
export interface EntryContext {
  readonly place: BlogPlace;
  /** The entry's text, to tell whether it shows the entry's picture itself. */
  readonly html: string;
  /** Number of comments that are shown below it. */
  readonly comments: number;
}

/** Reads an entry's own fields. */
export function readEntryFields(entry: FeedEntry, { place, html, comments }: EntryContext): EntryFields {
  const { fields } = entry;
  const title = readTitle(entry);
  const published = readFeedTime(fields.get("published"));
  const changed = readFeedTime(fields.get("updated"));
  const date = toArchiveDate(published, place.zone);
  const updated =
    changed !== undefined && isLaterChange(published, changed) ? toArchiveDate(changed, place.zone) : undefined;
  const topics = readLabels(entry);
  const image = findImage(entry.thumbnail, html);
  const slug = /([^/]+?)(?:\.html?)?\/?$/.exec(pathOf(entry) ?? "")?.[1] ?? "";
  const url = findEntryUrl(entry, place.blogUrl);
  const declared = /^\d{1,9}$/.exec(fields.get("thr:total") ?? "")?.[0] ?? String(comments);
  const status = statusOf(entry);
  return {
    ...(title !== "" && { title }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(topics.length > 0 && { topics }),
    ...(image !== undefined && { image }),
    // A number that says what can be counted says nothing, and a Takeout feed has none.
    comments: { state: "unknown", ...(Number(declared) !== comments && { declared: Number(declared) }) },
    ...(status === "draft" && { status: "draft" as const }),
    ...(status === "future" && { status: "future" as const }),
    ...(slug !== "" && { slug: decodeSlug(slug) }),
    ...(url !== undefined && { source_url: url }),
  };
}

/** Returns the entry's title as plain text; empty when it has none. */
export function readTitle({ fields, titleType }: FeedEntry): string {
  const title = fields.get("title") ?? "";
  return titleType === "html" || titleType === "xhtml" ? toPlainText(title) : toOneLine(title);
}

/** Returns the address of the entry's own page: as the classic export gives it, else its path on the blog. */
export function findEntryUrl(entry: FeedEntry, blogUrl: string | undefined): string | undefined {
  const address = findAddress(entry);
  const path = pathOf(entry);
  if (address !== undefined || path === undefined || blogUrl === undefined) return address;
  return URL.canParse(path, blogUrl) ? new URL(path, blogUrl).href : undefined;
}

function readLabels({ categories }: FeedEntry): readonly string[] {
  const labels = categories
    .filter(({ scheme, term }) => isLabelScheme(scheme) && !/\/kind#\w+$/.test(term))
    .map(({ term }) => toOneLine(term))
    .filter((label) => label !== "");
  return [...new Set(labels)];
}

// `http://www.blogger.com/atom/ns#` in the classic export, `tag:blogger.com,1999:blog-1` in Takeout.
function isLabelScheme(scheme: string): boolean {
  return scheme === "" || /\/\/www\.blogger\.com\/atom\/ns#$|^tag:blogger\.com,1999:blog-/.test(scheme);
}

// Blogger makes its small picture of the first one in the text, where it stands already, and better.
function findImage(thumbnail: string | undefined, html: string): string | undefined {
  if (thumbnail === undefined) return undefined;
  const url = thumbnail.startsWith("//") ? `https:${thumbnail}` : thumbnail;
  if (!/^https?:\/\/[^\s/]/i.test(url) || !URL.canParse(url)) return undefined;
  const segments = new URL(url).pathname.split("/").filter((segment) => segment !== "");
  // A video's picture is named by the video: /vi/<id>/default.jpg
  const key = /\/vi\/([\w-]+)\//.exec(url)?.[1] ?? segments.at(-1)?.replace(/=s\d+.*$/, "") ?? "";
  if (key !== "" && (html.includes(key) || html.includes(decodeSlug(key)))) return undefined;
  return url.replace(/\/s72-[^/]*c\//, "/s1600/").replace(/=s72-[^/]*c$/, "=s1600");
}
