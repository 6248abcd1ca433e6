// Cuts the HTML that people typed into WordPress into tags, comments and text, as a browser would, without building a tree.

/** A piece of HTML; the pieces together are the whole text again. */
export interface HtmlToken {
  /** `raw` is an element whose inside is not text to format: pre, script, style, svg, textarea. */
  readonly kind: "text" | "open" | "close" | "comment" | "raw";
  /** As typed. */
  readonly source: string;
  /** Lower case; empty for text and comments. */
  readonly name: string;
}

const RAW_ELEMENTS: ReadonlySet<string> = new Set(["pre", "script", "style", "svg", "textarea"]);
const MAX_TAG_LENGTH = 1_000_000;

/** Returns the tokens of a text, in order. */
export function tokenizeHtml(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  // What was once found to be missing is not looked for again: hostile texts open a thousand elements and close none.
  const limits: Limits = { lastTagEnd: html.lastIndexOf(">"), unclosed: new Set() };
  let textStart = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    const token = readMarkup(html, at, limits);
    if (token === undefined) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    if (at > textStart) tokens.push({ kind: "text", source: html.slice(textStart, at), name: "" });
    tokens.push(token);
    textStart = at + token.source.length;
    at = html.indexOf("<", textStart);
  }
  if (textStart < html.length) tokens.push({ kind: "text", source: html.slice(textStart), name: "" });
  return tokens;
}

interface Limits {
  readonly lastTagEnd: number;
  readonly unclosed: Set<string>;
}

function readMarkup(html: string, at: number, limits: Limits): HtmlToken | undefined {
  if (html.startsWith("<!--", at)) {
    const end = html.indexOf("-->", at + 4);
    return { kind: "comment", source: html.slice(at, end === -1 ? html.length : end + 3), name: "" };
  }
  const name = /^<\/?([a-z][a-z0-9:-]*)/i.exec(html.slice(at, at + 64))?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const end = at > limits.lastTagEnd ? -1 : findTagEnd(html, at);
  if (end === -1) return undefined;
  const source = html.slice(at, end);
  if (html[at + 1] === "/") return { kind: "close", source, name };
  if (RAW_ELEMENTS.has(name) && !source.endsWith("/>") && !limits.unclosed.has(name)) {
    const close = findClosingTag(html, end, name);
    if (close === -1) limits.unclosed.add(name);
    else return { kind: "raw", source: html.slice(at, close), name };
  }
  return { kind: "open", source, name };
}

// A `>` inside a quoted attribute does not end the tag, unless the quote never ends.
function findTagEnd(html: string, at: number): number {
  const first = html.indexOf(">", at);
  if (first === -1 || first - at > MAX_TAG_LENGTH) return -1;
  let from = at + 1;
  for (;;) {
    const end = html.indexOf(">", from);
    if (end === -1 || end - at > MAX_TAG_LENGTH) return first + 1;
    const quote = findOpenQuote(html, from, end);
    if (quote === undefined) return end + 1;
    const closing = html.indexOf(quote.mark, quote.at + 1);
    if (closing === -1 || closing - at > MAX_TAG_LENGTH) return first + 1;
    from = closing + 1;
  }
}

function findOpenQuote(
  html: string,
  from: number,
  to: number,
): { readonly mark: string; readonly at: number } | undefined {
  for (let at = from; at < to; at += 1) {
    const mark = html[at];
    if (mark === '"' || mark === "'") {
      const closing = html.indexOf(mark, at + 1);
      if (closing === -1 || closing >= to) return { mark, at };
      at = closing;
    }
  }
  return undefined;
}

function findClosingTag(html: string, from: number, name: string): number {
  const pattern = new RegExp(`</${name}\\s*>`, "gi");
  pattern.lastIndex = from;
  const match = pattern.exec(html);
  return match === null ? -1 : match.index + match[0].length;
}
