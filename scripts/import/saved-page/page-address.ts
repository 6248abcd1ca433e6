// Finds the address that a saved page had.

import { type AnyNode, attributeOf, type Document, findAll, findFirst, isTag } from "./dom.ts";
import { restoreAddress } from "./restore-page.ts";
import { matches } from "./selector.ts";

/** Where a page stood. */
export interface PageAddress {
  /** Without fragment and without the part that names a page of comments. */
  readonly url: string;
  /** Which page of its comments it shows; undefined when the address does not say. */
  readonly commentPage?: number;
}

const ELSEWHERE = ".widget, .sidebar, aside, .comment-content, .comment-body p, #recentcomments, .entry-content";
const SAVED_FROM = /saved from url=\(\d+\)(\S+)/i;
const SINGLE_FILE = /^\s*url:\s*(\S+)/im;

/** Returns a page's own address; undefined when it tells none. `archivedAt` is what the Wayback Machine says, `linkedUrl` what JSON-LD does. */
export function findPageAddress(document: Document, archivedAt?: string, linkedUrl?: string): PageAddress | undefined {
  const saved = findSavedFrom(document);
  const canonical = attributeOf(findFirst(document, "link[rel~=canonical]"), "href");
  const candidates = [
    canonical,
    attributeOf(findFirst(document, "meta[property=og:url]"), "content"),
    linkedUrl ?? "",
    saved ?? "",
    archivedAt ?? "",
    attributeOf(
      findFirst(document, ".entry-title a, .post-title a, .storytitle a, h1 a[rel~=bookmark], h2 a[rel~=bookmark]"),
      "href",
    ),
    // Each comment's own address is the page's, and a fragment.
    attributeOf(
      findFirst(document, "a[href*=#comment-], a[href*=#c]", (element) => matches(element, ELSEWHERE)),
      "href",
    ).replace(/^(.*)#(?:comment-|c)\d+$|^.*$/, "$1"),
    attributeOf(findFirst(document, "link[rel~=shortlink]"), "href"),
  ];
  const base = saved ?? archivedAt;
  const found = candidates.map((address) => toAbsolute(address, base)).find((address) => address !== undefined);
  if (found === undefined) return undefined;
  // The canonical address of some themes leaves the page of comments out; the one it was saved from has it.
  const commentPage = [found, toAbsolute(saved ?? "", base), toAbsolute(archivedAt ?? "", base)]
    .map((url) => (url === undefined ? undefined : findCommentPage(url)))
    .find((page) => page !== undefined);
  return { url: withoutCommentPage(found), ...(commentPage !== undefined && { commentPage }) };
}

/** Returns an address as an absolute one of the web; undefined when it is none. */
export function toAbsolute(address: string, base?: string): string | undefined {
  const original = restoreAddress(address);
  if (original === "" || !URL.canParse(original, base)) return undefined;
  const url = new URL(original, base);
  return /^https?:$/.test(url.protocol) && url.host !== "web.archive.org" ? url.href : undefined;
}

function findCommentPage(url: URL | string): number | undefined {
  const { pathname, searchParams } = new URL(url);
  const number = /\/comment-page-(\d{1,5})\/?$/.exec(pathname)?.[1] ?? searchParams.get("cpage") ?? "";
  return /^\d{1,5}$/.test(number) ? Number(number) : undefined;
}

function withoutCommentPage(address: string): string {
  const url = new URL(address);
  url.hash = "";
  url.pathname = url.pathname.replace(/\/comment-page-\d{1,5}(\/?)$/, "$1");
  for (const name of ["cpage", "replytocom", "showComment", "m", "share", "like_comment"])
    url.searchParams.delete(name);
  return url.href;
}

function findSavedFrom(document: Document): string | undefined {
  const comments: string[] = [];
  const collect = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) if (node.type === "comment") comments.push(node.data);
  };
  collect(document.children);
  for (const element of findAll(document, "html, head")) if (isTag(element)) collect(element.children);
  for (const comment of comments) {
    const address =
      SAVED_FROM.exec(comment)?.[1] ?? (/SingleFile/i.test(comment) ? SINGLE_FILE.exec(comment)?.[1] : undefined);
    if (address !== undefined) return toAbsolute(address);
  }
  return undefined;
}
