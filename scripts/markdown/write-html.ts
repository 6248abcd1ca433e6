// Writes a tree as HTML: everything that is text is escaped, blocks stand on their own lines.

import { toSafeAddress } from "./address.ts";
import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { isBlock } from "./html-vocabulary.ts";

const VOID_ELEMENTS: ReadonlySet<string> = new Set(["br", "hr", "img", "source", "wbr"]);
const BOOLEAN_ATTRIBUTES: ReadonlySet<string> = new Set(["open"]);

/** Returns the HTML of nodes. The tree's depth is bounded by the parser, so recursion is safe. */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  let html = "";
  let wasBlock = false;
  for (const node of nodes) {
    const isOwnLine = isBlock(node);
    if (html !== "" && (isOwnLine || wasBlock)) html += "\n";
    html += node.kind === "text" ? escapeText(node.text) : writeElement(node);
    wasBlock = isOwnLine;
  }
  return html;
}

/** Returns text as it stands in HTML. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;
}

/** Returns a value as it stands in an attribute in double quotes. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replace(/"/g, "&quot;");
}

function writeElement(node: HtmlElement): string {
  let start = `<${node.name}`;
  for (const name in node.attributes) {
    const value = node.attributes[name] ?? "";
    if (!isWritable(node.name, name, value)) continue;
    start += BOOLEAN_ATTRIBUTES.has(name) ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`;
  }
  if (VOID_ELEMENTS.has(node.name)) return `${start}>`;
  const content = writeHtml(node.children);
  const { children } = node;
  const before = isBlock(children[0]) || beginsWithHiddenLineEnd(node) ? "\n" : "";
  const after = isBlock(children[children.length - 1]) ? "\n" : "";
  return `${start}>${before}${content}${after}</${node.name}>`;
}

// Whoever made the tree has judged its addresses; this guards against our own mistakes.
function isWritable(element: string, attribute: string, value: string): boolean {
  if (attribute !== "href" && attribute !== "src") return true;
  return toSafeAddress(value, element === "a" ? "link" : "image") !== undefined;
}

// A line end right after the start tag of preformatted text is not shown.
function beginsWithHiddenLineEnd({ name, children: [first] }: HtmlElement): boolean {
  return name === "pre" && first?.kind === "text" && first.text.startsWith("\n");
}
