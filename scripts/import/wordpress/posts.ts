// One item of the export: whether it is public, and what becomes of it as a post or page.

import { decodeHTML } from "entities";
import type { CommentsInfo, PostDraft, PostStatus } from "../../archive/model.ts";
import type { DraftGroup, IncludeOptions } from "../importer.ts";
import type { WxrItem } from "../wxr/wxr-model.ts";
import type { AttachmentIndex } from "./attachments.ts";
import { type Clock, readTime, toArchiveDate } from "./clock.ts";
import { toReason } from "./comments.ts";
import { statusOf, typeOf } from "./item-fields.ts";
import { toOneLine, toPlainText } from "./plain-text.ts";
import { decodeSlug } from "./topics.ts";

/** The fields of a draft that are read off the item's own fields. */
export type ItemFields = Pick<
  PostDraft,
  | "title"
  | "date"
  | "updated"
  | "sticky"
  | "image"
  | "image_alt"
  | "image_caption"
  | "comments"
  | "status"
  | "slug"
  | "source_url"
>;

const STATUSES: ReadonlySet<string> = new Set(["draft", "private", "pending", "future"]);

/** Returns the part of the account that an item belongs to. */
export function groupOf(item: WxrItem): DraftGroup {
  const type = typeOf(item);
  return type === "post" ? "posts" : type === "page" ? "pages" : "other";
}

/** Returns why an item stays out, in kebab case; undefined for one that is imported. */
export function findItemSkipReason(item: WxrItem, include: IncludeOptions): string | undefined {
  const type = typeOf(item);
  if (type !== "post" && type !== "page" && !include.types.has(type)) return toReason(`type-${type}`);
  const status = statusOf(item);
  const isIncluded =
    status === "publish" ||
    (status === "draft" && include.drafts) ||
    (status === "private" && include.private) ||
    (status === "pending" && include.pending) ||
    (status === "future" && include.future);
  if (!isIncluded) return toReason(status);
  // A protected post has the status of a public one; only its password tells.
  return (item.fields.get("wp:post_password") ?? "") === "" ? undefined : "password";
}

/** Returns the reason of the account for the comments of an item that stays out. */
export function toCommentReason(itemReason: string): string {
  return `on-${itemReason.replace(/^type-/, "")}`;
}

/** Reads an item's own fields. */
export function readItemFields(item: WxrItem, clock: Clock, attachments: AttachmentIndex): ItemFields {
  const { fields } = item;
  const title = readTitle(item);
  const date = readDate(item, clock);
  const updated = readUpdated(item, date, clock);
  const image = attachments.byId.get(item.meta.get("_thumbnail_id")?.trim() ?? "");
  const caption = toPlainText(image?.caption ?? "");
  const slug = decodeSlug(fields.get("wp:post_name")?.trim() ?? "");
  const url = readAddress(item);
  const status = statusOf(item);
  return {
    ...(title !== "" && { title }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(fields.get("wp:is_sticky")?.trim() === "1" && { sticky: true as const }),
    ...(image !== undefined && { image: image.url }),
    ...(image !== undefined && image.alt !== "" && { image_alt: image.alt }),
    ...(caption !== "" && { image_caption: caption }),
    comments: readCommentsInfo(item),
    ...(STATUSES.has(status) && { status: status as PostStatus }),
    ...(slug !== "" && { slug }),
    ...(url !== undefined && { source_url: url }),
  };
}

/** Returns the item's title as plain text; empty when it has none. */
export function readTitle(item: WxrItem): string {
  const title = item.fields.get("title") ?? "";
  // In CDATA stands the stored HTML. Elsewhere WordPress took the tags out before it escaped the text, so brackets are text.
  return item.isTitleHtml ? toPlainText(title) : toOneLine(title.includes("&") ? decodeHTML(title) : title);
}

/** Returns the item's own address, absolute; undefined when it has none. */
export function readAddress(item: WxrItem): string | undefined {
  const link = (item.fields.get("link") ?? "").trim().replace(/&#0?38;|&amp;/g, "&");
  return /^https?:\/\/[^\s]+$/i.test(link) ? link : undefined;
}

function readDate({ fields }: WxrItem, clock: Clock): string | undefined {
  const local = fields.get("wp:post_date");
  const utc = fields.get("wp:post_date_gmt");
  if (local !== undefined || utc !== undefined) return toArchiveDate(local, utc, clock);
  return toArchiveDate(undefined, readFeedDate(fields.get("pubDate")), clock);
}

// Only for files of other tools, which leave WordPress's own dates out.
function readFeedDate(text: string | undefined): string | undefined {
  if (text === undefined || !/^\s*\w{3}, \d{1,2} \w{3} [12]\d{3} /.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString().slice(0, 19);
}

function readUpdated({ fields }: WxrItem, date: string | undefined, clock: Clock): string | undefined {
  const local = fields.get("wp:post_modified");
  const utc = fields.get("wp:post_modified_gmt");
  const updated = toArchiveDate(local, utc, clock);
  const isSame =
    readTime(utc) === undefined
      ? readTime(local) === readTime(fields.get("wp:post_date"))
      : readTime(utc) === readTime(fields.get("wp:post_date_gmt"));
  return isSame || updated === date ? undefined : updated;
}

function readCommentsInfo({ fields }: WxrItem): CommentsInfo {
  const status = fields.get("wp:comment_status")?.trim();
  return { state: status === "open" || status === "closed" ? status : "unknown" };
}
