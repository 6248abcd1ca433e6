// Reads Blogger's Atom files as they stream by, entry by entry, and counts their tags beside what it reads
// (https://datatracker.ietf.org/doc/html/rfc4287, https://datatracker.ietf.org/doc/html/rfc4685).

import type { Attributes, ElementEnd, XmlElement } from "../xml/xml-model.ts";
import { createXmlReader } from "../xml/xml-reader.ts";
import { nameAtomElement } from "./atom-names.ts";
import { classifyElement, type FeedKind } from "./classify-element.ts";
import type { FeedCategory, FeedEntry, FeedLink, FeedSummary } from "./feed-model.ts";

type Element = XmlElement<FeedKind>;

interface OpenEntry {
  readonly line: number;
  readonly fields: Map<string, string>;
  readonly links: FeedLink[];
  readonly categories: FeedCategory[];
  author: { name: string; uri: string };
  titleType: string;
  inReplyTo?: { readonly ref: string; readonly href: string };
  isRemoved: boolean;
  thumbnail?: string;
}

const COUNTED: ReadonlySet<string> = new Set(["entry"]);

/** Reads text that comes in pieces. */
export interface FeedReader {
  readonly write: (piece: string) => void;
  /** Hands over what is still open, as damaged, and tells what the file was like. */
  readonly end: () => FeedSummary;
}

/** Returns a reader that calls back for each entry as it ends. */
export function createFeedReader(onEntry: (entry: FeedEntry, head: FeedSummary["head"]) => void): FeedReader {
  const head = { fields: new Map<string, string>(), links: [] as FeedLink[] };
  // What a further export in the same file says of its blog.
  let furtherHead: typeof head | undefined;
  let feeds = 0;
  let entries = 0;
  let entry: OpenEntry | undefined;

  const open = ({ kind, name, line }: Element, readAttributes: () => Attributes): void => {
    if (kind === "feed") {
      feeds += 1;
      furtherHead = feeds > 1 ? { fields: new Map(), links: [] } : undefined;
    } else if (kind === "entry") {
      entry = openEntry(line);
    } else if (kind === "leaf") {
      if (entry === undefined) (furtherHead ?? head).links.push(readLink(readAttributes()));
      else readLeaf(entry, name, readAttributes());
    } else if (name === "title" && entry !== undefined && !entry.fields.has("title")) {
      entry.titleType = readAttributes().type?.trim() ?? "text";
    }
  };

  const close = ({ kind, name, line }: Element, end: ElementEnd, host: Element): void => {
    if (kind === "field") closeField(name, end.value, host);
    if (kind === "feed" && furtherHead !== undefined && furtherHead.fields.get("id") !== head.fields.get("id")) {
      reader.report("otherBlogs", line);
    }
    if (kind !== "entry" || entry === undefined) return;
    const finished = entry;
    entry = undefined;
    const isWhole = end.ending === "own" && !end.isBroken;
    const isUnended = end.ending === "missing" && !end.isBroken && hasAll(finished);
    if (isUnended) reader.report("unendedRecords", line);
    onEntry({ ...finished, index: entries, isDamaged: !isWhole && !isUnended }, head);
    entries += 1;
  };

  const closeField = (name: string, value: string, { kind }: Element): void => {
    if (kind === "author") {
      if (entry !== undefined && name === "name") entry.author.name ||= value.trim();
      if (entry !== undefined && name === "uri") entry.author.uri ||= value.trim();
      return;
    }
    const target = kind === "feed" ? (furtherHead ?? head).fields : entry?.fields;
    if (target !== undefined && !target.has(name)) target.set(name, name === "content" ? value : value.trim());
  };

  const reader = createXmlReader<FeedKind>({
    nameElement: nameAtomElement,
    classify: classifyElement,
    counted: COUNTED,
    onOpen: open,
    onClose: close,
  });
  return {
    write: (piece) => reader.write(piece),
    end: () => ({ ...reader.end(), head, entryTags: reader.countTags("entry"), entries }),
  };
}

function openEntry(line: number): OpenEntry {
  return {
    line,
    fields: new Map(),
    links: [],
    categories: [],
    author: { name: "", uri: "" },
    titleType: "text",
    isRemoved: false,
  };
}

// What both formats write last, or nearly: an entry without an end tag that has it lost nothing before it. Takeout tells
// by it whether the entry is public; the classic export tells that at the beginning.
function hasAll({ fields, author }: OpenEntry): boolean {
  if (!fields.has("id") || !fields.has("content")) return false;
  return fields.has("blogger:status") ? fields.has("blogger:trashed") : author.name !== "";
}

function readLeaf(entry: OpenEntry, name: string, attributes: Attributes): void {
  if (name === "link") {
    entry.links.push(readLink(attributes));
  } else if (name === "category") {
    const term = attributes.term?.trim() ?? "";
    if (term !== "") entry.categories.push({ scheme: attributes.scheme?.trim() ?? "", term });
  } else if (name === "thr:in-reply-to") {
    entry.inReplyTo ??= { ref: attributes.ref?.trim() ?? "", href: attributes.href?.trim() ?? "" };
  } else if (name === "gd:extendedProperty") {
    if (attributes.name === "blogger.contentRemoved") entry.isRemoved ||= attributes.value?.trim() !== "false";
  } else if (name === "media:thumbnail" && entry.thumbnail === undefined) {
    const url = attributes.url?.trim() ?? "";
    if (url !== "") entry.thumbnail = url;
  }
}

function readLink(attributes: Attributes): FeedLink {
  return {
    rel: attributes.rel?.trim() ?? "alternate",
    type: attributes.type?.trim() ?? "",
    href: attributes.href?.trim() ?? "",
  };
}
