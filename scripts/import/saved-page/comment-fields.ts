// Reads one comment of a page: who wrote it, when, and what.

import { formatEdtf, parseEdtf } from "../../archive/edtf.ts";
import type { CommentKind } from "../../archive/model.ts";
import { readSpeakerLine } from "../text-capture/phrases.ts";
import type { CommentNode } from "./comment-nodes.ts";
import {
  type AnyNode,
  attributeOf,
  closest,
  type Element,
  findAll,
  findFirst,
  isTag,
  isText,
  textOf,
  writeHtml,
} from "./dom.ts";
import { findPageDate, readMachineDate, readPageDate } from "./page-date.ts";
import { matches } from "./selector.ts";

/** What a page shows of a comment. */
export interface CommentFields {
  readonly kind?: CommentKind;
  readonly author?: string;
  readonly authorUrl?: string;
  readonly byPostAuthor?: true;
  readonly date?: string;
  readonly html: string;
  /** Only its author sees it yet. */
  readonly isPending: boolean;
  /** The page says that it was deleted. */
  readonly isDeleted: boolean;
  /** Id of the comment that it says it answers. */
  readonly inReplyTo?: string;
}

const CONTENT: readonly string[] = [
  ".wp-block-comment-content, .comment-content, .comment_content",
  ".comment-text, .comment_text, .comment-entry, .commententry, .comment-copy, .comment-message",
  "[itemprop=text], [itemprop=commentText], .e-content, .p-content",
  ".comment-body",
];
const AUTHORS: readonly string[] = [
  ".wp-block-comment-author-name, .comment-author-name, .comment-author .fn, cite.fn, .vcard .fn, .fn",
  "cite.user, .comment-author-link, .p-author .p-name, .p-author",
  "[itemprop=author] [itemprop=name], [itemprop=creator] [itemprop=name], [itemprop=author], [itemprop=creator]",
  "cite, .comment-author, .comment-poster, .commenter, .comment-meta .author, .comment-header .author, .author",
];
const MACHINE_DATES =
  "time[datetime], abbr.published, abbr.comment-date, .dt-published, [itemprop=dateCreated], [itemprop=datePublished], [itemprop=commentTime], abbr[title]";
const DATE_TEXTS =
  ".wp-block-comment-date, .comment-date, .comment-time, .comment-timestamp, .datetime, .commentmetadata, .comment-metadata, .comment-meta, .comment-permalink, .comment-footer, .date, time, small";
const FURNITURE =
  ".comment-author, .comment-meta, .commentmetadata, .comment-metadata, .comment-header, .vcard, cite.fn, .says, .reply, .comment-reply-link, .comment-edit-link, .comment-reply, .reply-link, .edit-link, .wp-block-comment-reply-link, .wp-block-comment-edit-link, .wp-block-comment-date, .wp-block-comment-author-name, .wp-block-avatar, .avatar, .avatar-image-container, .gravatar, .comment-likes, .sharedaddy, .comment-awaiting-moderation, .screen-reader-text, .comment-actions, .comment-footer, .comment-timestamp, .comment-options, .item-control, .children, .comment-replies, .comment-replybox-single, form, #respond, .comment-respond, .comment-number, .thread-toggle, .p-author, .dt-published, .u-url";
const SAYS = /^\s*(?:says|said|wrote|säger|sade|sa|skriver|skrev)\s*(?::|\.{3}|…)?\s*$/i;
const PING = /^\s*(?:pingback|trackback|pingning|ping|webmention)\s*:/i;
const ANSWERS = /^(?:in reply to|replying to|som svar på|svar (?:på|till)|svarar)\b/i;
const MINUTE = 60_000;

