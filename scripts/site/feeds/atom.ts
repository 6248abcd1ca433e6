// Writes Atom feeds (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287) with the threading extension (RFC 4685).

import { escapeXml } from "../escape-xml.ts";

/** A feed. All addresses are absolute, or relative to the feed where the site does not know its own. */
export interface AtomFeed {
  /** Never changes; an IRI. */
  readonly id: string;
  readonly title: string;
  /** RFC 3339. */
  readonly updated: string;
  /** Who stands for entries whose author nobody knows: Atom demands one. */
  readonly author: string;
  /** Address of the feed itself; left out where the site does not know it. */
  readonly self?: string;
  /** The page that shows the same. */
  readonly alternate: string;
  readonly lang?: string;
  readonly rights?: string;
  readonly entries: readonly AtomEntry[];
}

/** A post or comment in a feed. */
export interface AtomEntry {
  /** Never changes, and is the same in every feed; an IRI. */
  readonly id: string;
  /** An id that no other record can claim, for feeds in which another entry has the first. */
  readonly ownId: string;
  /** Empty where it has none. */
  readonly title: string;
  /** RFC 3339. */
  readonly updated: string;
  /** RFC 3339; only where the moment is known. */
  readonly published?: string;
  readonly author?: string;
  readonly alternate: string;
  /** BCP 47 code; empty where nobody knows it, which takes back what the feed says. */
  readonly lang: string;
  readonly topics: readonly string[];
  /** Safe HTML; what is relative in it is relative to `alternate`. */
  readonly html: string;
  /** What the comment answers. */
  readonly inReplyTo?: { readonly id: string; readonly href: string };
  /** Where the comments on a post are, and how many. */
  readonly replies?: { readonly href: string; readonly count: number };
}

/** Returns the feed as XML. */
export function writeAtom(feed: AtomFeed): string {
  const threading = feed.entries.some(({ inReplyTo, replies }) => inReplyTo !== undefined || replies !== undefined);
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<feed xmlns="http://www.w3.org/2005/Atom"${threading ? ' xmlns:thr="http://purl.org/syndication/thread/1.0"' : ""}` +
    `${attribute("xml:lang", feed.lang)}>\n` +
    element("id", feed.id) +
    element("title", feed.title) +
    element("updated", feed.updated) +
    `<author>${element("name", feed.author).trimEnd()}</author>\n` +
    (feed.self === undefined ? "" : `<link rel="self" type="application/atom+xml"${attribute("href", feed.self)}/>\n`) +
    `<link rel="alternate" type="text/html"${attribute("href", feed.alternate)}/>\n` +
    (feed.rights === undefined ? "" : element("rights", feed.rights)) +
    `<generator>Ordskifte</generator>\n${feed.entries.map(writeEntry).join("")}</feed>\n`
  );
}

/** Returns a date of the archive as RFC 3339 and whether its moment is known; undefined where there is no day to name. */
export function toRfc3339(date: string | undefined): { readonly text: string; readonly isExact: boolean } | undefined {
  const match =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?(?::\d\d)?)?[~?%]?$/.exec(
      date ?? "",
    );
  if (match === null) return undefined;
  const [, year, month = "01", day = "01", time, seconds = ":00", offset] = match;
  if (time === undefined) return { text: `${year}-${month}-${day}T00:00:00Z`, isExact: false };
  return { text: `${year}-${month}-${day}T${time}${seconds}${offset ?? "Z"}`, isExact: offset !== undefined };
}

function writeEntry(entry: AtomEntry): string {
  const { inReplyTo: parent } = entry;
  return (
    `<entry xml:lang="${escapeXml(entry.lang)}">\n` +
    element("id", entry.id) +
    element("title", entry.title) +
    element("updated", entry.updated) +
    (entry.published === undefined ? "" : element("published", entry.published)) +
    (entry.author === undefined ? "" : `<author>${element("name", entry.author).trimEnd()}</author>\n`) +
    `<link rel="alternate" type="text/html"${attribute("href", entry.alternate)}/>\n` +
    (parent === undefined
      ? ""
      : `<thr:in-reply-to${attribute("ref", parent.id)} type="text/html"${attribute("href", parent.href)}/>\n`) +
    (entry.replies === undefined
      ? ""
      : `<link rel="replies" type="text/html"${attribute("href", entry.replies.href)} thr:count="${entry.replies.count}"/>\n`) +
    entry.topics.map((topic) => `<category${attribute("term", topic)}/>\n`).join("") +
    `<content type="html"${attribute("xml:base", entry.alternate.replace(/#.*$/, ""))}>${escapeXml(entry.html)}</content>\n</entry>\n`
  );
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>\n`;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined || value === "" ? "" : ` ${name}="${escapeXml(value)}"`;
}
