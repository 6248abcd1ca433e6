// Returns what HTML says as plain text, for data files, excerpts and feeds: blocks become lines.

import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { isBlock } from "./html-vocabulary.ts";
import { readTidy } from "./render-markdown.ts";
import { trimEndCharacters } from "./white-space.ts";

/** Blocks that stand close to what is before them; others have an empty line between. */
const CLOSE_BLOCKS: ReadonlySet<string> = new Set(["li", "tr", "dt", "dd", "thead", "tbody", "figcaption"]);

/**
 * Returns the plain text of HTML: paragraphs with an empty line between, items and table rows on lines of their own,
 * cells apart by tabs, line breaks kept. Takes linear time.
 */
export function htmlToText(html: string): string {
  return textOfTree(readTidy(html, { profile: "post" }, false));
}

/** Returns the plain text of a tidy tree. */
export function textOfTree(root: HtmlElement): string {
  const parts: string[] = [];
  writeNodes(root.children, parts);
  return parts
    .join("")
    .split("\n")
    .map((line) => trimEndCharacters(line, " \t"))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function writeNodes(nodes: readonly HtmlNode[], parts: string[]): void {
  for (const node of nodes) {
    if (node.kind === "text") parts.push(node.text);
    else if (node.name === "br") parts.push("\n");
    else if (node.name === "td" || node.name === "th") {
      writeNodes(node.children, parts);
      parts.push("\t");
    } else if (isBlock(node)) {
      // A nested list begins on a line of its own below its item's text.
      if (parts[parts.length - 1]?.endsWith("\n") === false) parts.push("\n");
      writeNodes(node.children, parts);
      if (parts[parts.length - 1]?.endsWith("\n") === false) parts.push("\n");
      if (!CLOSE_BLOCKS.has(node.name)) parts.push("\n");
    } else writeNodes(node.children, parts);
  }
}
