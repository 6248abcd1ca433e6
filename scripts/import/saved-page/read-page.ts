// Reads one saved page: its post, its comments, and what it says of their number.

import type { CommentsState } from "../../archive/model.ts";
import { readCommentCount, readCommentHeading, saysClosed } from "../text-capture/phrases.ts";
import { type CommentFields, readCommentFields } from "./comment-fields.ts";
import { type CommentNode, findComments } from "./comment-nodes.ts";
import {
  attributeOf,
  type Document,
  Element,
  elementsOf,
  findAll,
  findFirst,
  parsePage,
  shortTextOf,
  textOf,
} from "./dom.ts";
import { type LinkedData, readLinkedData } from "./json-ld.ts";
import { findPageAddress } from "./page-address.ts";
import { findContent, findPosts } from "./page-content.ts";
import { readMachineDate } from "./page-date.ts";
import { type PageFields, readPageFields } from "./page-fields.ts";
import { restorePage } from "./restore-page.ts";
import type { FindPart } from "./saved-parts.ts";
import { matches } from "./selector.ts";

/** A comment of a saved page. */
export interface SavedComment extends Omit<CommentFields, "inReplyTo"> {
  /** Id of its anchor; undefined where the page has none. */
  readonly id?: string;
  /** Position of the comment that it answers, among the page's; undefined for one that answers the post. */
  readonly parent?: number;
  /** Id of the comment that it says it answers, where that is not on this page. */
  readonly parentId?: string;
}

/** A saved page. */
export interface SavedPage extends PageFields {
  readonly url?: string;
  readonly commentPage?: number;
  readonly html: string;
  readonly comments: readonly SavedComment[];
  readonly state: CommentsState;
  readonly declared?: number;
  readonly platform: "wordpress" | "blogger" | "page";
  /** Pictures of the folder beside the page that were not found there. */
  readonly localImages: number;
  /** The text goes on on pages that are not in this file. */
  readonly hasMorePages: boolean;
  /** How many posts the page shows; a list of posts is no page of one. */
  readonly posts: number;
  readonly isComplete: boolean;
}

const COMMENT_AREA = "#comments, .comments, .comments-area, .wp-block-comments, #comments-block, .post-comments";
const CLOSED =
  ".nocomments, .no-comments, .comments-closed, .commentsclosed, .comments-disabled, .wp-block-post-comments";
const COUNTS: readonly string[] = [
  ".comments-title, #comments-title, .wp-block-comments-title, .comment-title, h2#comments, h3#comments, h4#comments",
  "#comments h2, #comments h3, #comments h4, .comments-area h2, .comments h2, .comments h3, .comments h4",
  ".comments-link, .comment-count, .comments-count, [itemprop=commentCount], [itemprop=interactionCount]",
];

/** Reads a page. `findPart` finds the pictures that lie beside it. */
export function readPage(html: string, findPart?: FindPart): SavedPage {
  const document = parsePage(html);
  const linked = readLinkedData(document);
  const { archivedAt, localImages } = restorePage(document, findPart);
  const address = findPageAddress(document, archivedAt, linked.url);
  const posts = countPosts(document);
  const content = findContent(document);
  const fields = readPageFields(document, content, linked, address?.url);
  const found = findComments(document);
  const comments = found.nodes.length > 0 ? readComments(found.nodes) : readLinkedComments(linked);
  const declared = readDeclared(document, fields.title, linked);
  return {
    ...fields,
    ...address,
    html: content?.html ?? "",
    comments,
    state: readState(document),
    ...(declared !== undefined && { declared }),
    platform: findPlatform(document, found.family),
    localImages,
    hasMorePages: content?.hasMorePages ?? false,
    posts,
    // Hosts and the Wayback Machine write more after the end.
    isComplete: /<\/(?:html|body)\s*>/i.test(html.slice(-200_000)),
  };
}

function countPosts(document: Document): number {
  const body = ` ${attributeOf(findFirst(document, "body"), "class")} `;
  if (/\s(?:single|page|singular|item|item-view)\s/.test(body)) return 1;
  return findPosts(document).length;
}