/** Reads a comment. `isForeign` tells what belongs to other comments. */
export function readCommentFields({ roots }: CommentNode, isForeign: (element: Element) => boolean): CommentFields {
  const find = (selectors: readonly string[], isPruned: (element: Element) => boolean): Element | undefined => {
    for (const selector of selectors) {
      for (const root of roots) {
        if (matches(root, selector) && root.name !== "li" && !isPruned(root)) return root;
        const found = findFirst(root, selector, isPruned);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const content = find(CONTENT, isForeign);
  // WordPress's default list calls the whole comment its body.
  const isWrapper =
    content !== undefined &&
    findFirst(content, ".comment-author, .comment-meta, .vcard, cite.fn", isForeign) !== undefined;
  const isText = (element: Element): boolean => isForeign(element) || (!isWrapper && element === content);
  const nameElement = find(AUTHORS, isText);
  const name = readName(nameElement, isText);
  const date =
    readDate(roots, isText) ?? (nameElement === undefined ? undefined : findPageDate(textOf(nameElement))?.date);
  const html =
    content === undefined
      ? writeLeftovers(roots, isForeign, nameElement)
      : writeHtml(content.children, (element) => isForeign(element) || matches(element, FURNITURE));
  const all = [
    ...roots,
    ...roots.flatMap((root) => [closest(root, "li")].filter((item) => item !== undefined && !isForeign(item))),
  ];
  const classes = all.map((root) => attributeOf(root, "class")).join(" ");
  const kind = /(?:^|[\s-])pingback\b/.test(classes)
    ? "pingback"
    : /(?:^|[\s-])trackback\b/.test(classes)
      ? "trackback"
      : undefined;
  const inReplyTo = findAnswered(roots, isText);
  const base = {
    ...(kind !== undefined && { kind: kind as CommentKind }),
    ...(/(?:^|\s)bypostauthor(?:\s|$)/.test(classes) && { byPostAuthor: true as const }),
    ...(date !== undefined && { date }),
    isPending: find([".comment-awaiting-moderation"], isForeign) !== undefined,
    isDeleted: find([".deleted-comment"], isForeign) !== undefined,
    ...(inReplyTo !== undefined && { inReplyTo }),
  };
  const text = roots.map((root) => textOf(root, isForeign)).join(" ");
  if (kind !== undefined && PING.test(text)) {
    const link = roots.map((root) => findFirst(root, "a[href]", isForeign)).find((found) => found !== undefined);
    const title = link === undefined ? text.replace(PING, "").trim() : textOf(link);
    return { ...base, ...name, ...(title !== "" && { author: title }), ...toUrl(link), html: "" };
  }
  return { ...base, ...name, ...(date === undefined && name.date !== undefined && { date: name.date }), html };
}

function readName(
  element: Element | undefined,
  isPruned: (element: Element) => boolean,
): { readonly author?: string; readonly authorUrl?: string; readonly date?: string } {
  if (element === undefined) return {};
  const text = textOf(
    element,
    (inner) =>
      isPruned(inner) ||
      matches(
        inner,
        ".says, .avatar, .wp-block-avatar, .avatar-image-container, .comment-meta, .commentmetadata, time, .screen-reader-text",
      ),
  );
  const speaker = readSpeakerLine(text, readPageDate);
  const name = speaker?.name ?? cutName(text);
  const inner = findAll(element, "a[href]", isPruned).find((link) => textOf(link) !== "");
  const link = element.name === "a" ? element : (inner ?? closest(element, "a"));
  return {
    ...(name !== "" && { author: name }),
    ...toUrl(link),
    ...(speaker?.date !== undefined && { date: speaker.date }),
  };
}

// `Comment by Ada — March 4, 2007 @ 10:15 am` and `Ada sa...` hold more than the name.
function cutName(text: string): string {
  const date = findPageDate(text);
  const name = date === undefined || date.before.trim() === "" ? text : date.before;
  return name
    .replace(/^(?:comment|kommentar|trackback|pingback)\s+(?:by|av|from|från)\s+/i, "")
    .replace(/(?:\s+(?:on|den|at|kl\.?)|[\s|·•—–@,:-])+$/iu, "")
    .trim();
}

function toUrl(link: Element | undefined): { readonly authorUrl?: string } {
  const href = attributeOf(link, "href");
  return href === "" || /#(?:(?:li-|div-)?comment-\d+|c\d+)$/.test(href) ? {} : { authorUrl: href };
}

function readDate(roots: readonly Element[], isPruned: (element: Element) => boolean): string | undefined {
  const links = roots.flatMap((root) => findAll(root, "a[href]", isPruned));
  const shown = [
    ...links.filter((link) => /#(?:(?:li-|div-)?comment-\d+|c?\d+)$/.test(attributeOf(link, "href"))),
    ...roots.flatMap((root) => findAll(root, DATE_TEXTS, isPruned)),
  ]
    .map((element) => textOf(element, (inner) => isPruned(inner) || matches(inner, ".fn, .says, .reply, .edit-link")))
    .filter((text) => text.length < 200)
    .map((text) => findPageDate(text)?.date)
    .filter((date) => date !== undefined);
  const stamp = links
    .map((link) => /[?&]showComment=(\d{10,14})\b/.exec(attributeOf(link, "href"))?.[1])
    .find((ms) => ms !== undefined);
  if (stamp !== undefined) return placeInstant(Number(stamp), shown[0]);
  for (const element of roots.flatMap((root) => findAll(root, MACHINE_DATES, isPruned))) {
    const date = readElementDate(element);
    if (date !== undefined) return date;
  }
  // A time of day may stand beside the date in an element of its own.
  return shown.sort((a, b) => b.length - a.length)[0];
}

/** Returns the date that an element tells machines; undefined when it tells none. */
export function readElementDate(element: Element | undefined): string | undefined {
  for (const name of ["datetime", "content", "title"]) {
    const date =
      readMachineDate(attributeOf(element, name)) ??
      (name === "title" ? readPageDate(attributeOf(element, name)) : undefined);
    if (date !== undefined) return date;
  }
  return undefined;
}

// Blogger tells the instant in the comment's address and the blog's own time beside it; together they give the offset.
function placeInstant(ms: number, shown: string | undefined): string {
  const local = shown === undefined || !shown.includes("T") ? undefined : parseEdtf(shown);
  if (local === undefined || local.offsetMinutes !== undefined) return formatEdtf(ms);
  const wall = Date.UTC(local.year, (local.month ?? 1) - 1, local.day ?? 1, local.hour ?? 0, local.minute ?? 0);
  const offset = Math.round((wall - Math.floor(ms / MINUTE) * MINUTE) / MINUTE / 15) * 15;
  return Math.abs(offset) <= 14 * 60 ? formatEdtf(ms, offset) : formatEdtf(ms);
}

function findAnswered(roots: readonly Element[], isPruned: (element: Element) => boolean): string | undefined {
  for (const link of roots.flatMap((root) => findAll(root, "a[href]", isPruned))) {
    const fragment = /#([\w-]{1,80})$/.exec(attributeOf(link, "href"))?.[1];
    if (fragment === undefined) continue;
    const around = isTag(link.parent as AnyNode) ? textOf(link.parent as Element).slice(0, 200) : "";
    if (matches(link, ".in-reply-to, [rel~=in-reply-to], .u-in-reply-to") || ANSWERS.test(around)) {
      return fragment.replace(/^(?:li-|div-)(?=comment-\d)/, "");
    }
  }
  return undefined;
}

// The oldest themes mark nothing: what is neither name nor date is the text.
function writeLeftovers(
  roots: readonly Element[],
  isForeign: (element: Element) => boolean,
  name: Element | undefined,
): string {
  const isPruned = (element: Element): boolean =>
    isForeign(element) || element === name || matches(element, FURNITURE) || holdsPermalink(element);
  const nodes = roots
    .filter((root) => !matches(root, "dt, .comment-author, .comment-footer"))
    .flatMap((root) => root.children);
  const first = nodes.findIndex((node) => !isLead(node));
  return writeHtml(first === -1 ? [] : nodes.slice(first), isPruned);
}

// Its own address is the link around its date.
function holdsPermalink(element: Element): boolean {
  if (!matches(element, "small, cite, span, p, div, a")) return false;
  const link =
    element.name === "a"
      ? element
      : element.children.filter(isTag).find((child) => child.name === "a" && isPermalink(child));
  return (
    link !== undefined && isPermalink(link) && findPageDate(textOf(link)) !== undefined && textOf(element).length < 200
  );
}

function isPermalink(link: Element): boolean {
  return /#(?:(?:li-|div-)?comment-\d+|c?\d+)$/.test(attributeOf(link, "href"));
}

function isLead(node: AnyNode): boolean {
  if (isText(node)) return node.data.trim() === "" || SAYS.test(node.data) || /^[\s:,|–-]*$/.test(node.data);
  return (
    !isTag(node) ||
    node.name === "br" ||
    matches(node, "cite, small, a[name], .avatar, img.avatar") ||
    matches(node, FURNITURE)
  );
}
