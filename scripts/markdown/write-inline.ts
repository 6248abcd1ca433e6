// Writes the inline content of a paragraph as Markdown; what Markdown cannot say stands there as inline HTML.

import { escapeInline, escapeLineStart } from "./escape.ts";
import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { textOf } from "./html-node.ts";
import { markdownParser } from "./markdown-parser.ts";
import { longestRun } from "./white-space.ts";
import { escapeAttribute } from "./write-html.ts";

// "_" stands beside "**" where "*" would run into it.
const MARKERS: Readonly<Record<string, readonly string[]>> = { em: ["*", "_"], strong: ["**"], del: ["~~"] };
const WORD = /[\p{L}\p{N}]/u;

/** How inline content is written. */
export interface InlineOptions {
  /** Writes emphasis, code and links with tags: for text in which Markdown's marks would be misread. */
  readonly isTagged: boolean;
  readonly isInTable?: boolean;
  /** True where a line must stay one line: headings and table cells. */
  readonly isOneLine?: boolean;
}

interface InlineContext extends InlineOptions {
  readonly isInLink: boolean;
}

/** The characters that will be written before and after, to judge whether marks of emphasis are read as such. */
interface Neighbours {
  readonly before: string;
  readonly after: string;
}

/** Returns the Markdown of inline nodes; each line is safe at the beginning of a line. */
export function writeInline(nodes: readonly HtmlNode[], options: InlineOptions): string {
  const { isTagged, isInTable = false, isOneLine = false } = options;
  const text = writeNodes(nodes, { isTagged, isInTable, isOneLine, isInLink: false }, "", "");
  return text.includes("\n") ? text.split("\n").map(escapeLineStart).join("\n") : escapeLineStart(text);
}

function writeNodes(nodes: readonly HtmlNode[], context: InlineContext, first: string, last: string): string {
  let result = "";
  // Kept apart: to look at the end of a string that grows takes as long as the string is.
  let before = first;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as HtmlNode;
    const next = nodes[index + 1];
    const after = next === undefined ? last : firstCharacter(next, context);
    const piece =
      node.kind === "text"
        ? writeText(node.text, context, before, after)
        : writeElement(node, context, { before, after }, next);
    result += piece;
    before = lastCharacter(piece) || before;
  }
  return result;
}

function writeText(
  text: string,
  { isInLink, isInTable = false }: InlineContext,
  before: string,
  after: string,
): string {
  return escapeInline(text, { before, after, isInLink, isInTable });
}

function writeElement(
  node: HtmlElement,
  context: InlineContext,
  neighbours: Neighbours,
  next: HtmlNode | undefined,
): string {
  switch (node.name) {
    case "br":
      return context.isOneLine ? "<br>" : "\\\n";
    case "wbr":
      return "<wbr>";
    case "#anchor":
      return `<a id="${escapeAttribute(node.attributes.id ?? "")}"></a>`;
    case "img":
      return writeImage(node, context);
    case "a":
      return writeLink(node, context);
    case "code":
      return writeCode(node, context, neighbours, next);
    case "em":
    case "strong":
    case "del":
      return writeEmphasis(node, context, neighbours);
    default:
      return writeTagged(node, context);
  }
}

function writeTagged(node: HtmlElement, context: InlineContext): string {
  const content = writeNodes(node.children, context, ">", "<");
  return `${startTag(node)}${content}</${node.name}>`;
}

function startTag(node: HtmlElement): string {
  let tag = `<${node.name}`;
  for (const name in node.attributes) tag += ` ${name}="${escapeAttribute(node.attributes[name] ?? "")}"`;
  return `${tag}>`;
}

function writeEmphasis(node: HtmlElement, context: InlineContext, neighbours: Neighbours): string {
  if (context.isTagged || Object.keys(node.attributes).length > 0) return writeTagged(node, context);
  for (const marker of MARKERS[node.name] ?? []) {
    const character = marker[0] as string;
    const content = writeNodes(node.children, context, character, character);
    if (isReadable(character, content, neighbours)) return `${marker}${content}${marker}`;
  }
  return writeTagged(node, context);
}

/** True when marks of this character around the content are read as an opening and a closing one, and as no others. */
function isReadable(character: string, content: string, { before, after }: Neighbours): boolean {
  if (content.startsWith(character) || content.endsWith(character) || before === character || after === character)
    return false;
  const isInWord = character === "_" && (WORD.test(before) || WORD.test(after));
  return !isInWord && isOpening(before, content) && isClosing(content, after);
}

