// Writes a tidy tree as Markdown that is pleasant to edit by hand; blocks that Markdown cannot say stay HTML.

import type { HtmlElement, HtmlNode } from "./html-node.ts";
import { isElement, textOf } from "./html-node.ts";
import { isBlock } from "./html-vocabulary.ts";
import { storeHtml } from "./store-html.ts";
import { longestRun } from "./white-space.ts";
import { writeInline } from "./write-inline.ts";
import { writeTable } from "./write-table.ts";

// Below this depth Markdown's indentation is harder to read than HTML, and markdown-it stops at 100 levels.
const MAX_MARKDOWN_DEPTH = 12;

/** How blocks are written. */
export interface WriteOptions {
  /** Writes inline markup with tags. */
  readonly isTagged: boolean;
}

/** Returns the Markdown of blocks, with an empty line between them. */
export function writeMarkdown(blocks: readonly HtmlNode[], options: WriteOptions): string {
  return writeBlocks(blocks, options, 0);
}

function writeBlocks(blocks: readonly HtmlNode[], options: WriteOptions, depth: number): string {
  const written: string[] = [];
  let marker = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as HtmlNode;
    if (!isBlock(block)) {
      // A run of text that its container holds directly.
      const start = index;
      while (index + 1 < blocks.length && !isBlock(blocks[index + 1])) index++;
      written.push(writeInline(blocks.slice(start, index + 1), options));
      continue;
    }
    const before = blocks[index - 1];
    const isAgain =
      block.kind === "element" && isList(block) && before?.kind === "element" && before.name === block.name;
    // Two lists in a row would be one list if they had the same marker.
    marker = isAgain ? 1 - marker : 0;
    written.push(writeBlock(block as HtmlElement, options, depth, marker));
  }
  return written.filter((text) => text !== "").join("\n\n");
}

function writeBlock(block: HtmlElement, options: WriteOptions, depth: number, marker: number): string {
  if (depth > MAX_MARKDOWN_DEPTH || !isSayable(block)) return storeHtml([block]);
  switch (block.name) {
    case "p":
      return writeInline(block.children, options);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return writeHeading(block, options);
    case "hr":
      return "---";
    case "blockquote":
      return writeBlocks(block.children, options, depth + 1)
        .split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n");
    case "pre":
      return writeFence(block);
    case "ul":
    case "ol":
      return writeList(block, options, depth, marker);
    case "table":
      return writeTable(block, options) ?? storeHtml([block]);
    case "figure":
    case "details":
    case "div":
      return writeFramed(block, options, depth);
    default:
      return storeHtml([block]);
  }
}

function isList(block: HtmlElement): boolean {
  return block.name === "ul" || block.name === "ol";
}

/** True unless the block itself says something that Markdown has no sign for. */
function isSayable(block: HtmlElement): boolean {
  if (block.name === "pre") return block.children.every((child) => child.kind === "text");
  if (block.name === "figure" || block.name === "details" || block.name === "div" || block.name === "table")
    return true;
  for (const name in block.attributes) if (!(name === "start" && block.name === "ol")) return false;
  return (
    !isList(block) || block.children.every((item) => item.kind === "text" || Object.keys(item.attributes).length === 0)
  );
}

function writeHeading(block: HtmlElement, options: WriteOptions): string {
  const text = writeInline(block.children, { ...options, isOneLine: true });
  // A closing run of "#" would be taken for decoration.
  const safe = text.replace(/(^|[ \t])(#+)$/, "$1\\$2");
  return `${"#".repeat(Number(block.name[1]))} ${protectEdges(safe)}`;
}

/** Markdown trims headings and cells of all white space: what is kept there is written as a reference. */
export function protectEdges(text: string): string {
  return text.replace(/^[^\S ]|[^\S ]$/gu, (character) =>
    character === "\u00a0" ? "&nbsp;" : `&#${character.codePointAt(0)};`,
  );
}

function writeFence(block: HtmlElement): string {
  const text = textOf(block);
  const fence = "`".repeat(Math.max(2, longestRun(text, "`")) + 1);
  return `${fence}${block.attributes.language ?? ""}\n${text}${text.endsWith("\n") ? "" : "\n"}${fence}`;
}

function writeList(list: HtmlElement, options: WriteOptions, depth: number, marker: number): string {
  const items = list.children.filter((child) => isElement(child, "li"));
  const isLoose = items.some((item) => item.children.some((child) => isElement(child, "p")));
  const start = Number(list.attributes.start ?? "1");
  const written = items.map((item, index) => {
    const bullet = list.name === "ul" ? (marker === 0 ? "-" : "*") : `${start + index}${marker === 0 ? "." : ")"}`;
    return writeItem(item, bullet, isLoose, options, depth);
  });
  return written.join(isLoose ? "\n\n" : "\n");
}

function writeItem(item: HtmlElement, bullet: string, isLoose: boolean, options: WriteOptions, depth: number): string {
  const indent = " ".repeat(bullet.length + 1);
  let text: string;
  if (isLoose) text = writeBlocks(item.children, options, depth + 2);
  else {
    const firstBlock = item.children.findIndex(isBlock);
    const inline = firstBlock === -1 ? item.children : item.children.slice(0, firstBlock);
    const lists = firstBlock === -1 ? [] : item.children.slice(firstBlock);
    const parts = [writeInline(inline, options), writeBlocks(lists, options, depth + 2)];
    text = parts.filter((part) => part !== "").join("\n");
  }
  if (text === "") return bullet;
  return `${bullet} ${text.replace(/\n(?!\n|$)/g, `\n${indent}`)}`;
}

/** A frame of tags on lines of their own, with Markdown between them. */
function writeFramed(block: HtmlElement, options: WriteOptions, depth: number): string {
  const attributes = Object.entries(block.attributes).map(([name, value]) =>
    value === "" ? ` ${name}` : ` ${name}="${value}"`,
  );
  const parts: string[] = [`<${block.name}${attributes.join("")}>`];
  const rest: HtmlNode[] = [];
  const flush = (): void => {
    const text = writeBlocks(rest.splice(0), options, depth + 1);
    if (text !== "") parts.push(text);
  };
  for (const child of block.children) {
    if (isElement(child, "figcaption") || isElement(child, "summary")) {
      flush();
      if (child.children.some(isBlock))
        parts.push(`<${child.name}>`, writeBlocks(child.children, options, depth + 1), `</${child.name}>`);
      else parts.push(storeHtml([child]));
    } else rest.push(child);
  }
  flush();
  parts.push(`</${block.name}>`);
  return parts.join("\n\n");
}
