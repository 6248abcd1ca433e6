// Finds the comments of a page: by the ids that WordPress and Blogger give them, else by microformats and class names.

import {
  attributeOf,
  type Document,
  type Element,
  elementsOf,
  findAll,
  findFirst,
  isTag,
  isWithin,
  type ParentNode,
  textOf,
} from "./dom.ts";
import { matches } from "./selector.ts";

/** A comment of a page, where it stands. */
export interface CommentNode {
  /** The id of its anchor, as the archive writes it: `comment-12`, `c345`; undefined where the page has none. */
  readonly id?: string;
  /** What belongs to it: one element, or Blogger's row of terms and descriptions. Replies may lie within. */
  readonly roots: readonly Element[];
  /** The comment in whose element it lies. */
  readonly parent?: CommentNode;
}

/** Which platform's markup it is. */
export type CommentFamily = "wordpress" | "blogger" | "other";

/** The comments of a page. */
export interface PageComments {
  readonly family: CommentFamily;
  readonly nodes: readonly CommentNode[];
}

interface FoundNode {
  readonly id: string | undefined;
  readonly roots: readonly Element[];
}

const WORDPRESS_ID = /^(?:li-|div-)?comment-(\d{1,18})$/;
const BLOGGER_ID = /^c(\d{1,25})$/;
// Lists of newest comments of the whole blog, and other things that look like comments.
const ELSEWHERE =
  ".wp-block-latest-comments, .widget_recent_comments, #recent-comments, #recentcomments, #respond, form, .comment-respond, nav, head, script";
const WORDPRESS_ITEMS = "li.comment, li.pingback, li.trackback, li";
const WORDPRESS_LISTS = ".wp-block-comment-template, .commentlist, .comment-list, #commentlist";
const AREAS =
  "#comments, .comments, .comments-area, .commentlist, .comment-list, #commentlist, .comment-thread, #comment-list, .responses, .h-entry, .hentry, article, main";
const OTHER_ITEMS =
  ".u-comment, .p-comment, .h-cite, [itemprop~=comment], [itemtype*=/Comment], [itemtype*=UserComments], li.comment, div.comment, article.comment, section.comment, .comment-item, .single-comment";

/** Returns the comments of a page in its order. */
export function findComments(document: Document): PageComments {
  const blogger = findBlogger(document);
  if (blogger.length > 0) return { family: "blogger", nodes: linkParents(blogger) };
  const wordpress = findWordpress(document);
  if (wordpress.length > 0) return { family: "wordpress", nodes: linkParents(wordpress) };
  return { family: "other", nodes: linkParents(findOther(document)) };
}

function findBlogger(document: Document): readonly FoundNode[] {
  const found: FoundNode[] = [];
  for (const item of findAll(document, ".comment-thread li.comment, .comment-thread .comment", isElsewhere)) {
    const id = readBloggerId(item);
    if (id !== undefined) found.push({ id, roots: [item] });
  }
  if (found.length > 0) return found;
  for (const term of findAll(
    document,
    "#comments-block .comment-author, #comments-block .comment-poster, #comments-block dt, dl dt.comment-author",
    isElsewhere,
  )) {
    const id = readBloggerId(term);
    if (id === undefined && !matches(term, "dt")) continue;
    found.push({ id, roots: [term, ...followingUpTo(term)] });
  }
  return found;
}

function readBloggerId(element: Element): string | undefined {
  const anchors = [
    element,
    ...findAll(element, "a[name], [id]", (inner) => matches(inner, "li.comment, .comment-replies")),
  ];
  for (const anchor of anchors) {
    const number = BLOGGER_ID.exec(attributeOf(anchor, "id"))?.[1] ?? BLOGGER_ID.exec(attributeOf(anchor, "name"))?.[1];
    if (number !== undefined) return `c${number}`;
  }
  return undefined;
}

function followingUpTo(term: Element): readonly Element[] {
  const rest: Element[] = [];
  for (let node = term.next; node !== null; node = node.next) {
    if (!isTag(node)) continue;
    if (node.name === term.name && matches(node, "dt, .comment-author, .comment-poster")) break;
    rest.push(node);
  }
  return rest;
}

