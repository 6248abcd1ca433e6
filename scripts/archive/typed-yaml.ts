// Reads front matter that a person typed as YAML. Texts stay as typed: no dates, no floats, no tags, no aliases, nothing that runs.

import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { FrontMatterError } from "./front-matter.ts";

// A person types a few hundred characters; YAML readers take their time for more.
const MAX_LENGTH = 256 * 1024;

/** Levels that a value may be nested. */
export const MAX_DEPTH = 32;

// What the reader's lexer sends before the text of a scalar.
const SCALAR = "\u001f";

class YamlError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
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
    return { fields, errors: [{ line: 1, message: `it is longer than ${MAX_LENGTH / 1024} KB` }] };
  }
  const lineCounter = new LineCounter();
  try {
    // The failsafe schema resolves no types at all; plain() below does it.
    const document = parseDocument(yaml, { schema: "failsafe", lineCounter, prettyErrors: false, logLevel: "silent" });
    const errors = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
      line: lineCounter.linePos(pos[0]).line,
      message: /call stack/.test(message) ? "it is nested too deep" : oneLine(message),
    }));
    if (errors.length > 0) return { fields, errors };
    readTop(document.contents, fields);
    return { fields, errors };
  } catch (error) {
    // Nesting of some thousand levels overflows the YAML reader's stack.
    if (error instanceof RangeError) return { fields, errors: [{ line: 1, message: "it is nested too deep" }] };
    if (!(error instanceof YamlError)) throw error;
    return { fields, errors: [{ line: lineCounter.linePos(error.offset).line, message: error.message }] };
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
  if (!isMap(contents)) throw new YamlError("it holds no keys", contents.range[0]);
  refuseMagic(contents);
  for (const { key, value } of contents.items) fields.set(readKey(key), value === null ? null : readNode(value, 1));
}

function readNode(node: ParsedNode, depth: number): unknown {
  refuseMagic(node);
  if (depth > MAX_DEPTH) throw new YamlError("it is nested too deep", node.range[0]);
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
  if (!isScalar(key)) throw new YamlError("a key must be a word", key.range[0]);
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
  if (isAlias(node)) throw new YamlError("aliases (*name) are not allowed", node.range[0]);
  if (node.anchor !== undefined) throw new YamlError("anchors (&name) are not allowed", node.range[0]);
  if (node.tag !== undefined) throw new YamlError(`tags (${oneLine(node.tag)}) are not allowed`, node.range[0]);
}

function oneLine(message: string): string {
  return message
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200)
    .replace(/[.;:]$/, "");
}
