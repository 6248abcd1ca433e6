// Writes a page as lines to compare: what two programs may do otherwise without changing the page is made alike first.

import type { AnyNode, Element } from "domhandler";
import { isTag, isText } from "domhandler";
import { parseHtml } from "../support/dom.ts";

/**
 * Returns a line an element and a line a text. Alike are made: white space but in `pre`; the order of attributes; hashes in
 * names of assets; JSON, whose keys stand in any order; inside texts the ids of headings, which each renderer of Markdown
 * makes in its own way, links to these, and `rel`.
 */
export function listPageLines(html: string): readonly string[] {
  const lines: string[] = [];
  const visit = (node: AnyNode, depth: number, inText: boolean, isPre: boolean): void => {
    if (isText(node)) {
      const text = isPre ? node.data : node.data.replace(/[ \t\r\n]+/g, " ").trim();
      if (text !== "") lines.push(`${"  ".repeat(depth)}${text}`);
      return;
    }
    if (!isTag(node)) return;
    lines.push(`${"  ".repeat(depth)}<${[node.name, ...listAttributes(node, inText)].join(" ")}>`);
    const holdsText = inText || node.attribs.class?.split(" ").includes("e-content") === true;
    if (node.attribs.type === "application/ld+json") lines.push(...writeJson(textOfScript(node)));
    else for (const child of node.children) visit(child, depth + 1, holdsText, isPre || node.name === "pre");
  };
  for (const node of parseHtml(html).children) visit(node, 0, false, false);
  return lines;
}

function listAttributes(element: Element, inText: boolean): readonly string[] {
  return Object.entries(element.attribs)
    .filter(([name]) => !(inText && ((name === "id" && /^h\d$/.test(element.name)) || name === "rel")))
    .map(([name, value]) => `${name}="${alike(element, name, value)}"`)
    .sort();
}

function alike(element: Element, name: string, value: string): string {
  if (name === "data-cite") return writeJson(value).join("");
  if (name === "href" && isInContents(element)) return "#";
  return value.replace(/^(.*\/assets\/[\w-]+)\.[0-9a-f]{8,}(\.\w+)$/, "$1$2");
}

function isInContents(element: Element): boolean {
  for (let node: AnyNode | null = element; node !== null; node = node.parent) {
    if (isTag(node) && node.attribs.class === "post-contents") return true;
  }
  return false;
}

function textOfScript(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : "")).join("");
}

function writeJson(text: string): readonly string[] {
  const sortKeys = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(JSON.parse(text), (_, value) => sortKeys(value), 1).split("\n");
}
