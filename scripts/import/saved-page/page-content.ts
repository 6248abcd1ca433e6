// Finds the text of a page's post, and leaves out what blogs hang around and into it.

import {
  type AnyNode,
  type Document,
  type Element,
  findAll,
  isTag,
  isText,
  isWithin,
  textOf,
  writeHtml,
} from "./dom.ts";
import { matches } from "./selector.ts";

/** The text of a post and where it stands. */
export interface PageContent {
  readonly html: string;
  /** The element that holds the text. */
  readonly element: Element;
  /** The element that holds the whole post: title, text, date, author. */
  readonly container: Element | Document;
  /** The page names further pages on which the text goes on. */
  readonly hasMorePages: boolean;
}

// From the surest to the vaguest.
const CONTENTS: readonly string[] = [
  "[itemprop=articleBody]",
  ".wp-block-post-content, .e-content, .entry-content",
  ".post-body, .entrytext, .storycontent, .post-content, .post-entry, .postentry, .article-content, .entry-body",
  ".post .entry, .hentry .entry, .post .content, .hentry .content, .entry",
  "article, .hentry, .h-entry, .post",
  "main, #content, .content",
];
const CONTAINERS =
  "article, .hentry, .h-entry, .post-outer, .post, .type-post, .type-page, [itemtype*=BlogPosting], [itemtype*=Article]";
const OUTSIDE =
  "#comments, .comments, .comments-area, .commentlist, .comment-list, #respond, .comment-respond, aside, nav, .sidebar, #sidebar, .widget-area, .wp-block-query, .wp-block-comments, .wp-block-latest-posts, .related-posts, .jp-relatedposts, #footer, .site-footer";
const FURNITURE =
  "nav, form, script, style, .sharedaddy, .sd-sharing, .sharing, .share-buttons, .share-this, .post-share-buttons, .addtoany_share_save_container, .addtoany_content, .a2a_kit, .social-share, .shareaholic-canvas, .ssba, .heateor_sss_sharing_container, .jp-relatedposts, .related-posts, .relatedposts, .yarpp, .yarpp-related, .navigation, .nav-links, .post-navigation, .posts-navigation, .page-links, .page-link, .pagelink, .wp-block-post-navigation-link, .wpcnt, .wordads-ad-wrapper, .pd-rating, .cs-rating, .wpl-likebox, .jetpack-likes-widget-wrapper, .feedflare, .blogger-post-footer, .edit-link, .post-edit-link, .comments-link, .screen-reader-text, .skip-link, .adsbygoogle, .blog-pager, .jump-link, .reaction-buttons, .star-ratings, .post-location, .author-box, .author-info, .wp-block-comments, .wp-block-latest-posts, .postmetadata, .entry-utility";
const META =
  ".entry-title, .post-title, .wp-block-post-title, [itemprop=headline], .entry-meta, .entry-header, .entry-footer, .post-meta, .post-header, .post-footer, .postmetadata, .wp-block-post-date, .wp-block-post-author, .wp-block-post-author-name, .wp-block-post-terms, .posted-on, .byline, .post-date, .post-info, .storytitle, .storymeta, .meta, .feedback, header, footer, h2.date-header";

/** Finds the text of a page's post; undefined when the page shows no text. */
export function findContent(document: Document): PageContent | undefined {
  for (const [step, selector] of CONTENTS.entries()) {
    const found = findAll(document, selector, isOutside).filter(
      (element) => !isWithin(element, ".wp-block-query, .wp-block-post-template"),
    );
    const element =
      found.find((candidate) => textOf(candidate) !== "" || candidate.children.some(isTag)) ??
      (step < 3 ? found[0] : undefined);
    if (element !== undefined) return toContent(document, element, step >= 4);
  }
  const fullest = findFullest(document);
  return fullest === undefined ? undefined : toContent(document, fullest, true);
}

/** Returns the posts that a page shows, each with a text of its own; a page of one post has one. */
export function findPosts(document: Document): readonly Element[] {
  const posts = findAll(document, ".hentry, .post-outer, article.post, .h-entry", isOutside).filter(
    (post) =>
      !isWithin(post, ".wp-block-query, .h-feed .h-feed") &&
      findAll(post, ".entry-content, .post-body, .e-content, .entry, .entry-summary, .p-summary").length > 0,
  );
  return posts.filter((post) => !posts.some((other) => other !== post && isInside(post, other)));
}

function isInside(element: Element, outer: Element): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

function toContent(document: Document, element: Element, isVague: boolean): PageContent {
  const isPruned = (inner: Element): boolean =>
    matches(inner, FURNITURE) || matches(inner, OUTSIDE) || (isVague && (matches(inner, META) || matches(inner, "h1")));
  const container = findContainer(document, element);
  return {
    html: writeHtml(element.children, isPruned),
    element,
    container,
    hasMorePages:
      findAll(container, ".page-links a, .page-link a, .post-page-numbers, .pagelink a", isOutside).length > 0,
  };
}

function findContainer(document: Document, element: Element): Element | Document {
  for (let at: AnyNode | null = element; at !== null; at = at.parent) {
    if (!isTag(at)) continue;
    if (matches(at, CONTAINERS) && (at !== element || matches(at, "article, .hentry, .h-entry"))) return at;
    if (matches(at, "main, #content, body")) return at;
  }
  return document;
}

// Where no class name helps, the text is where most paragraphs are.
function findFullest(document: Document): Element | undefined {
  const lengths = new Map<Element, number>();
  for (const paragraph of findAll(
    document,
    "p, blockquote, pre",
    (element) => isOutside(element) || matches(element, "header, footer, form"),
  )) {
    const { parent } = paragraph;
    if (parent !== null && isTag(parent)) lengths.set(parent, (lengths.get(parent) ?? 0) + textOf(paragraph).length);
  }
  const [best] = [...lengths].sort(([, a], [, b]) => b - a);
  if (best !== undefined && best[1] > 0) return best[0];
  return findAll(document, "body", () => false).find((body) =>
    body.children.some((node) => isText(node) && node.data.trim() !== ""),
  );
}

function isOutside(element: Element): boolean {
  return matches(element, OUTSIDE);
}
