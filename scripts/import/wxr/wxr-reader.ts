// Reads a WordPress export as it streams by, item by item, however broken it is, and counts its tags beside what it reads.

import { Parser } from "htmlparser2";
import { createCharacterCleaner } from "../xml-characters.ts";
import { createRootScope, type NamespaceScope, nameElement, openScope } from "./namespaces.ts";
import { countLines, createCdataSplitter } from "./split-cdata.ts";
import {
  AUTHOR_FIELDS,
  CHANNEL_FIELDS,
  COMMENT_FIELDS,
  ITEM_FIELDS,
  META_KEYS,
  type WxrCategory,
  type WxrComment,
  type WxrHandler,
  type WxrSummary,
} from "./wxr-model.ts";

type Container = "document" | "channel" | "item" | "comment" | "meta" | "author" | "term";

/** An open element. */
interface Frame {
  /** What it is to us: a container, a field whose text is kept, HTML that strayed in, or nothing. */
  readonly kind: Container | "field" | "stray" | "ignored";
  readonly rawName: string;
  readonly name: string;
  readonly scope: NamespaceScope;
  /** The container that its children belong to. */
  readonly container: Container;
  readonly attributes?: Readonly<Record<string, string>>;
}

interface OpenItem {
  readonly line: number;
  readonly fields: Map<string, string>;
  readonly categories: WxrCategory[];
  readonly meta: Map<string, string>;
  readonly comments: WxrComment[];
  isTitleHtml: boolean;
}

// HTML that PHP's notices and error pages print between the elements of an export.
const STRAY_HTML = new Set(
  "br b p i em strong font hr div span pre html head body table tr td th code a h1".split(" "),
);
const TAXONOMY_OF_ELEMENT: Readonly<Record<string, string>> = { "wp:category": "category", "wp:tag": "post_tag" };
const DAMAGED = true;

/** Reads text that comes in pieces. */
export interface WxrReader {
  readonly write: (piece: string) => void;
  /** Hands over what is still open, as damaged, and tells what the file was like. */
  readonly end: () => WxrSummary;
}

