// Reads what a page says of its post: title, author, dates, topics, its number at its platform.

import type { PostType } from "../../archive/model.ts";
import { optional } from "../optional.ts";
import { readTopics } from "../wordpress/topics.ts";
import { readElementDate } from "./comment-fields.ts";
import { attributeOf, closest, type Document, type Element, findAll, findFirst, textOf } from "./dom.ts";
import type { LinkedData } from "./json-ld.ts";
import type { PageContent } from "./page-content.ts";
import { findPageDate, readMachineDate } from "./page-date.ts";
import { matches } from "./selector.ts";

/** What a page says of its post. */
export interface PageFields {
  readonly type: PostType;
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly updated?: string;
  readonly topics: readonly string[];
  /** The post's number at WordPress or Blogger. */
  readonly number?: string;
  /** The blog's name. */
  readonly siteTitle?: string;
  /** Language that the page claims for all of it, its frame too. */
  readonly lang?: string;
}

const COMMENTS =
  "#comments, .comments, .comments-area, .commentlist, .comment-list, .wp-block-comments, #respond, .comment-respond";
const ASIDE =
  "aside, nav, .sidebar, #sidebar, .widget, .widget-area, .wp-block-query, .jp-relatedposts, .related-posts, .author-box";
const TITLES: readonly string[] = [
  ".entry-title, .wp-block-post-title, .p-name",
  "h1.post-title, h2.post-title, h3.post-title, .post-title, .storytitle, [itemprop~=headline], [itemprop~=name]",
  "h1",
  ".post h2, .hentry h2, article h2, h2.title, h2.posttitle, h2, h3.title",
];
const DATES: readonly string[] = [
  "time.entry-date.published, time.published, .wp-block-post-date time, [itemprop=datePublished], .dt-published",
  "time.entry-date, abbr.published, .published, .posted-on time, time[pubdate]",
];
const DATE_TEXTS: readonly string[] = [
  ".wp-block-post-date, .entry-date, .posted-on, .post-date, .postdate, .date, .timestamp",
  ".entry-meta, .post-meta, .postmetadata, .post-info, .storymeta, .meta, .byline, .metadata, small",
];
const UPDATED = "time.updated, abbr.updated, [itemprop=dateModified], .dt-updated";
const AUTHORS: readonly string[] = [
  ".wp-block-post-author-name, .wp-block-post-author__name, .entry-author .fn, .author.vcard .fn, .post-author .fn",
  ".author .fn, .vcard .fn, .p-author .p-name, .p-author, [itemprop=author] [itemprop=name]",
  "a[rel~=author], .post-author .meta-text a, .post-author a, .byline a",
  ".byline .author, .entry-author, .post-author, [rel~=author], [itemprop=author], .author",
];

/** Reads the fields of the post. */
export function readPageFields(
  document: Document,
  content: PageContent | undefined,
  linked: LinkedData,
  url: string | undefined,
): PageFields {
  const siteTitle = readSiteTitle(document);
  const scope = content?.container ?? document;
  const isPruned = (element: Element): boolean =>
    matches(element, COMMENTS) || matches(element, ASIDE) || element === content?.element;
  const title = readTitle(document, scope, isPruned, siteTitle, linked);
  const author = readAuthor(document, scope, isPruned, linked);
  const date = readPublished(document, scope, isPruned, linked, url);
  const updated = readUpdated(document, scope, isPruned, linked);
  const number = readNumber(document, scope, content);
  const lang = /^[a-z]{2,3}/i.exec(attributeOf(findFirst(document, "html"), "lang"))?.[0]?.toLowerCase();
  return {
    type: isPage(document, scope, url) ? "page" : "post",
    ...optional("title", title),
    ...optional("author", author),
    ...optional("date", date),
    ...(updated !== undefined && updated !== date && { updated }),
    topics: readPageTopics(scope),
    ...optional("number", number),
    ...optional("siteTitle", siteTitle),
    ...optional("lang", lang),
  };
}

