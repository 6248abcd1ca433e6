// Splits a file of the archive into its keys and its text, and writes it again in normal form. docs/archive-format.md is the reference.

import { type Message, toMessage } from "../strings/messages/index.ts";
import { toJsonLine, toKey } from "./json-line.ts";
import { show } from "./show.ts";
import { holdsComments, MAX_DEPTH, readTypedYaml } from "./typed-yaml.ts";

/** Something in the front matter that could not be read. */
export interface FrontMatterError {
  /** 1-based, in the file. */
  readonly line: number;
  /** What is wrong, without advice: `it is longer than 256 KB`. */
  readonly what: Message;
}

/** A file of the archive, split. */
export interface FrontMatter {
  /** Values by key, in the order of the file, not yet checked. */
  readonly fields: ReadonlyMap<string, unknown>;
  /** The text below, with LF line ends and without the blank lines at its ends. */
  readonly body: string;
  /** When there are any, `fields` is incomplete. */
  readonly errors: readonly FrontMatterError[];
}

const FENCE = "---";
const COLON = 58;
const LF = 10;

/**
 * Splits a file of the archive. Normal form (`key: <JSON>`, one key a line) is read fast; anything else as YAML.
 * A byte order mark and CRLF are tolerated. Errors are collected, never thrown.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const clean = toPlainLines(text);
  return parseNormalForm(clean) ?? parseTyped(clean);
}

/** Tells whether a person wrote YAML comments (`# …`) between the keys. */
export function holdsYamlComments(text: string): boolean {
  const clean = toPlainLines(text);
  const yaml = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(clean)?.[1] ?? "";
  // Every value of normal form is in quotes or brackets: reading it as YAML is needed only where a "#" stands.
  return yaml.includes("#") && parseNormalForm(clean) === undefined && holdsComments(yaml);
}

/** Writes a file in normal form. Absent and empty values are left out; `keys` must come in their fixed order. */
export function serializeFrontMatter(keys: Iterable<readonly [string, unknown]>, body: string): string {
  let text = "---\n";
  for (const [key, value] of keys) {
    if (value !== undefined && value !== null && value !== "") text += `${toKey(key)}: ${toJsonLine(value)}\n`;
  }
  const cleanBody = toCleanBody(body);
  return cleanBody === "" ? `${text}---\n` : `${text}---\n\n${cleanBody}\n`;
}

/** Returns the line on which a top-level key stands, 1-based; undefined when it is not found. For messages. */
export function findKeyLine(text: string, key: string): number | undefined {
  const lines = toPlainLines(text).split("\n");
  const end = lines.indexOf(FENCE, 1);
  const names = [key, JSON.stringify(key), `'${key}'`];
  const index = lines.findIndex(
    (line, i) =>
      i > 0 && i < end && names.some((name) => line.startsWith(name) && /^\s*:/.test(line.slice(name.length))),
  );
  return index < 0 ? undefined : index + 1;
}

/** Returns the line on which the text below the front matter begins, 1-based. For messages. */
export function findTextLine(text: string): number {
  const lines = toPlainLines(text).split("\n");
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === FENCE);
  const begin = lines.findIndex((line, index) => index > end && line !== "");
  return begin < 0 ? lines.length : begin + 1;
}

// A body has LF line ends, no control characters but the tab, and no blank lines at its ends.
// Lone surrogates become U+FFFD, because no file can hold them.
function toCleanBody(body: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what goes
  const clean = toLf(body).replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, "");
  return trimLines(toWellFormed(clean));
}

function toPlainLines(text: string): string {
  return toLf(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

function toLf(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

// Undefined at the first line that is not in normal form: then YAML decides.
function parseNormalForm(text: string): FrontMatter | undefined {
  if (!text.startsWith("---\n")) return undefined;
  const fields = new Map<string, unknown>();
  let start = 4;
  for (;;) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (end - start === 3 && text.startsWith(FENCE, start)) {
      return { fields, body: trimLines(text.slice(end + 1)), errors: [] };
    }
    const colon = endOfKey(text, start);
    if (colon === start || text.charCodeAt(colon) !== COLON || text.charCodeAt(colon + 1) !== 32) return undefined;
    const key = text.slice(start, colon);
    const value = parseJsonValue(text.slice(colon + 2, end));
    if (value === undefined || fields.has(key)) return undefined;
    fields.set(key, value);
    start = end + 1;
  }
}

function endOfKey(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    const isLater = (code >= 48 && code <= 57) || code === 45;
    if (!isLetter && !(isLater && end > start)) break;
  }
  return end;
}

function parseJsonValue(json: string): unknown {
  if (json.charCodeAt(0) === 34) {
    const isSimple = json.length > 1 && !json.includes("\\") && json.indexOf('"', 1) === json.length - 1;
    if (isSimple) return json.slice(1, -1);
  }
  try {
    const value: unknown = JSON.parse(json);
    if (isTooDeep(value)) return undefined;
    // Two equal keys in a map, or a number like 1.10, would be lost here: YAML tells.
    return value === null || (typeof value !== "string" && toJsonLine(value) !== json) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isTooDeep(value: unknown, depth = 1): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth > MAX_DEPTH || Object.values(value).some((member) => isTooDeep(member, depth + 1));
}

function parseTyped(text: string): FrontMatter {
  const fields = new Map<string, unknown>();
  const opening = /^-{3}[^\n]*/.exec(text)?.[0];
  if (opening === undefined) {
    return { fields, body: trimLines(text), errors: [{ line: 1, what: toMessage("front-matter.unopened") }] };
  }
  if (opening.trimEnd() !== FENCE) {
    const what = toMessage("front-matter.opening", { found: show(opening.slice(0, 20)) });
    return { fields, body: "", errors: [{ line: 1, what }] };
  }
  const rest = text.slice(opening.length + 1);
  const closing = /^---[ \t]*$/m.exec(rest);
  if (closing === null) {
    return { fields, body: "", errors: [{ line: 1, what: toMessage("front-matter.unclosed") }] };
  }
  const yaml = readTypedYaml(rest.slice(0, closing.index));
  return {
    fields: yaml.fields,
    body: trimLines(rest.slice(closing.index + closing[0].length + 1)),
    errors: yaml.errors.map(({ line, what }) => ({ line: line + 1, what })),
  };
}

function trimLines(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === LF) start++;
  while (end > start && text.charCodeAt(end - 1) === LF) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function toWellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? Buffer.from(text, "utf8").toString("utf8") : text;
}