/** Returns a reader that calls the handler for each author, term and item as it ends. */
export function createWxrReader(handler: WxrHandler): WxrReader {
  const root: Frame = { kind: "document", rawName: "", name: "", scope: createRootScope(), container: "document" };
  const frames: Frame[] = [root];
  const channel = new Map<string, string>();
  const counts = { itemTags: 0, commentTags: 0, items: 0, comments: 0 };
  const unsplitCdata: number[] = [];
  const strayHtml: number[] = [];
  const fieldCleaner = createCharacterCleaner();
  let item: OpenItem | undefined;
  let comment: Map<string, string> | undefined;
  let record: Map<string, string> | undefined;
  let text: string[] = [];
  let isHtml = false;
  let line = 1;
  let isStarted = false;
  // What stands before the first tag of the export, as far as it came.
  let opening = "";
  let isComplete = false;
  let hasEntities = false;
  let created: string | undefined;
  let generator: string | undefined;
  let namespaceVersion: string | undefined;
  // For the line of an element: what the parser was given so far, and where in the piece at hand lines were counted.
  let given = 0;
  let piece = "";

  const top = (): Frame => frames.at(-1) ?? root;
  const lineHere = (): number => line + countLines(piece, 0, parser.startIndex - given);

  const finishComment = (isDamaged: boolean): void => {
    if (comment === undefined) return;
    item?.comments.push({ fields: comment, isDamaged });
    counts.comments += 1;
    comment = undefined;
  };
  const finishItem = (isDamaged: boolean): void => {
    finishComment(DAMAGED);
    if (item === undefined) return;
    const finished = item;
    item = undefined;
    handler.onItem({ ...finished, index: counts.items, isDamaged }, channel);
    counts.items += 1;
  };

  const open = (rawName: string, attributes: Readonly<Record<string, string>>): void => {
    const outer = top();
    const scope = openScope(outer.scope, attributes);
    namespaceVersion ??= scope === root.scope ? undefined : findVersion(scope);
    const name = nameElement(scope, rawName);
    const kind = findKind(outer, name, rawName);
    frames.push({
      kind,
      rawName,
      name,
      scope,
      container: kind === "field" || kind === "stray" || kind === "ignored" ? outer.container : kind,
      ...(name === "category" && { attributes }),
    });
    if (kind === "field") {
      text = [];
      isHtml = false;
    } else if (kind === "item") {
      finishItem(DAMAGED);
      item = {
        line: lineHere(),
        fields: new Map(),
        categories: [],
        meta: new Map(),
        comments: [],
        isTitleHtml: false,
      };
    } else if (kind === "comment") {
      finishComment(DAMAGED);
      comment = new Map();
    } else if (kind === "meta" || kind === "author" || kind === "term") {
      record = new Map();
    } else if (kind === "stray" && strayHtml.at(-1) !== lineHere()) {
      strayHtml.push(lineHere());
    }
  };

  const close = (isImplied: boolean): void => {
    const frame = frames.length > 1 ? frames.pop() : undefined;
    if (frame === undefined) return;
    if (frame.kind === "field") closeField(frame);
    else if (frame.kind === "item") finishItem(isImplied);
    else if (frame.kind === "comment") finishComment(isImplied);
    else if (frame.kind === "meta") closeMeta();
    else if (frame.kind === "author" && record !== undefined) handler.onAuthor?.(record, channel);
    else if (frame.kind === "term" && record !== undefined) closeTerm(frame, record);
    if ((frame.name === "rss" || frame.name === "channel") && !isImplied) isComplete = true;
  };

  const closeField = (frame: Frame): void => {
    const value = isHtml ? text.join("") : fieldCleaner.clean(text.join(""));
    text = [];
    const target =
      frame.container === "item"
        ? item?.fields
        : frame.container === "comment"
          ? comment
          : frame.container === "channel"
            ? channel
            : record;
    if (frame.name === "category" && frame.container === "item") {
      item?.categories.push({
        ...(frame.attributes?.domain !== undefined && { domain: frame.attributes.domain }),
        ...(frame.attributes?.nicename !== undefined && { nicename: frame.attributes.nicename }),
        label: value,
      });
      return;
    }
    if (target === undefined || target.has(frame.name)) return;
    target.set(frame.name, value);
    if (frame.name === "title" && item !== undefined) item.isTitleHtml = isHtml;
  };
  const closeMeta = (): void => {
    const key = record?.get("wp:meta_key")?.trim() ?? "";
    if (item !== undefined && META_KEYS.has(key) && !item.meta.has(key)) {
      item.meta.set(key, record?.get("wp:meta_value") ?? "");
    }
    record = undefined;
  };
  const closeTerm = (frame: Frame, term: Map<string, string>): void => {
    const taxonomy = TAXONOMY_OF_ELEMENT[frame.name];
    if (taxonomy !== undefined && !term.has("wp:term_taxonomy")) term.set("wp:term_taxonomy", taxonomy);
    handler.onTerm?.(term, channel);
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(name, attributes),
      onclosetag: (_name, isImplied) => close(isImplied),
      ontext: (data) => {
        if (top().kind === "field") text.push(data);
      },
    },
    { xmlMode: true },
  );

  const splitter = createCdataSplitter({
    onMarkup: (markup) => {
      counts.itemTags += markup.match(/<item[\s>/]/g)?.length ?? 0;
      counts.commentTags += markup.match(/<(?:[\w.-]+:)?comment[\s>/]/g)?.length ?? 0;
      piece = markup;
      parser.write(markup);
      given += markup.length;
      line += countLines(markup, 0, markup.length);
    },
    openElement: () => top().rawName,
    onCdata: (content, isUnsplit) => {
      if (isUnsplit) unsplitCdata.push(line);
      if (top().kind !== "field") return;
      isHtml = true;
      text.push(content);
    },
    onComment: (content) => {
      if (created !== undefined) return;
      const match = /generator="([^"]*)"\s+created="([^"]*)"/.exec(content);
      generator = match?.[1];
      created = match?.[2];
    },
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
      opening += incoming;
      const start = opening.search(/<(\?xml|rss\b|!--|!DOCTYPE)/);
      if (start === -1) return;
      isStarted = true;
      line += countLines(opening, 0, start);
      splitter.write(opening.slice(start));
      opening = "";
    },
    end: () => {
      splitter.end();
      parser.end();
      finishItem(DAMAGED);
      return {
        channel,
        ...(created !== undefined && { created }),
        ...(generator !== undefined && { generator }),
        ...(namespaceVersion !== undefined && { namespaceVersion }),
        ...counts,
        isComplete,
        lines: line,
        unsplitCdata,
        strayHtml,
        hasEntities,
      };
    },
  };
}

function findVersion({ prefixes }: NamespaceScope): string | undefined {
  return /\/export\/(\d+\.\d+)\/$/.exec(prefixes.get("wp") ?? "")?.[1];
}

// An item begins wherever its tag stands, because the element before it may never have been closed.
function findKind(outer: Frame, name: string, rawName: string): Frame["kind"] {
  if (name === "item") return "item";
  if (outer.kind === "field" || outer.kind === "ignored") return "ignored";
  const { container } = outer;
  if (container === "document") {
    if (name === "rss") return "document";
    if (name === "channel") return "channel";
  }
  if (container === "channel") {
    if (name === "wp:author") return "author";
    if (name === "wp:category" || name === "wp:tag" || name === "wp:term") return "term";
    if (CHANNEL_FIELDS.has(name)) return "field";
  }
  if (container === "item" || container === "comment") {
    if (name === "wp:comment") return "comment";
  }
  if (container === "item") {
    if (name === "wp:postmeta") return "meta";
    if (name === "category" || ITEM_FIELDS.has(name)) return "field";
  }
  if (container === "comment" && COMMENT_FIELDS.has(name)) return "field";
  if (container === "author" && AUTHOR_FIELDS.has(name)) return "field";
  if (container === "meta" && (name === "wp:meta_key" || name === "wp:meta_value")) return "field";
  if (container === "term" && /^wp:(term|cat|category|tag)_/.test(name)) return "field";
  return STRAY_HTML.has(rawName.toLowerCase()) ? "stray" : "ignored";
}