function readTitle(
  document: Document,
  scope: Element | Document,
  isPruned: (element: Element) => boolean,
  siteTitle: string | undefined,
  linked: LinkedData,
): string | undefined {
  const places = scope === document ? [scope] : [scope, document];
  for (const selector of TITLES) {
    for (const place of places) {
      const found = findFirst(
        place,
        selector,
        (element) =>
          isPruned(element) ||
          matches(element, ".site-title, #site-title, #header, .site-header, #blog-title, .Header, .site-branding"),
      );
      if (found === undefined) continue;
      const text = textOf(found, (element) => matches(element, ".edit-link, .screen-reader-text"));
      // A post without a title has an empty one.
      if (text !== "" || matches(found, ".entry-title, .wp-block-post-title")) return text === "" ? undefined : text;
    }
  }
  const shared = linked.title ?? attributeOf(findFirst(document, "meta[property=og:title]"), "content");
  if (shared !== "") return withoutSite(shared, siteTitle);
  const whole = textOf(findFirst(document, "title") ?? document);
  return findFirst(document, "title") === undefined || whole === "" ? undefined : withoutSite(whole, siteTitle);
}

function withoutSite(title: string, siteTitle: string | undefined): string {
  if (siteTitle === undefined) return title;
  const parts = title.split(/\s+[|«»–—·:-]+\s+/);
  const own = parts.filter((part) => part !== siteTitle);
  return own.length === 1 && parts.length > 1 ? (own[0] ?? title) : title;
}

function readSiteTitle(document: Document): string | undefined {
  const named = attributeOf(findFirst(document, "meta[property=og:site_name]"), "content");
  if (named !== "") return named;
  const shown = findFirst(
    document,
    ".site-title, #site-title, .wp-block-site-title, #blog-title, #header h1, .Header h1.title, .Header .title",
  );
  const text = shown === undefined ? "" : textOf(shown);
  return text === "" ? undefined : text;
}

function readAuthor(
  document: Document,
  scope: Element | Document,
  isPruned: (element: Element) => boolean,
  linked: LinkedData,
): string | undefined {
  for (const selector of AUTHORS) {
    const found = findFirst(scope, selector, isPruned);
    const text =
      found === undefined
        ? ""
        : textOf(found, isHidden).replace(/^(?:(?:posted|written|skrivet|publicerat) )?(?:by|av)\s+/i, "");
    if (text !== "" && text.length <= 100) return text;
  }
  const meta = attributeOf(findFirst(document, "meta[name=author]"), "content");
  return linked.author ?? (meta === "" ? undefined : meta);
}

function readPublished(
  document: Document,
  scope: Element | Document,
  isPruned: (element: Element) => boolean,
  linked: LinkedData,
  url: string | undefined,
): string | undefined {
  for (const selector of DATES) {
    for (const element of findAll(scope, selector, isPruned)) {
      const date = readElementDate(element);
      if (date !== undefined) return date;
    }
  }
  const told =
    readMachineDate(attributeOf(findFirst(document, "meta[property=article:published_time]"), "content")) ??
    readMachineDate(linked.published ?? "");
  if (told !== undefined) return told;
  for (const selector of DATE_TEXTS) {
    for (const element of findAll(scope, selector, isPruned)) {
      // Twenty Ten writes the time of day into the title of the link around the day.
      const date = findPageDate(`${textOf(element, isHidden)} ${attributeOf(closest(element, "a"), "title")}`)?.date;
      if (date !== undefined) return date;
    }
  }
  // Kubrick ends the text with a line of its own that says when it was posted.
  for (const element of findAll(scope, ".postmetadata", (inner) => matches(inner, COMMENTS))) {
    const date = findPageDate(textOf(element))?.date;
    if (date !== undefined) return date;
  }
  return readBloggerHeader(scope) ?? readUrlDate(url);
}

