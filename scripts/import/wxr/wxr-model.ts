// What a WordPress export (WXR) holds, as plain values: texts by name, nothing interpreted, numbers left as text.

import type { XmlSummary } from "../xml/xml-model.ts";

/** Texts by element name, with the usual prefix whatever the file's own was: `wp:post_id`, `content:encoded`, `title`. */
export type WxrFields = ReadonlyMap<string, string>;

/** A category or tag of an item. */
export interface WxrCategory {
  /** `category`, `post_tag`, `post_format`, `language` …; absent on the nameless twin that WXR 1.0 writes of each. */
  readonly domain?: string;
  readonly nicename?: string;
  readonly label: string;
}

/** A comment of an item. E-mail, IP number, user agent and meta are not even read. */
export interface WxrComment {
  /** 1-based line of its start tag. */
  readonly line: number;
  readonly fields: WxrFields;
  /** Something of it is lost, or may be. */
  readonly isDamaged: boolean;
}

/** A post, page, attachment or anything else that WordPress keeps as a post. */
export interface WxrItem {
  /** 1-based line of its start tag. */
  readonly line: number;
  /** Position among the items of the file, from 0. */
  readonly index: number;
  readonly fields: WxrFields;
  /** The title stood in CDATA: it is HTML, not text. */
  readonly isTitleHtml: boolean;
  readonly categories: readonly WxrCategory[];
  /** The few custom fields that the archive uses; all others are private and not read. */
  readonly meta: WxrFields;
  readonly comments: readonly WxrComment[];
  /** Something of it is lost, or may be: the file is cut off or broken there. */
  readonly isDamaged: boolean;
}

/** What is met in a file, in its order; fields of the channel are whole when its first item comes. */
export interface WxrHandler {
  readonly onAuthor?: (fields: WxrFields, channel: WxrFields) => void;
  /** A category, tag or other term; `wp:term_taxonomy` is filled in. */
  readonly onTerm?: (fields: WxrFields, channel: WxrFields) => void;
  readonly onItem: (item: WxrItem, channel: WxrFields) => void;
}

/** The state of a file after its end. */
export interface WxrSummary extends XmlSummary {
  /** Of the first export in it. */
  readonly channel: WxrFields;
  /** When the export was made, as its generator comment says: `2016-03-10 10:11`. */
  readonly created?: string;
  readonly generator?: string;
  /** Version of the format, as the WordPress namespace of the file says: `1.2`. */
  readonly namespaceVersion?: string;
  /** `<item>` tags outside CDATA. */
  readonly itemTags: number;
  /** Comment tags outside CDATA. */
  readonly commentTags: number;
  /** Items handed over, damaged ones included. */
  readonly items: number;
  /** Comments handed over, damaged ones included. */
  readonly comments: number;
}

/** Elements of the channel that are read. */
export const CHANNEL_FIELDS: ReadonlySet<string> = new Set([
  "title",
  "link",
  "description",
  "pubDate",
  "language",
  "generator",
  "wp:wxr_version",
  "wp:base_site_url",
  "wp:base_blog_url",
]);

/** Elements of an item that are read; the password only to know that there is one. */
export const ITEM_FIELDS: ReadonlySet<string> = new Set([
  "title",
  "link",
  "pubDate",
  "guid",
  "dc:creator",
  "content:encoded",
  "excerpt:encoded",
  "wp:post_id",
  "wp:post_date",
  "wp:post_date_gmt",
  "wp:post_modified",
  "wp:post_modified_gmt",
  "wp:comment_status",
  "wp:post_name",
  "wp:status",
  "wp:post_parent",
  "wp:menu_order",
  "wp:post_type",
  "wp:post_password",
  "wp:is_sticky",
  "wp:attachment_url",
]);

/** Elements of a comment that are read. */
export const COMMENT_FIELDS: ReadonlySet<string> = new Set([
  "wp:comment_id",
  "wp:comment_author",
  "wp:comment_author_url",
  "wp:comment_date",
  "wp:comment_date_gmt",
  "wp:comment_content",
  "wp:comment_approved",
  "wp:comment_type",
  "wp:comment_parent",
  "wp:comment_user_id",
]);

/** Elements of an author that are read. */
export const AUTHOR_FIELDS: ReadonlySet<string> = new Set([
  "wp:author_id",
  "wp:author_login",
  "wp:author_display_name",
]);

/** Custom fields that are read. */
export const META_KEYS: ReadonlySet<string> = new Set(["_thumbnail_id", "_wp_attachment_image_alt", "footnotes"]);
