// Reads a WordPress export as it streams by, item by item, however broken it is, and counts its tags beside what it reads.

import type { NamespaceScope } from "../xml/namespaces.ts";
import type { Attributes, ElementEnd, XmlElement } from "../xml/xml-model.ts";
import { createXmlReader } from "../xml/xml-reader.ts";
import { classifyElement, type WxrKind } from "./classify-element.ts";
import { nameElement } from "./element-names.ts";
import { META_KEYS, type WxrCategory, type WxrComment, type WxrHandler, type WxrSummary } from "./wxr-model.ts";

type Element = XmlElement<WxrKind>;

interface OpenItem {
  readonly line: number;
  readonly fields: Map<string, string>;
  readonly categories: WxrCategory[];
  readonly meta: Map<string, string>;
  readonly comments: WxrComment[];
  isTitleHtml: boolean;
}

const COUNTED: ReadonlySet<string> = new Set(["item", "comment"]);
const TAXONOMY_OF_ELEMENT: Readonly<Record<string, string>> = { "wp:category": "category", "wp:tag": "post_tag" };
// WordPress writes these last; a record without an end tag that has them lost nothing before them. Among them are those that tell
// whether it is public.
const LAST_OF_ITEM: readonly string[] = ["wp:post_id", "wp:status", "wp:post_type", "wp:post_password"];
const LAST_OF_COMMENT: readonly string[] = ["wp:comment_content", "wp:comment_approved", "wp:comment_parent"];

/** Reads text that comes in pieces. */
export interface WxrReader {
  readonly write: (piece: string) => void;
  /** Hands over what is still open, as damaged, and tells what the file was like. */
  readonly end: () => WxrSummary;
}

/** Returns a reader that calls the handler for each author, term and item as it ends. */
export function createWxrReader(handler: WxrHandler): WxrReader {
  const channel = new Map<string, string>();
  // What a further export in the same file says of its blog.
  let furtherChannel: Map<string, string> | undefined;
  const counts = { items: 0, comments: 0 };
  let roots = 0;
  let item: OpenItem | undefined;
  let comment: Map<string, string> | undefined;
  let record = new Map<string, string>();
  let category: Attributes = {};
  let created: string | undefined;
  let generator: string | undefined;
  let namespaceVersion: string | undefined;

  const open = (element: Element, readAttributes: () => Attributes): void => {
    const { kind, name, scope, line } = element;
    namespaceVersion ??= findVersion(scope);
    if (kind === "rss") {
      roots += 1;
      furtherChannel = roots > 1 ? new Map() : undefined;
    } else if (kind === "item") {
      item = { line, fields: new Map(), categories: [], meta: new Map(), comments: [], isTitleHtml: false };
    } else if (kind === "comment") {
      comment = new Map();
    } else if (kind === "meta" || kind === "author" || kind === "term") {
      record = new Map();
    } else if (kind === "loose") {
      reader.report("looseFields", line);
    } else if (name === "category") {
      category = readAttributes();
    }
  };

  /** Tells whether a record is damaged, and accounts for one that lost its end tag and nothing else. */
  const judge = (
    { kind, line }: Element,
    end: ElementEnd,
    fields: ReadonlyMap<string, string>,
    last: readonly string[],
  ) => {
    if (end.ending === "own" && !end.isBroken) return false;
    const isWhole = end.ending === "missing" && !end.isBroken && last.every((name) => fields.has(name));
    if (isWhole) reader.report("unendedRecords", line);
    else if (kind === "comment") reader.report("brokenComments", line);
    return !isWhole;
  };

  const close = (element: Element, end: ElementEnd, host: Element): void => {
    const { kind, name, line } = element;
    if (kind === "field") closeField(name, end, host);
    else if (kind === "channel") reportOtherBlog(line);
    else if (kind === "comment" && comment !== undefined) {
      const isDamaged = judge(element, end, comment, LAST_OF_COMMENT);
      item?.comments.push({ line, fields: comment, isDamaged });
      counts.comments += 1;
      comment = undefined;
    } else if (kind === "item" && item !== undefined) {
      const finished = item;
      item = undefined;
      const isDamaged = judge(element, end, finished.fields, LAST_OF_ITEM);
      handler.onItem({ ...finished, index: counts.items, isDamaged }, channel);
      counts.items += 1;
    } else if (kind === "meta") closeMeta();
    else if (kind === "author") handler.onAuthor?.(record, channel);
    else if (kind === "term") closeTerm(name);
  };

  const closeField = (name: string, { value, hasCdata }: ElementEnd, host: Element): void => {
    if (name === "category" && host.kind === "item") {
      const { domain, nicename } = category;
      item?.categories.push({
        ...(domain !== undefined && { domain }),
        ...(nicename !== undefined && { nicename }),
        label: value,
      });
      return;
    }
    const target = fieldsOf(host);
    if (target === undefined || target.has(name)) return;
    target.set(name, value);
    if (name === "title" && host.kind === "item" && item !== undefined) item.isTitleHtml = hasCdata;
  };
  const fieldsOf = ({ kind }: Element): Map<string, string> | undefined => {
    if (kind === "item") return item?.fields;
    if (kind === "comment") return comment;
    return kind === "channel" ? (furtherChannel ?? channel) : record;
  };
  const closeMeta = (): void => {
    const key = record.get("wp:meta_key")?.trim() ?? "";
    if (item !== undefined && META_KEYS.has(key) && !item.meta.has(key)) {
      item.meta.set(key, record.get("wp:meta_value") ?? "");
    }
  };
  const closeTerm = (name: string): void => {
    const taxonomy = TAXONOMY_OF_ELEMENT[name];
    if (taxonomy !== undefined && !record.has("wp:term_taxonomy")) record.set("wp:term_taxonomy", taxonomy);
    handler.onTerm?.(record, channel);
  };
  const reportOtherBlog = (line: number): void => {
    const addresses = [channel, furtherChannel].map((fields) => fields?.get("wp:base_blog_url") ?? fields?.get("link"));
    if (furtherChannel !== undefined && addresses[0]?.trim() !== addresses[1]?.trim())
      reader.report("otherBlogs", line);
  };

  const reader = createXmlReader<WxrKind>({
    nameElement,
    classify: classifyElement,
    counted: COUNTED,
    onOpen: open,
    onClose: close,
    onComment: (text) => {
      if (created !== undefined) return;
      const match = /generator="([^"]*)"\s+created="([^"]*)"/.exec(text);
      generator = match?.[1];
      created = match?.[2];
    },
  });

  return {
    write: (piece) => reader.write(piece),
    end: () => ({
      ...reader.end(),
      channel,
      ...(created !== undefined && { created }),
      ...(generator !== undefined && { generator }),
      ...(namespaceVersion !== undefined && { namespaceVersion }),
      itemTags: reader.countTags("item"),
      commentTags: reader.countTags("comment"),
      ...counts,
    }),
  };
}

function findVersion({ prefixes }: NamespaceScope): string | undefined {
  return /\/export\/(\d+\.\d+)\/$/.exec(prefixes.get("wp") ?? "")?.[1];
}