function readComments(nodes: readonly CommentNode[]): readonly SavedComment[] {
  const owners = new Map<Element, CommentNode>();
  for (const node of nodes) for (const root of node.roots) owners.set(root, node);
  const positions = new Map(nodes.map((node, index) => [node, index]));
  const byId = new Map(nodes.map((node, index) => [node.id, index]));
  return nodes.map((node) => {
    const isForeign = (element: Element): boolean => {
      const owner = owners.get(element);
      return owner !== undefined && owner !== node;
    };
    const { inReplyTo, ...fields } = readCommentFields(node, isForeign);
    const shown = node.parent === undefined ? undefined : positions.get(node.parent);
    const answered = inReplyTo === undefined || inReplyTo === node.id ? undefined : byId.get(inReplyTo);
    const parent = shown ?? answered;
    return {
      ...(node.id !== undefined && { id: node.id }),
      ...(parent !== undefined && { parent }),
      ...(parent === undefined && isOtherId(inReplyTo, node.id) && { parentId: inReplyTo }),
      ...fields,
    };
  });
}

// A comment on another page of the thread is known by its number only.
function isOtherId(id: string | undefined, own: string | undefined): id is string {
  return id !== undefined && id !== own && /^(?:comment-|c)\d+$/.test(id);
}

function readLinkedComments({ comments }: LinkedData): readonly SavedComment[] {
  return comments.map(({ url, author, authorUrl, date, text }) => {
    const id = /#((?:comment-|c)\d{1,25})$/.exec(url ?? "")?.[1];
    const when = readMachineDate(date ?? "");
    return {
      ...(id !== undefined && { id }),
      ...(author !== undefined && { author }),
      ...(authorUrl !== undefined && { authorUrl }),
      ...(when !== undefined && { date: when }),
      html: /<\/?(?:p|br|a|em|strong)\b/i.test(text) ? text : writeText(text),
      isPending: false,
      isDeleted: false,
    };
  });
}

function writeText(text: string): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<p>${escaped.replace(/\n\s*\n/g, "</p><p>").replace(/\n/g, "<br>")}</p>`;
}

function readDeclared(document: Document, title: string | undefined, linked: LinkedData): number | undefined {
  for (const [step, selector] of COUNTS.entries()) {
    for (const element of findAll(document, selector, (one) => one.name === "nav" || one.name === "aside")) {
      const text = (attributeOf(element, "content").replace(/^UserComments:/, "") || textOf(element)).trim();
      const declared = readCommentHeading(text, title)?.declared ?? readCommentCount(text);
      if (declared !== undefined) return declared;
      // A heading that is known to be the comments' may count in any language.
      const number = /^(\d{1,6})(?!\d)/.exec(text)?.[1];
      if (number !== undefined && (step === 0 || /^\d+$/.test(text)) && text.length < 300) return Number(number);
    }
  }
  return linked.commentCount;
}

function readState(document: Document): CommentsState {
  const areas = [...findAll(document, CLOSED), ...findAll(document, COMMENT_AREA).map(aroundHeading)];
  for (const area of areas.length > 0 ? areas : [document]) {
    for (const element of [...("name" in area ? [area] : []), ...elementsOf(area, isQuoted)]) {
      const text = shortTextOf(element, 160);
      if (text !== undefined && saysClosed(text)) return "closed";
    }
  }
  const form = findFirst(
    document,
    "form#commentform, form.comment-form, #respond form, .comment-respond form, form[action*=wp-comments-post], #comment-editor, #comment-form, .comment-form a[href*=comment], a#comment-editor-src",
  );
  return form === undefined ? "unknown" : "open";
}

// In old themes the heading above the comments has their id.
function aroundHeading(element: Element): Element {
  return /^h[1-6]$/.test(element.name) && element.parent instanceof Element ? element.parent : element;
}

// What a comment says is no word of the blog.
function isQuoted(element: Element): boolean {
  return matches(element, ".comment-content, .wp-block-comment-content, .comment-body, .comment-text, blockquote");
}

function findPlatform(document: Document, family: string): SavedPage["platform"] {
  const generator = findAll(document, "meta[name=generator]")
    .map((meta) => attributeOf(meta, "content").toLowerCase())
    .join(" ");
  if (generator.includes("wordpress")) return "wordpress";
  if (generator.includes("blogger")) return "blogger";
  return family === "wordpress" || family === "blogger" ? family : "page";
}
