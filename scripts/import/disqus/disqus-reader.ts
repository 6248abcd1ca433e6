// Reads a Disqus export as it streams by, record by record, and counts its tags beside what it reads
// (https://help.disqus.com/en/articles/1717222-custom-xml-import-format; the export has grown since).

import { Parser } from "htmlparser2";
import { countLines, createCdataSplitter } from "../wxr/split-cdata.ts";
import { createCharacterCleaner } from "../xml-characters.ts";
import { type DisqusEntry, type DisqusSummary, FIELDS } from "./disqus-model.ts";

type Kind = DisqusEntry["kind"];
type Attributes = Readonly<Record<string, string>>;

/** An open element. */
interface Frame {
  /** What it is to us: a record, its author, a field whose text is kept, HTML in such a field, or nothing. */
  readonly kind: Kind | "document" | "root" | "author" | "field" | "markup" | "ignored";
  readonly rawName: string;
}

interface OpenRecord {
  readonly kind: Kind;
  readonly line: number;
  readonly ownId: string | undefined;
  readonly fields: Map<string, string>;
  author: string;
  categoryId?: string;
  threadId?: string;
  parentId?: string;
  isTooLong: boolean;
}

const DAMAGED = true;
// No comment is as long; without a bound a text that never ends would fill the memory.
const MAX_FIELD_LENGTH = 4_000_000;
const KINDS: Readonly<Record<string, Kind>> = { category: "category", thread: "thread", post: "comment" };
const VOID_HTML: ReadonlySet<string> = new Set(["br", "hr", "img"]);

/** Reads text that comes in pieces. */
export interface DisqusReader {
  readonly write: (piece: string) => void;
  /** Hands over what is still open, as damaged, and tells what the file was like. */
  readonly end: () => DisqusSummary;
}

/** Returns a reader that calls back for each thread, comment and category as it ends. */
export function createDisqusReader(onEntry: (entry: DisqusEntry) => void): DisqusReader {
  const root: Frame = { kind: "document", rawName: "" };
  const frames: Frame[] = [root];
  const counts = { commentTags: 0, comments: 0 };
  const fieldCleaner = createCharacterCleaner();
  let record: OpenRecord | undefined;
  let text: string[] = [];
  let textLength = 0;
  let line = 1;
  let isStarted = false;
  let isComplete = false;
  let hasEntities = false;
  // For the line of an element: what the parser was given so far, and where in the piece at hand lines were counted.
  let given = 0;
  let piece = "";

  const top = (): Frame => frames.at(-1) ?? root;
  const lineHere = (): number => line + countLines(piece, 0, parser.startIndex - given);
  const addText = (data: string): void => {
    textLength += data.length;
    if (textLength <= MAX_FIELD_LENGTH) text.push(data);
    else if (record !== undefined) record.isTooLong = true;
  };

  const finishRecord = (isDamaged: boolean): void => {
    if (record === undefined) return;
    const finished = record;
    record = undefined;
    if (finished.kind === "comment") counts.comments += 1;
    onEntry(toEntry(finished, isDamaged || finished.isTooLong));
  };

  const open = (rawName: string, attributes: Attributes): void => {
    const outer = top();
    const name = localOf(rawName);
    const kind = findKind(outer, name, record?.kind);
    frames.push({ kind, rawName });
    if (kind === "category" || kind === "thread" || kind === "comment") {
      finishRecord(DAMAGED);
      record = { kind, line: lineHere(), ownId: readId(attributes), fields: new Map(), author: "", isTooLong: false };
    } else if (kind === "field") {
      text = [];
      textLength = 0;
    } else if (kind === "markup") {
      addText(writeTag(rawName, attributes));
    } else if (record !== undefined && outer.kind === record.kind) {
      readReference(record, name, attributes);
    }
  };

  const close = (isImplied: boolean): void => {
    const frame = frames.length > 1 ? frames.pop() : undefined;
    if (frame === undefined) return;
    if (frame.kind === "field") closeField(localOf(frame.rawName));
    else if (frame.kind === "markup" && !VOID_HTML.has(localOf(frame.rawName))) addText(`</${localOf(frame.rawName)}>`);
    else if (frame.kind === record?.kind) finishRecord(isImplied);
    else if (frame.kind === "root" && !isImplied) isComplete = true;
  };

  const closeField = (name: string): void => {
    const value = fieldCleaner.clean(text.join("")).trim();
    text = [];
    if (record === undefined) return;
    if (top().kind === "author") record.author ||= value;
    else if (!record.fields.has(name)) record.fields.set(name, value);
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(name, attributes),
      onclosetag: (_name, isImplied) => close(isImplied),
      ontext: (data) => {
        const { kind } = top();
        if (kind === "field") addText(data);
        else if (kind === "markup") addText(escapeText(data));
      },
    },
    { xmlMode: true },
  );

  const splitter = createCdataSplitter({
    onMarkup: (markup) => {
      counts.commentTags += markup.match(/<post[\s>/]/g)?.length ?? 0;
      piece = markup;
      parser.write(markup);
      given += markup.length;
      line += countLines(markup, 0, markup.length);
    },
    openElement: () => top().rawName,
    onCdata: (content) => {
      if (top().kind === "field") addText(content);
    },
    onComment: () => {},
    onDoctype: (content) => {
      hasEntities ||= /<!ENTITY/i.test(content);
    },
    onLines: (count) => {
      line += count;
    },
  });

  // What stands before the first tag of the export, as far as it came: real exports begin with a stray character.
  let opening = "";
  return {
    write: (incoming) => {
      if (isStarted) {
        splitter.write(incoming);
        return;
      }
      opening += incoming;
      const start = opening.search(/<(?:\?xml|!--|!DOCTYPE|(?:[\w.-]+:)?disqus\b)/i);
      if (start === -1) return;
      isStarted = true;
      line += countLines(opening, 0, start);
      splitter.write(opening.slice(start));
      opening = "";
    },
    end: () => {
      splitter.end();
      parser.end();
      finishRecord(DAMAGED);
      return { ...counts, isComplete, lines: line, hasEntities };
    },
  };
}

