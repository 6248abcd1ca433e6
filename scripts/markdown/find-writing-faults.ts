// Finds in a Markdown text what its writer will hardly have meant: HTML, images without a description, marks that mark nothing.

import type { Token } from "markdown-it";
import { listDroppedHtml } from "./allowed-html.ts";
import type { Profile } from "./html-vocabulary.ts";
import { markdownParser } from "./markdown-parser.ts";
import { isPlainMarkdown } from "./plain-markdown.ts";

/** What is odd, on which line of the text (1-based), and what stands there. */
export interface WritingFault {
  readonly kind:
    | "html-dropped"
    | "html-raw"
    | "image-alt"
    | "markdown-deep"
    | "markdown-emphasis"
    | "markdown-fence"
    | "markdown-heading"
    | "markdown-link"
    | "markdown-reference"
    | "markdown-table";
  readonly line: number;
  readonly found: string;
}

/** markdown-it reads no deeper: what lies below is shown as it is typed. */
const MAX_LEVEL = 100;
const TAG = /^<\/?([a-z][a-z\d-]*)/i;
/** "f**k" and "sh**" are no bold text that was left open. */
const OPEN_EMPHASIS = /(?:^|[\s(])(?<!\*)\*\*(?!\*)(?:[^\s*]|\s.*\s\*\*(?:\s|$))/;
const LINK_REMAINS = /\]\s?\(/;
/** No bracket opens within another, which also keeps the search linear. */
const REFERENCE_REMAINS = /\[[^[\]\n]+\]\[[^[\]\n]+\]/;
/** What is escaped is text by its writer's wish: it stands as a private character while marks are looked for. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const PRIVATE = 0xe100;
const HIDDEN = /[\ue100-\ue17f]/g;

/** Returns the faults of a text, in order. A text that only an import wrote has none that anybody could mend. */
export function findWritingFaults(markdown: string, profile: Profile): readonly WritingFault[] {
  if (isPlainMarkdown(markdown)) return [];
  const hidden = markdown.replace(ESCAPED, (_, sign: string) => String.fromCharCode(PRIVATE + sign.charCodeAt(0)));
  const lines = hidden.split("\n");
  const tokens = markdownParser.parse(hidden, {});
  const deep = tokens.find(({ level }) => level >= MAX_LEVEL - 1);
  if (deep !== undefined) return [{ kind: "markdown-deep", line: (deep.map?.[0] ?? 0) + 1, found: "" }];
  const faults = tokens.flatMap((token): readonly WritingFault[] => {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === "html_block") return readHtml(token.content, line, profile);
    if (token.type === "fence")
      return isClosed(token, lines) ? [] : [{ kind: "markdown-fence", line, found: token.markup }];
    return token.type === "inline" ? [...readParagraph(token, line), ...readInlines(token, line, profile)] : [];
  });
  return faults.map((fault) => ({ ...fault, found: fault.found.replace(HIDDEN, reveal) }));
}

function reveal(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - PRIVATE);
}

function readHtml(html: string, line: number, profile: Profile): WritingFault[] {
  const dropped = listDroppedHtml(html, profile);
  if (dropped.length > 0) return [{ kind: "html-dropped", line, found: `<${dropped[0]}>` }];
  const faults: WritingFault[] = [];
  const name = TAG.exec(html.trimStart())?.[1]?.toLowerCase();
  if (/<img\b(?![^>]*\balt\s*=\s*["']?[^"'\s>])/i.test(html)) faults.push({ kind: "image-alt", line, found: "<img>" });
  // Closing tags were told with the opening ones; a comment in HTML is shown nowhere, and is the way to keep a note.
  if (name !== undefined && !html.trimStart().startsWith("</"))
    faults.push({ kind: "html-raw", line, found: `<${name}>` });
  return faults;
}

/** A fence that nobody closed makes code of all that follows. */
function isClosed({ map, markup }: Token, lines: readonly string[]): boolean {
  const [first, end] = map ?? [0, 0];
  const last = (lines[end - 1] ?? "").replace(/^[\s>]*/, "").trimEnd();
  return end - 1 > first && last.startsWith(markup) && last.replaceAll(markup[0] ?? "`", "") === "";
}

function* readParagraph({ content }: Token, line: number): Generator<WritingFault> {
  const heading = /^#{2,6}[^\s#\\]\S*/.exec(content)?.[0];
  if (heading !== undefined) yield { kind: "markdown-heading", line, found: heading };
  const rows = content.split("\n");
  if (rows.length > 1 && rows.every((row) => /^\|.*\|\s*$/.test(row))) {
    yield { kind: "markdown-table", line, found: rows[0] ?? "" };
  }
}

function* readInlines(token: Token, first: number, profile: Profile): Generator<WritingFault> {
  let line = first;
  for (const child of token.children ?? []) {
    if (child.type === "softbreak" || child.type === "hardbreak") line += 1;
    if (child.type === "image" && child.content.trim() === "") {
      yield { kind: "image-alt", line, found: child.attrGet("src") ?? "" };
    }
    if (child.type === "html_inline") yield* readHtml(child.content, line, profile);
    if (child.type !== "text") continue;
    const found = child.content.trim();
    if (OPEN_EMPHASIS.test(child.content)) yield { kind: "markdown-emphasis", line, found };
    if (REFERENCE_REMAINS.test(child.content)) yield { kind: "markdown-reference", line, found };
    else if (LINK_REMAINS.test(child.content)) yield { kind: "markdown-link", line, found };
  }
}
