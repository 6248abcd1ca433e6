// Reads Blogger's Atom files as they stream by, entry by entry, and counts their tags beside what it reads
// (https://datatracker.ietf.org/doc/html/rfc4287, https://datatracker.ietf.org/doc/html/rfc4685).

import { Parser } from "htmlparser2";
import { createRootScope, type NamespaceScope, openScope } from "../wxr/namespaces.ts";
import { countLines, createCdataSplitter } from "../wxr/split-cdata.ts";
import { createCharacterCleaner } from "../xml-characters.ts";
import { nameAtomElement } from "./atom-names.ts";
import {
  ENTRY_FIELDS,
  type FeedCategory,
  type FeedEntry,
  type FeedLink,
  type FeedSummary,
  HEAD_FIELDS,
} from "./feed-model.ts";

type Container = "document" | "feed" | "entry" | "author" | "control";

/** An open element. */
interface Frame {
  /** What it is to us: a container, a field whose text is kept, HTML in such a field, or nothing. */
  readonly kind: Container | "field" | "markup" | "ignored";
  readonly rawName: string;
  readonly name: string;
  readonly scope: NamespaceScope;
  /** The container that its children belong to. */
  readonly container: Container;
}

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

type Attributes = Readonly<Record<string, string>>;

const DAMAGED = true;
const VOID_HTML: ReadonlySet<string> = new Set(["br", "hr", "img"]);

/** Reads text that comes in pieces. */
export interface FeedReader {
  readonly write: (piece: string) => void;
  /** Hands over what is still open, as damaged, and tells what the file was like. */
  readonly end: () => FeedSummary;
}

