// Reads front matter that a person typed as YAML. Texts stay as typed: no dates, no floats, no tags, no aliases, nothing that runs.

import {
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type ParsedNode,
  parseDocument,
} from "yaml";
import { type Message, type MessageKey, toMessage } from "../strings/messages/index.ts";
import type { FrontMatterError } from "./front-matter.ts";

// A person types a few hundred characters; YAML readers take their time for more.
const MAX_LENGTH = 256 * 1024;

/** Levels that a value may be nested. */
export const MAX_DEPTH = 32;

// What the reader's lexer sends before the text of a scalar.
const SCALAR = "\u001f";

/** What the reader's own words come to; they are in English, and speak of YAML. */
const FAULTS: Readonly<Record<ErrorCode, Extract<MessageKey, `yaml.${string}`>>> = {
  ALIAS_PROPS: "yaml.other",
  BAD_ALIAS: "yaml.start",
  BAD_COLLECTION_TYPE: "yaml.other",
  BAD_DIRECTIVE: "yaml.start",
  BAD_DQ_ESCAPE: "yaml.escape",
  BAD_INDENT: "yaml.indent",
  BAD_PROP_ORDER: "yaml.other",
  BAD_SCALAR_START: "yaml.start",
  BLOCK_AS_IMPLICIT_KEY: "yaml.colon",
  BLOCK_IN_FLOW: "yaml.quote",
  DUPLICATE_KEY: "yaml.double",
  IMPOSSIBLE: "yaml.other",
  KEY_OVER_1024_CHARS: "yaml.long",
  MISSING_CHAR: "yaml.quote",
  MULTILINE_IMPLICIT_KEY: "yaml.lines",
  MULTIPLE_ANCHORS: "yaml.other",
  MULTIPLE_DOCS: "yaml.other",
  MULTIPLE_TAGS: "yaml.other",
  NON_STRING_KEY: "yaml.other",
  RESOURCE_EXHAUSTION: "yaml.other",
  TAB_AS_INDENT: "yaml.tab",
  TAG_RESOLVE_FAILED: "yaml.tag",
  UNEXPECTED_TOKEN: "yaml.surplus",
};

class YamlError extends Error {
  readonly what: Message;
  readonly offset: number;
  constructor(what: Message, offset: number) {
    super(what.text);
    this.what = what;
    this.offset = offset;
  }
}

/** Reads YAML; `fields` holds what could be read, `errors` what not. Lines count from the first line of `yaml`, 1-based. */
export function readTypedYaml(yaml: string): {
  readonly fields: Map<string, unknown>;
  readonly errors: readonly FrontMatterError[];
} {
  const fields = new Map<string, unknown>();
  if (yaml.length > MAX_LENGTH) {
    return { fields, errors: [{ line: 1, what: toMessage("front-matter.long", { size: MAX_LENGTH / 1024 }) }] };
  }
  if (opensDeep(yaml)) return { fields, errors: [{ line: 1, what: toMessage("front-matter.deep") }] };
  const lineCounter = new LineCounter();
  try {
    // The failsafe schema resolves no types at all; plain() below does it.
    const document = parseDocument(yaml, { schema: "failsafe", lineCounter, prettyErrors: false, logLevel: "silent" });
    const errors = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
      line: lineCounter.linePos(pos[0]).line,
      what: toMessage(/call stack/.test(message) ? "front-matter.deep" : FAULTS[code]),
    }));
    if (errors.length > 0) return { fields, errors };
    readTop(document.contents, fields);
    return { fields, errors };
  } catch (error) {
    // Nesting of some thousand levels overflows the YAML reader's stack.
    if (error instanceof RangeError) return { fields, errors: [{ line: 1, what: toMessage("front-matter.deep") }] };
    if (!(error instanceof YamlError)) throw error;
    return { fields, errors: [{ line: lineCounter.linePos(error.offset).line, what: error.what }] };
  }
}

/** Tells whether YAML holds comments. */
export function holdsComments(yaml: string): boolean {
  let before = "";
  for (const token of new Lexer().lex(yaml)) {
    // A control character announces a scalar: that may begin with "#" without being a comment.
    if (token.startsWith("#") && before !== SCALAR) return true;
    before = token;
  }
  return false;
}

function readTop(contents: ParsedNode | null, fields: Map<string, unknown>): void {
  if (contents === null || (isScalar(contents) && contents.source === "")) return;
  if (!isMap(contents)) throw new YamlError(toMessage("front-matter.keyless"), contents.range[0]);
  refuseMagic(contents);
  for (const { key, value } of contents.items) fields.set(readKey(key), value === null ? null : readNode(value, 1));
}

function readNode(node: ParsedNode, depth: number): unknown {
  refuseMagic(node);
  if (depth > MAX_DEPTH) throw new YamlError(toMessage("front-matter.deep"), node.range[0]);
  if (isSeq(node)) return node.items.map((item) => readNode(item as ParsedNode, depth + 1));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [readKey(key), value === null ? null : readNode(value, depth + 1)]),
    );
  }
  if (!isScalar(node)) return null;
  const text = typeof node.value === "string" ? node.value : "";
  return node.type === "PLAIN" ? readPlain(text) : text;
}

function readKey(key: ParsedNode): string {
  refuseMagic(key);
  if (!isScalar(key)) throw new YamlError(toMessage("front-matter.key"), key.range[0]);
  return typeof key.value === "string" ? key.value : "";
}

// Only what comes out again as it was typed gets a type: 1.10 stays "1.10", 2009-11-01 stays text.
function readPlain(text: string): unknown {
  if (text === "" || text === "~" || /^null$/i.test(text)) return null;
  if (text === "true" || text === "false") return text === "true";
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return Number(text);
  return text;
}

function refuseMagic(node: ParsedNode): void {
  if (isAlias(node)) throw new YamlError(toMessage("front-matter.alias"), node.range[0]);
  if (node.anchor !== undefined) throw new YamlError(toMessage("front-matter.anchor"), node.range[0]);
  if (node.tag !== undefined)
    throw new YamlError(toMessage("front-matter.tag", { found: oneLine(node.tag) }), node.range[0]);
}

function oneLine(message: string): string {
  return message
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200)
    .replace(/[.;:]$/, "");
}

/** Brackets, or dashes in a row, that stand in no front matter of a person: a hostile one may hold a hundred times as many. */
const MANY = 2000;
const MANY_SIGNS = 500;

/** Tells whether a value may nest so deep that the parser, which calls itself for each level, could bring the process down. */
function opensDeep(yaml: string): boolean {
  if ((yaml.match(/[[{]/g)?.length ?? 0) > MANY) return true;
  // Of the signs that a line begins with, each after the first opens a level; lines with one sign are deeper by a space each at
  // least, and a file has no room for many.
  let opened = 0;
  for (const line of yaml.split(/\r\n?|\n/)) {
    const [signs] = /^[ \t]*(?:[-?:][ \t]+)*/.exec(line) ?? [""];
    opened += Math.max(0, (signs.match(/[-?:]/g)?.length ?? 0) - 1);
  }
  return opened > MANY_SIGNS;
}
