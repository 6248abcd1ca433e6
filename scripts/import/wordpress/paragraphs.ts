// WordPress's paragraph rules for texts that were typed without <p>: a blank line parts paragraphs, a line end is a line break.
// They apply to posts of the classic editor and to every comment (https://developer.wordpress.org/reference/functions/wpautop/).

import { type HtmlToken, tokenizeHtml } from "./html-tokens.ts";

// A paragraph ends before the opening and after the closing tag of these.
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address " +
    "style p h1 h2 h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure figcaption " +
    "details menu summary"
  ).split(" "),
);
// Tags that show nothing by themselves: with nothing else there is no paragraph.
const FORMATTING: ReadonlySet<string> = new Set("a b big code em font i s small span strike strong tt u".split(" "));
// Line ends around these are layout of the source, not line breaks.
const NO_BREAK_AROUND: ReadonlySet<string> = new Set(
  "object param embed option optgroup select audio video source track".split(" "),
);

const SPACE = " \t\n\f\v";

/** Marks a finished block, made from a shortcode, that the rules leave alone. Unicode reserves the character for inner use. */
export const BLOCK_MARK = "\ufdd0";

interface Chunk {
  readonly open?: HtmlToken;
  readonly inline: HtmlToken[];
}

/** Returns the HTML that WordPress would show for a text typed without paragraphs. */
export function addParagraphs(source: string): string {
  const output: string[] = [];
  let chunk: Chunk = { inline: [] };

  const finish = (close?: HtmlToken): void => {
    const html = writeInline(chunk.inline);
    if (chunk.open !== undefined) output.push(chunk.open.source);
    output.push(isBareInside(chunk.open, close) || !hasContent(chunk.inline) ? html : `<p>${html}</p>`);
    if (close !== undefined && !(close.name === "p" && chunk.open?.name !== "p")) output.push(close.source);
    else if (close === undefined && chunk.open?.name === "p") output.push("</p>");
    if (output.at(-1) !== "\n") output.push("\n");
    chunk = { inline: [] };
  };

  for (const token of splitAtBreaks(source)) {
    if (token === "break") {
      finish();
    } else if (isFinishedBlock(token)) {
      finish();
      output.push(token.source, "\n");
    } else if (token.kind === "open" && BLOCKS.has(token.name)) {
      finish();
      chunk = { open: token, inline: [] };
      if (token.name === "hr") finish();
    } else if (token.kind === "close" && BLOCKS.has(token.name)) {
      finish(token);
    } else {
      chunk.inline.push(token);
    }
  }
  finish();
  return trimSpace(output.join(""));
}

// Text right behind an opening block tag stands in that block itself; only quotations get a paragraph of their own.
function isBareInside(open: HtmlToken | undefined, close: HtmlToken | undefined): boolean {
  if (open === undefined) return false;
  return open.name !== "blockquote" || close?.name === "p";
}

function isFinishedBlock(token: HtmlToken): boolean {
  return (
    (token.kind === "raw" && token.name === "pre") || (token.kind === "text" && token.source.startsWith(BLOCK_MARK))
  );
}

/** Tokens, with "break" where a paragraph ends by a blank line or by two `<br>` in a row. */
function splitAtBreaks(source: string): readonly (HtmlToken | "break")[] {
  const result: (HtmlToken | "break")[] = [];
  let isAfterBr = false;
  for (const token of tokenizeHtml(source.replace(/\r\n?/g, "\n"))) {
    if (token.kind === "text") {
      if (isAfterBr && trimSpace(token.source) === "" && !/\n[ \t\f\v]*\n/.test(token.source)) continue;
      isAfterBr = false;
      pushText(token.source, result);
      continue;
    }
    const isBr = token.name === "br";
    if (isBr && isAfterBr) {
      result.pop();
      result.push("break");
      isAfterBr = false;
      continue;
    }
    isAfterBr = isBr;
    result.push(token);
  }
  return result;
}

function pushText(source: string, result: (HtmlToken | "break")[]): void {
  const parts = source.split(/(\ufdd0\d+\ufdd0)|(\n[ \t\n\f\v]*\n)/);
  for (const [index, part] of parts.entries()) {
    if (part === undefined || part === "") continue;
    if (index % 3 === 2) result.push("break");
    else result.push({ kind: "text", source: part, name: "" });
  }
}

// Formatting that is open across paragraphs stays unclosed here: browsers, and our reader, go on with it in the next one.
function writeInline(tokens: readonly HtmlToken[]): string {
  const parts = tokens.map((token, index) =>
    token.kind === "text" ? breakLines(token.source, tokens[index - 1], tokens[index + 1]) : token.source,
  );
  return trimSpace(parts.join(""));
}

function hasContent(tokens: readonly HtmlToken[]): boolean {
  return tokens.some((token) => {
    if (token.kind === "text") return trimSpace(token.source) !== "";
    return (token.kind === "open" || token.kind === "raw") && token.name !== "br" && !FORMATTING.has(token.name);
  });
}

// Unlike trim(), it leaves non-breaking spaces: they are text.
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.includes(text.charAt(start))) start += 1;
  // No pattern: one that ends with the text is tried at every space in it.
  while (end > start && SPACE.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function breakLines(text: string, previous: HtmlToken | undefined, next: HtmlToken | undefined): string {
  let inner = text;
  let before = "";
  let after = "";
  // The first and last line end of a paragraph are none, nor is one that follows a line break.
  if (previous === undefined || previous.name === "br" || NO_BREAK_AROUND.has(previous.name)) {
    inner = inner.replace(/^[ \t\n]+/, "");
    before = inner === text || previous === undefined ? "" : "\n";
  }
  if (next === undefined || NO_BREAK_AROUND.has(next.name)) {
    const trimmed = inner.replace(/[ \t\n]+$/, "");
    after = trimmed === inner || next === undefined ? "" : "\n";
    inner = trimmed;
  }
  return `${before}${inner.replace(/[ \t]*\n/g, "<br />\n")}${after}`;
}
