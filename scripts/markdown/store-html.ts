// Writes a tidy tree as HTML that may stand as a block in a Markdown file.

import { createElement, createText, type HtmlElement, type HtmlNode } from "./html-node.ts";
import { writeHtml } from "./write-html.ts";

/** Returns portable HTML of blocks without an empty line in it, at which Markdown would take it for ended. */
export function storeHtml(nodes: readonly HtmlNode[]): string {
  const html = writeHtml(nodes.map(toStored));
  // Lines that begin with white space or nothing would end or indent the block.
  return html.replace(/\n(?=[ \t]*(?:\n|$))/g, "&#10;");
}

function toStored(node: HtmlNode): HtmlNode {
  if (node.kind === "text") return createText(node.text);
  if (node.name === "#anchor") return createElement("a", node.attributes);
  const children = node.children.map(toStored);
  if (node.name === "pre") return storePreformatted(node, children);
  return createElement(node.name, node.attributes, children);
}

function storePreformatted(node: HtmlElement, children: HtmlNode[]): HtmlElement {
  const { language, ...attributes } = node.attributes;
  if (!children.every((child) => child.kind === "text")) return createElement("pre", attributes, children);
  const code = createElement("code", language === undefined ? {} : { class: `language-${language}` }, children);
  return createElement("pre", attributes, [code]);
}
