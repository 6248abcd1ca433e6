// Escapes plain text so that Markdown shows it letter by letter, and escapes no more than that, for those who edit it.

import { findAddresses } from "./markdown-parser.ts";
import { trimCharacters } from "./white-space.ts";

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
// All that needsEscape may say yes to.
const SPECIAL = /[\\`*_[\]<&~!|]/;
const ALL_SPECIAL = /[\\`*_[\]<&~!|]/g;
const WORD = /[\p{L}\p{N}]/u;
const REFERENCE = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,40});/i;

/** Where a piece of text stands. */
export interface EscapeContext {
  /** Character before the piece in its paragraph; empty at the start. */
  readonly before?: string;
  /** Character after it; empty at the end. */
  readonly after?: string;
  /** True in the text of a link: square brackets must be balanced there. */
  readonly isInLink?: boolean;
  /** True in a table cell: "|" ends the cell. */
  readonly isInTable?: boolean;
}

/**
 * Returns Markdown that shows the plain text: its words and lines, web addresses as links. A single line end becomes a
 * hard line break; an empty line begins a new paragraph.
 */
export function escapeMarkdown(plainText: string): string {
  return plainText
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((line) => escapeLine(trimCharacters(line, " \t")))
        .filter((line) => line !== "")
        .join("\\\n"),
    )
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function escapeLine(line: string): string {
  let result = "";
  let end = 0;
  for (const found of findAddresses(line)) {
    const address = line.slice(found.start, found.end);
    if (/[<>\s]/.test(address)) continue;
    result += `${escapeInline(line.slice(end, found.start), { after: "<" })}<${address}>`;
    end = found.end;
  }
  return escapeLineStart(result + escapeInline(line.slice(end), { before: end === 0 ? "" : ">" }));
}

/** Returns a piece of inline text with everything escaped that Markdown would read as markup within a line. */
export function escapeInline(text: string, context: EscapeContext = {}): string {
  if (!SPECIAL.test(text)) return text;
  let result = "";
  let done = 0;
  for (const { 0: character, index } of text.matchAll(ALL_SPECIAL)) {
    const before = index > 0 ? (text[index - 1] as string) : (context.before ?? "");
    const after = index + 1 < text.length ? (text[index + 1] as string) : (context.after ?? "");
    if (!needsEscape(character, before, after, text, index, context)) continue;
    result += `${text.slice(done, index)}\\${character}`;
    done = index + 1;
  }
  return done === 0 ? text : result + text.slice(done);
}

function needsEscape(
  character: string,
  before: string,
  after: string,
  text: string,
  index: number,
  context: EscapeContext,
): boolean {
  switch (character) {
    case "\\":
      return after === "" || after === "\n" || ASCII_PUNCTUATION.test(after);
    case "`":
      return true;
    case "*":
      return !(isSpace(before) && isSpace(after));
    case "_":
      return !((isSpace(before) && isSpace(after)) || (WORD.test(before) && WORD.test(after)));
    case "~":
      return before === "~" || after === "~";
    case "[":
      return context.isInLink === true || before === "!" || /^\[[ xX]\]/.test(text.slice(index, index + 3));
    case "]":
      return context.isInLink === true || after === "(" || after === "[" || after === ":";
    case "!":
      return after === "[";
    case "<":
      return after === "" || /[a-z/!?]/i.test(after);
    case "&":
      return REFERENCE.test(text.slice(index, index + 50));
    case "|":
      return context.isInTable === true;
    default:
      return false;
  }
}

function isSpace(character: string): boolean {
  return character === "" || character === " " || character === "\n";
}

/** Returns a line of a paragraph with its beginning escaped where it would begin a heading, list, quotation, table … */
export function escapeLineStart(line: string): string {
  const first = line.charCodeAt(0);
  // Letters begin nothing.
  if (first > 0x40 && first !== 0x5f && first !== 0x7c && first !== 0x7e && first !== 0x60) return line;
  const number = /^(\d{1,9})([.)])(?=[ \t]|$)/.exec(line);
  if (number !== null) return `${number[1]}\\${line.slice((number[1] as string).length)}`;
  if (/^(?:#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$)|~~~|=+[ \t]*$|[-_*](?:[ \t]*[-_*])*[ \t]*$|[-:|][-:| \t]*$)/.test(line))
    return `\\${line}`;
  return line;
}