/** True when a mark between these is read as an opening one: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
function isOpening(before: string, content: string): boolean {
  const first = String.fromCodePoint(content.codePointAt(0) ?? 32);
  if (isWhite(first)) return false;
  return !isPunctuation(first) || isWhite(before) || isPunctuation(before);
}

function isClosing(content: string, after: string): boolean {
  const last = lastCharacter(content);
  if (isWhite(last)) return false;
  return !isPunctuation(last) || isWhite(after) || isPunctuation(after);
}

function isWhite(character: string): boolean {
  return character === "" || markdownParser.utils.isWhiteSpace(character.charCodeAt(0));
}

function isPunctuation(character: string): boolean {
  return markdownParser.utils.isPunctChar(character);
}

function writeLink(node: HtmlElement, context: InlineContext): string {
  const { href = "", title } = node.attributes;
  const isPlain = node.children.length === 1 && node.children[0]?.kind === "text";
  if (isPlain && title === undefined && textOf(node) === href && /^(?:https?|ftp):[^<>\s]*$/i.test(href))
    return `<${href}>`;
  if (context.isTagged) return writeTagged(node, { ...context, isInLink: true });
  const text = writeNodes(node.children, { ...context, isInLink: true }, "[", "]");
  return `[${text}](${writeDestination(href, context)}${writeTitle(title, context)})`;
}

function writeImage(node: HtmlElement, context: InlineContext): string {
  const { src = "", alt = "", title } = node.attributes;
  if (context.isTagged)
    return startTag({ ...node, attributes: title === undefined ? { src, alt } : { src, alt, title } });
  const text = escapeInline(alt, { isInLink: true, before: "[", after: "]", isInTable: context.isInTable === true });
  return `![${text}](${writeDestination(src, context)}${writeTitle(title, context)})`;
}

function writeDestination(address: string, context: InlineContext): string {
  const isSimple = /^[^\s<>()]+$/.test(address) || (address !== "" && hasBalancedParentheses(address));
  const escaped = address
    .replace(/\\/g, "\\\\")
    .replace(/&(?=#|[a-z][a-z\d]*;)/gi, "\\&")
    .replace(/[*_`~]/g, (character) => (character === "_" ? character : `\\${character}`));
  const whole = context.isInTable === true ? escaped.replace(/\|/g, "%7C") : escaped;
  return isSimple ? whole : `<${whole.replace(/[<>\n]/g, encodeURIComponent)}>`;
}

function hasBalancedParentheses(address: string): boolean {
  if (/[\s<>]/.test(address)) return false;
  let depth = 0;
  for (const character of address) {
    if (character === "(") depth++;
    else if (character === ")" && --depth < 0) return false;
  }
  return depth === 0;
}

function writeTitle(title: string | undefined, context: InlineContext): string {
  if (title === undefined) return "";
  const escaped = title
    .replace(/[\\"<]/g, "\\$&")
    .replace(/&(?=#|[a-z][a-z\d]*;)/gi, "\\&")
    .replace(/\n/g, " ");
  return ` "${context.isInTable === true ? escaped.replace(/\|/g, "\\|") : escaped}"`;
}

function writeCode(
  node: HtmlElement,
  context: InlineContext,
  { before }: Neighbours,
  next: HtmlNode | undefined,
): string {
  const isPlain = node.children.every((child) => child.kind === "text") && Object.keys(node.attributes).length === 0;
  const text = textOf(node);
  const isAdjacent = before === "`" || (next?.kind === "element" && next.name === "code");
  if (!isPlain || context.isTagged || isAdjacent || text === "") return writeTagged(node, context);
  const fence = "`".repeat(longestRun(text, "`") + 1);
  const needsPadding = text.startsWith("`") || text.endsWith("`") || (/^ .* $/.test(text) && text.trim() !== "");
  const padded = needsPadding ? ` ${text} ` : text;
  return `${fence}${context.isInTable === true ? padded.replace(/\|/g, "\\|") : padded}${fence}`;
}

/** Returns the last character of what has been written, whole even beyond the basic plane. */
function lastCharacter(text: string): string {
  if (text === "") return "";
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xdc00 && last <= 0xdfff ? text.slice(-2) : text.slice(-1);
}

/** Returns the character that a node's Markdown will begin with. */
function firstCharacter(node: HtmlNode, context: InlineContext): string {
  if (node.kind === "text") return String.fromCodePoint(node.text.codePointAt(0) ?? 32);
  switch (node.name) {
    case "br":
      return context.isOneLine ? "<" : "\n";
    case "a":
      return context.isTagged || textOf(node) === node.attributes.href ? "<" : "[";
    case "img":
      return context.isTagged ? "<" : "!";
    case "code":
      return context.isTagged ? "<" : "`";
    case "em":
    case "strong":
    case "del":
      return context.isTagged ? "<" : (MARKERS[node.name]?.[0]?.[0] ?? "<");
    default:
      return "<";
  }
}
