// Reads a Disqus export as it streams by, record by record, and counts its tags beside what it reads
// (https://help.disqus.com/en/articles/1717222-custom-xml-import-format; the export has grown since).

import { createNamer } from "../xml/namespaces.ts";
import { localOf } from "../xml/read-tag.ts";
import type { Attributes, ElementEnd, XmlElement } from "../xml/xml-model.ts";
import { createXmlReader } from "../xml/xml-reader.ts";
import { classifyElement, type DisqusKind } from "./classify-element.ts";
import type { DisqusEntry, DisqusSummary } from "./disqus-model.ts";

type Kind = DisqusEntry["kind"];
type Element = XmlElement<DisqusKind>;

interface OpenRecord {
  readonly kind: Kind;
  readonly line: number;
  readonly ownId: string | undefined;
  readonly fields: Map<string, string>;
  author: string;
  categoryId?: string;
  threadId?: string;
  parentId?: string;
}

const COUNTED: ReadonlySet<string> = new Set(["post"]);
// Disqus writes these last; a record without an end tag that has them lost nothing before them.
const LAST_FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  category: ["title"],
  thread: ["link", "createdAt", "isDeleted"],
  comment: ["message", "createdAt", "isDeleted"],
};

/** Reads text that comes in pieces. */
export interface DisqusReader {
  readonly write: (piece: string) => void;
  /** Hands over what is still open, as damaged, and tells what the file was like. */
  readonly end: () => DisqusSummary;
}

/** Returns a reader that calls back for each thread, comment and category as it ends. */
export function createDisqusReader(onEntry: (entry: DisqusEntry) => void): DisqusReader {
  let comments = 0;
  let record: OpenRecord | undefined;

  const open = ({ kind, name, line }: Element, readAttributes: () => Attributes): void => {
    if (kind === "category" || kind === "thread" || kind === "comment") {
      record = { kind, line, ownId: readId(readAttributes()), fields: new Map(), author: "" };
    } else if (kind === "reference" && record !== undefined) {
      readReference(record, name, readAttributes());
    }
  };

  const close = ({ kind, name, line }: Element, end: ElementEnd, host: Element): void => {
    if (kind === "field") closeField(name, end.value.trim(), host);
    if (record === undefined || kind !== record.kind) return;
    const finished = record;
    record = undefined;
    if (kind === "comment") comments += 1;
    const isWhole = end.ending === "own" && !end.isBroken;
    const isUnended = end.ending === "missing" && !end.isBroken && hasAll(finished);
    if (isUnended) reader.report("unendedRecords", line);
    onEntry(toEntry(finished, !isWhole && !isUnended));
  };

  const closeField = (name: string, value: string, { kind }: Element): void => {
    if (record === undefined) return;
    if (kind !== "author") {
      if (!record.fields.has(name)) record.fields.set(name, value);
    } else if (record.kind === "comment") {
      record.author ||= value;
    }
  };

  const reader = createXmlReader<DisqusKind>({
    nameElement: createNamer((_namespace, _prefix, local) => local),
    classify: classifyElement,
    counted: COUNTED,
    onOpen: open,
    onClose: close,
  });
  return {
    write: (piece) => reader.write(piece),
    end: () => ({ ...reader.end(), comments, commentTags: reader.countTags("post") }),
  };
}

function hasAll({ kind, fields, threadId }: OpenRecord): boolean {
  return LAST_FIELDS[kind].every((name) => fields.has(name)) && (kind !== "comment" || threadId !== undefined);
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

function readReference(record: OpenRecord, name: string, attributes: Attributes): void {
  const id = readId(attributes);
  if (id === undefined) return;
  if (name === "category") record.categoryId ??= id;
  else if (name === "thread") record.threadId ??= id;
  else if (name === "parent") record.parentId ??= id;
}

// `dsq:id`, whatever prefix the file has for it.
function readId(attributes: Attributes): string | undefined {
  const name = Object.keys(attributes).find((key) => localOf(key) === "id" && !key.startsWith("xml:"));
  const id = (attributes[name ?? ""] ?? "").trim();
  return id === "" ? undefined : id;
}