function findWordpress(document: Document): readonly FoundNode[] {
  const numbers = new Set<string>();
  const roots = new Set<Element>();
  const found: FoundNode[] = [];
  for (const element of elementsOf(document, isElsewhere)) {
    const number = WORDPRESS_ID.exec(
      element.attribs.id ?? (element.name === "a" ? (element.attribs.name ?? "") : ""),
    )?.[1];
    if (number === undefined || numbers.has(number)) continue;
    numbers.add(number);
    const root = findItem(element, roots);
    roots.add(root);
    found.push({ id: `comment-${Number(number)}`, roots: [root] });
  }
  if (
    found.length === 0 &&
    findFirst(document, "ol.commentlist, ol.comment-list, .wp-block-comment-template") === undefined
  )
    return [];
  const nameless = findAll(document, WORDPRESS_ITEMS, isElsewhere).filter(
    (item) => isListed(item) && !roots.has(item) && !holdsRoot(item, roots) && textOf(item) !== "",
  );
  if (nameless.length === 0) return found;
  const all = [...found, ...nameless.map((item) => ({ id: readPermalinkId(item), roots: [item] }))];
  const order = new Map([...elementsOf(document)].map((element, index) => [element, index]));
  return all.sort((a, b) => (order.get(a.roots[0] as Element) ?? 0) - (order.get(b.roots[0] as Element) ?? 0));
}

// A list within somebody's comment is no list of comments.
function isListed(item: Element): boolean {
  const { parent } = item;
  return (
    matches(item, "li.comment, li.pingback, li.trackback") ||
    (parent !== null && isTag(parent) && matches(parent, WORDPRESS_LISTS))
  );
}

// Some themes give the id to a part of the list's item, or to an empty anchor in it.
function findItem(element: Element, taken: ReadonlySet<Element>): Element {
  for (let at: ParentNode | null = element.parent; at !== null && isTag(at); at = at.parent) {
    if (taken.has(at) || matches(at, "ol, ul, .commentlist, .comment-list, #comments, .comments-area, body")) break;
    if (matches(at, "li, .comment, .pingback, .trackback") && WORDPRESS_ID.exec(attributeOf(at, "id")) === null)
      return at;
  }
  return element;
}

function holdsRoot(item: Element, roots: ReadonlySet<Element>): boolean {
  // An item whose only comments are replies within a list of their own is a comment itself.
  for (const element of elementsOf(item, (inner) => matches(inner, "ol.children, ul.children, ol, ul"))) {
    if (roots.has(element)) return true;
  }
  return false;
}

function findOther(document: Document): readonly FoundNode[] {
  const found: FoundNode[] = [];
  for (const item of findAll(document, OTHER_ITEMS, isElsewhere)) {
    if (!isWithin(item, AREAS) && !matches(item, ".u-comment, .p-comment, [itemprop~=comment]")) continue;
    // A quotation in a post may be an h-cite, too.
    if (
      matches(item, ".h-cite") &&
      isWithin(item, ".e-content, .entry-content") &&
      !matches(item, ".u-comment, .p-comment")
    )
      continue;
    if (
      findFirst(
        item,
        "p, .e-content, .p-content, [itemprop=text], [itemprop=commentText], .comment-content, .comment-body, .comment-text",
      ) === undefined
    )
      continue;
    found.push({ id: readOtherId(item), roots: [item] });
  }
  return found;
}

function readOtherId(item: Element): string | undefined {
  const own = attributeOf(item, "id");
  const number = /^(?:[a-z]*[-_])*?comment[-_]?(\d{1,18})$/i.exec(own)?.[1];
  if (number !== undefined) return `comment-${number}`;
  return /^[a-z][a-z0-9_-]{0,60}$/i.test(own) ? own : readPermalinkId(item);
}

function readPermalinkId(item: Element): string | undefined {
  for (const link of findAll(item, "a[href]", (inner) => matches(inner, "ol, ul, .children, .comment, .h-cite"))) {
    const [, wordpress, blogger] =
      /#(?:(?:li-|div-)?comment-(\d{1,18})|c(\d{1,25}))$/.exec(attributeOf(link, "href")) ?? [];
    if (wordpress !== undefined) return `comment-${wordpress}`;
    if (blogger !== undefined) return `c${blogger}`;
  }
  return undefined;
}

function linkParents(found: readonly FoundNode[]): readonly CommentNode[] {
  const byRoot = new Map<Element, CommentNode>();
  const nodes: CommentNode[] = [];
  for (const { id, roots } of found) {
    const parent = findParent(roots[0] as Element, byRoot);
    const node = { ...(id !== undefined && { id }), roots, ...(parent !== undefined && { parent }) };
    for (const root of roots) byRoot.set(root, node);
    nodes.push(node);
  }
  return nodes;
}

function findParent(root: Element, byRoot: ReadonlyMap<Element, CommentNode>): CommentNode | undefined {
  for (let at: ParentNode | null = root.parent; at !== null; at = at.parent) {
    const parent = isTag(at) ? byRoot.get(at) : undefined;
    if (parent !== undefined) return parent;
  }
  return undefined;
}

function isElsewhere(element: Element): boolean {
  return matches(element, ELSEWHERE);
}