/** Returns a reader that calls back for each entry as it ends. */
export function createFeedReader(onEntry: (entry: FeedEntry, head: FeedSummary["head"]) => void): FeedReader {
  const root: Frame = { kind: "document", rawName: "", name: "", scope: createRootScope(), container: "document" };
  const frames: Frame[] = [root];
  const head = { fields: new Map<string, string>(), links: [] as FeedLink[] };
  const counts = { entryTags: 0, entries: 0 };
  const fieldCleaner = createCharacterCleaner();
  let entry: OpenEntry | undefined;
  let text: string[] = [];
  let line = 1;
  let isStarted = false;
  let isComplete = false;
  let hasEntities = false;
  // For the line of an element: what the parser was given before the piece at hand, and up to where lines are counted in it.
  let given = 0;
  let piece = "";
  let counted = 0;

  const top = (): Frame => frames.at(-1) ?? root;
  // Each part of a piece is looked at once: an export is often one line of a hundred megabytes.
  const countLinesTo = (end: number): number => {
    if (end > counted) {
      const part = piece.slice(counted, end);
      line += countLines(part, 0, part.length);
      counted = end;
    }
    return line;
  };

  const finishEntry = (isDamaged: boolean): void => {
    if (entry === undefined) return;
    const finished = entry;
    entry = undefined;
    onEntry({ ...finished, index: counts.entries, isDamaged }, head);
    counts.entries += 1;
  };

  const open = (rawName: string, attributes: Attributes): void => {
    const outer = top();
    const scope = openScope(outer.scope, attributes);
    const name = nameAtomElement(scope, rawName);
    const kind = findKind(outer, name);
    const isContainer = kind === "feed" || kind === "entry" || kind === "author" || kind === "control";
    frames.push({ kind, rawName, name, scope, container: isContainer ? kind : outer.container });
    if (kind === "entry") {
      finishEntry(DAMAGED);
      entry = openEntry(countLinesTo(parser.startIndex - given));
    } else if (kind === "field") {
      text = [];
      if (name === "title" && entry !== undefined && !entry.fields.has("title")) {
        entry.titleType = attributes.type?.trim() ?? "text";
      }
    } else if (kind === "markup") {
      text.push(writeTag(rawName, attributes));
    } else if (outer.kind === "entry" && entry !== undefined) {
      readEmptyElement(entry, name, attributes);
    } else if (outer.kind === "feed" && name === "link") {
      head.links.push(readLink(attributes));
    }
  };

  const close = (isImplied: boolean): void => {
    const frame = frames.length > 1 ? frames.pop() : undefined;
    if (frame === undefined) return;
    if (frame.kind === "field") closeField(frame);
    else if (frame.kind === "markup" && !VOID_HTML.has(localOf(frame.rawName)))
      text.push(`</${localOf(frame.rawName)}>`);
    else if (frame.kind === "entry") finishEntry(isImplied);
    else if (frame.kind === "feed" && !isImplied) isComplete = true;
  };

  const closeField = ({ container, name }: Frame): void => {
    const value = fieldCleaner.clean(text.join(""));
    text = [];
    if (container === "author") {
      if (entry !== undefined && name === "name") entry.author.name ||= value.trim();
      if (entry !== undefined && name === "uri") entry.author.uri ||= value.trim();
      return;
    }
    const target = container === "feed" ? head.fields : entry?.fields;
    if (target !== undefined && !target.has(name)) target.set(name, name === "content" ? value : value.trim());
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(name, attributes),
      onclosetag: (_name, isImplied) => close(isImplied),
      ontext: (data) => {
        const { kind } = top();
        if (kind === "field") text.push(data);
        else if (kind === "markup") text.push(escapeText(data));
      },
    },
    { xmlMode: true },
  );

  const splitter = createCdataSplitter({
    onMarkup: (markup) => {
      counts.entryTags += markup.match(/<(?:[\w.-]+:)?entry[\s>/]/g)?.length ?? 0;
      piece = markup;
      counted = 0;
      parser.write(markup);
      countLinesTo(markup.length);
      given += markup.length;
    },
    openElement: () => top().rawName,
    onCdata: (content) => {
      if (top().kind === "field") text.push(content);
    },
    onComment: () => {},
    onDoctype: (content) => {
      hasEntities ||= /<!ENTITY/i.test(content);
    },
    onLines: (count) => {
      line += count;
    },
  });

  return {
    write: (incoming) => {
      if (isStarted) {
        splitter.write(incoming);
        return;
      }
      // Blank lines, notices and stray characters before the XML declaration.
      const start = incoming.search(/<(\?xml|!--|!DOCTYPE|([\w.-]+:)?feed\b)/i);
      if (start === -1) return;
      isStarted = true;
      line += countLines(incoming, 0, start);
      splitter.write(incoming.slice(start));
    },
    end: () => {
      splitter.end();
      parser.end();
      finishEntry(DAMAGED);
      return { head, ...counts, isComplete, lines: line, hasEntities };
    },
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

// An entry begins wherever its tag stands, because the element before it may never have been closed.
function findKind(outer: Frame, name: string): Frame["kind"] {
  if (name === "entry") return "entry";
  if (outer.kind === "markup") return "markup";
  if (outer.kind === "field") return outer.name === "content" || outer.name === "title" ? "markup" : "ignored";
  if (outer.kind === "ignored") return "ignored";
  if (outer.kind === "document") return name === "feed" ? "feed" : "ignored";
  if (outer.kind === "feed") return HEAD_FIELDS.has(name) ? "field" : "ignored";
  if (outer.kind === "author") return name === "name" || name === "uri" ? "field" : "ignored";
  if (outer.kind === "control") return name === "app:draft" ? "field" : "ignored";
  if (name === "author") return "author";
  if (name === "app:control") return "control";
  return ENTRY_FIELDS.has(name) ? "field" : "ignored";
}

function readEmptyElement(entry: OpenEntry, name: string, attributes: Attributes): void {
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

function localOf(rawName: string): string {
  return rawName.slice(rawName.indexOf(":") + 1);
}

function writeTag(rawName: string, attributes: Attributes): string {
  const written = Object.entries(attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`);
  return `<${localOf(rawName)}${written.join("")}>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