// Words for screen readers stand without a space beside the others.
function isHidden(element: Element): boolean {
  return matches(element, ".screen-reader-text, .assistive-text");
}

// Old Blogger writes the day above all posts of that day.
function readBloggerHeader(scope: Element | Document): string | undefined {
  const around =
    "name" in scope ? closest(scope, ".date-outer, .date-posts, .blog-posts, #Blog1, .main, body") : undefined;
  const header = around === undefined ? undefined : findFirst(around, ".date-header");
  return header === undefined ? undefined : findPageDate(textOf(header))?.date;
}

// The address holds what the blog's clock said: /2011/10/31/slug/ or /2011/10/slug.html.
function readUrlDate(url: string | undefined): string | undefined {
  const match = /^https?:\/\/[^/]+(?:\/[\w-]+)??\/((?:19|20)\d\d)\/(\d\d)(?:\/(\d\d))?\/[^/]+/.exec(url ?? "");
  return match === null
    ? undefined
    : readMachineDate(
        match
          .slice(1)
          .filter((part) => part !== undefined)
          .join("-"),
      );
}

function readUpdated(
  document: Document,
  scope: Element | Document,
  isPruned: (element: Element) => boolean,
  linked: LinkedData,
): string | undefined {
  const element = findAll(scope, UPDATED, isPruned).find(
    (found) => !matches(found, ".published, [itemprop=datePublished]"),
  );
  return (
    readElementDate(element) ??
    readMachineDate(attributeOf(findFirst(document, "meta[property=article:modified_time]"), "content")) ??
    readMachineDate(linked.modified ?? "")
  );
}

function readPageTopics(scope: Element | Document): readonly string[] {
  const links = findAll(
    scope,
    "a[rel~=tag], .p-category, .post-labels a, .cat-links a, .tags-links a",
    (element) => matches(element, COMMENTS) || matches(element, ASIDE),
  );
  return readTopics(
    links.map((link) => {
      const nicename = /\/category\/(?:[^/]+\/)*([^/?#]+)\/?$/.exec(attributeOf(link, "href"))?.[1];
      const isCategory = nicename !== undefined || attributeOf(link, "rel").includes("category");
      return {
        domain: isCategory ? "category" : "post_tag",
        ...optional("nicename", nicename),
        label: escapeLabel(textOf(link)),
      };
    }),
    new Map(),
  );
}

// Labels of an export are HTML.
function escapeLabel(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function readNumber(
  document: Document,
  scope: Element | Document,
  content: PageContent | undefined,
): string | undefined {
  const own = "name" in scope ? /^post-(\d+)$/.exec(attributeOf(scope, "id"))?.[1] : undefined;
  const body = /(?:^|\s)(?:postid|page-id)-(\d+)(?:\s|$)/.exec(attributeOf(findFirst(document, "body"), "class"))?.[1];
  const blogger = /^post-body-(\d+)$/.exec(attributeOf(content?.element, "id"))?.[1];
  const meta = attributeOf(findFirst(document, "meta[itemprop=postId]"), "content");
  const short = /[?&](?:p|page_id)=(\d+)$/.exec(attributeOf(findFirst(document, "link[rel~=shortlink]"), "href"))?.[1];
  return blogger ?? own ?? body ?? (/^\d+$/.test(meta) ? meta : undefined) ?? short;
}

function isPage(document: Document, scope: Element | Document, url: string | undefined): boolean {
  const classes = ` ${attributeOf(findFirst(document, "body"), "class")} `;
  if (/\s(?:single|single-post|postid-\d+)\s/.test(classes)) return false;
  if (/\s(?:page|page-id-\d+|singular-page)\s/.test(classes)) return true;
  if ("name" in scope && matches(scope, ".type-page")) return true;
  return /^https?:\/\/[^/]+\/p\/[^/]+\.html$/.test(url ?? "");
}