function toEntry(record: OpenRecord, isDamaged: boolean): DisqusEntry {
  const { kind, line, fields, author, categoryId, threadId, parentId } = record;
  const id = record.ownId ?? (kind === "category" ? undefined : fields.get("id") || undefined);
  const base = { line, ...(id !== undefined && { id }), fields, isDamaged };
  if (kind === "category") return { kind, ...base };
  if (kind === "thread") return { kind, ...base, ...(categoryId !== undefined && { categoryId }) };
  const references = { ...(threadId !== undefined && { threadId }), ...(parentId !== undefined && { parentId }) };
  return { kind, ...base, author, ...references };
}

// A comment begins wherever its tag stands, because the element before it may never have been closed.
function findKind({ kind }: Frame, name: string, record: Kind | undefined): Frame["kind"] {
  if (kind === "markup") return "markup";
  if (kind === "field") return name === "post" ? "comment" : "markup";
  if (name === "post") return "comment";
  if (kind === "document") return name === "disqus" ? "root" : "ignored";
  // A record that was never closed holds all that follow it.
  if (kind === "root" || (record === undefined && kind !== "ignored")) return KINDS[name] ?? "ignored";
  if (kind === "author") return name === "name" && record === "comment" ? "field" : "ignored";
  if (kind === "ignored" || record === undefined) return "ignored";
  if (name === "thread" && record === "thread") return "thread";
  if (name === "author") return "author";
  return FIELDS[record].has(name) ? "field" : "ignored";
}

function readReference(record: OpenRecord, name: string, attributes: Attributes): void {
  const id = readId(attributes);
  if (id === undefined) return;
  if (name === "category") record.categoryId ??= id;
  else if (name === "thread") record.threadId ??= id;
  else if (name === "parent") record.parentId ??= id;
}

// `dsq:id`, whatever prefix the file has for it. One real file has it without quotes, so that the slash of `/>` is in it.
function readId(attributes: Attributes): string | undefined {
  const name = Object.keys(attributes).find((key) => localOf(key) === "id" && !key.startsWith("xml:"));
  const id = (attributes[name ?? ""] ?? "").replace(/\/$/, "").trim();
  return id === "" ? undefined : id;
}

function localOf(rawName: string): string {
  return rawName.slice(rawName.indexOf(":") + 1);
}

function writeTag(rawName: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`,
  );
  return `<${localOf(rawName)}${written.join("")}>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
