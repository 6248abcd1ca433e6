// Knows the blog's uploaded files, for featured images, galleries and playlists: they stand after the posts in an export.

import type { WxrItem } from "../wxr/wxr-model.ts";
import { copyText } from "./copy-text.ts";
import { statusOf } from "./item-fields.ts";
import { toPlainText } from "./plain-text.ts";

/** An uploaded file. */
export interface Attachment {
  readonly id: string;
  readonly url: string;
  /** Address of the page about it; empty when the export tells none. */
  readonly page: string;
  /** Plain text; empty when the author gave none. */
  readonly alt: string;
  /** HTML; empty when the author gave none. */
  readonly caption: string;
  readonly title: string;
  /** Id of the post that it was uploaded to; `0` for none. */
  readonly parent: string;
  readonly order: number;
  /** Not public by itself: private, in the trash, behind a password. */
  readonly isHidden?: true;
}

/** Finds attachments. */
export interface AttachmentIndex {
  readonly byId: ReadonlyMap<string, Attachment>;
  /** Images of a post in gallery order. */
  readonly imagesOf: (postId: string) => readonly Attachment[];
}

const IMAGE = /\.(jpe?g|png|gif|webp|avif|bmp|svg|heic|tiff?)(\?|$)/i;

/** Reads an attachment; undefined when the item has no id or no address. */
export function readAttachment(item: WxrItem): Attachment | undefined {
  const id = item.fields.get("wp:post_id")?.trim() ?? "";
  const url = (item.fields.get("wp:attachment_url") ?? item.fields.get("guid") ?? "").trim();
  if (id === "" || !/^(https?:)?\/\//i.test(url)) return undefined;
  const title = item.fields.get("title") ?? "";
  return {
    id: copyText(id),
    url: copyText(url),
    page: copyText((item.fields.get("link") ?? "").trim()),
    alt: copyText(toPlainText(item.meta.get("_wp_attachment_image_alt") ?? "")),
    caption: copyText((item.fields.get("excerpt:encoded") ?? "").trim()),
    title: copyText(item.isTitleHtml ? toPlainText(title) : title),
    parent: copyText(item.fields.get("wp:post_parent")?.trim() ?? "0"),
    order: Number(item.fields.get("wp:menu_order") ?? 0) || 0,
    ...(isHidden(item) && { isHidden: true as const }),
  };
}

function isHidden(item: WxrItem): boolean {
  const isPublic = /^(?:inherit|publish)$/.test(statusOf(item));
  return !isPublic || (item.fields.get("wp:post_password") ?? "") !== "";
}

/** Returns an index; of two attachments with one id the first counts. */
export function indexAttachments(attachments: readonly Attachment[]): AttachmentIndex {
  const byId = new Map<string, Attachment>();
  const byParent = new Map<string, Attachment[]>();
  for (const attachment of attachments) {
    if (byId.has(attachment.id)) continue;
    byId.set(attachment.id, attachment);
    if (attachment.parent === "0" || !IMAGE.test(attachment.url)) continue;
    const siblings = byParent.get(attachment.parent);
    if (siblings === undefined) byParent.set(attachment.parent, [attachment]);
    else siblings.push(attachment);
  }
  for (const siblings of byParent.values()) siblings.sort((a, b) => a.order - b.order || Number(a.id) - Number(b.id));
  return { byId, imagesOf: (postId) => byParent.get(postId) ?? [] };
}
