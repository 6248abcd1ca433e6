// What Zotero's "Embedded Metadata" translator (with its RDF translator) makes of a page's head, as far as our pages concern it.
// Written after reading github.com/zotero/translators of June 2026; Zotero itself cannot be run here.

import type { Document } from "domhandler";
import { query, queryAll, textOf } from "./dom.ts";

/** An item as Zotero would save it. */
export interface ZoteroItem {
  readonly itemType: string | undefined;
  readonly title: string | undefined;
  readonly creators: readonly string[];
  readonly date: string | undefined;
  readonly publicationTitle: string | undefined;
  readonly language: string | undefined;
  readonly url: string | undefined;
}

/** Item types that we use; Zotero knows some forty. */
const ITEM_TYPES = new Set(["blogPost", "webpage"]);

/** Returns the item of a page. */
export function saveWithZotero(document: Document): ZoteroItem {
  const statements = readStatements(document);
  const first = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => statements.get(key)?.[0]).find((value) => value !== undefined);
  const itemType = detectType(first);
  return {
    itemType,
    title: first("dc:title", "dcterms:title", "og:title") ?? titleOf(document),
    creators: statements.get("dcterms:creator") ?? guessCreators(document),
    // A page that tells no date gets that of the first `time` in it.
    date:
      first("og:published_time", "article:published_time", "dcterms:issued", "dc:date", "dcterms:date") ??
      query(document, "time[datetime]")?.attribs.datetime,
    publicationTitle: first("dc:source", "dcterms:source") ?? first("og:site_name"),
    language: first("dc:language", "dcterms:language") ?? query(document, "html")?.attribs.lang,
    url: first("og:url") ?? query(document, "link[rel=canonical]")?.attribs.href,
  };
}

function readStatements(document: Document): ReadonlyMap<string, readonly string[]> {
  const statements = new Map<string, string[]>();
  for (const { attribs } of queryAll(document, "meta")) {
    const name = attribs.name || attribs.property;
    if (!name || !attribs.content) continue;
    const match = /^(dc|dcterms|og|article|z|bib|bibo|prism|eprints)[.:_](.+)$/i.exec(name);
    if (match === null) continue;
    const [, prefix = "", term = ""] = match;
    const key = `${prefix.toLowerCase()}:${term.charAt(0).toLowerCase()}${term.slice(1)}`;
    statements.set(key, [...(statements.get(key) ?? []), attribs.content]);
  }
  return statements;
}

function detectType(first: (...keys: readonly string[]) => string | undefined): string | undefined {
  const og = first("og:type");
  // Stronger than Dublin Core: og:type "website" would make every post a web page.
  if (og === "website") return "webpage";
  const dublinCore = first("dc:type", "dcterms:type");
  if (dublinCore !== undefined && ITEM_TYPES.has(dublinCore)) return dublinCore;
  return "webpage";
}

/** Where no tag names the author, Zotero takes what stands in an element whose class looks like that of a byline. */
function guessCreators(document: Document): readonly string[] {
  const named = query(document, "meta[name=author]")?.attribs.content;
  if (named) return [named];
  return queryAll(document, "body [class]")
    .filter(({ attribs }) => /byline|vcard/i.test(attribs.class ?? ""))
    .map(textOf);
}

function titleOf(document: Document): string | undefined {
  const title = query(document, "title");
  return title === undefined ? undefined : textOf(title);
}
