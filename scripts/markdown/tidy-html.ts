// Brings a parsed tree into its one normal form, in which equal content is an equal tree: what HTML said and what the
// Markdown made from it says can then be compared, and mostly are the same to the byte.

import { createElement, createText, type HtmlElement, type HtmlNode, isElement, isImageOnly } from "./html-node.ts";
import { PHRASING } from "./html-vocabulary.ts";
import { tidyPhrasing } from "./tidy-phrasing.ts";
import { tidyTable } from "./tidy-table.ts";

/** What is done besides the normal form. */
export interface TidyOptions {
  /** Links web addresses that are only text. Markdown has done so already. */
  readonly isLinkifying: boolean;
}

/** Tidies the tree in place. Its depth is bounded by the parser, so recursion is safe. */
export function tidyHtml(root: HtmlElement, options: TidyOptions): void {
  root.children = tidyBlocks(root, options);
}

/** Returns the tidy blocks of a container. */
export function tidyBlocks(container: HtmlElement, options: TidyOptions): HtmlNode[] {
  const blocks: HtmlNode[] = [];
  // In a list or table a blank line would tear the item apart.
  const isSplitting = container.name !== "li" && container.name !== "td" && container.name !== "th";
  const phrasing = { isLinkifying: options.isLinkifying, isSplitting };
  for (const child of container.children) {
    if (child.kind === "text") continue;
    if (child.name === "p") {
      for (const children of tidyPhrasing(child.children, phrasing))
        blocks.push(createElement("p", child.attributes, children));
    } else for (const block of tidyBlock(child, options)) blocks.push(block);
  }
  return blocks;
}

function tidyBlock(node: HtmlElement, options: TidyOptions): HtmlNode[] {
  switch (node.name) {
    case "hr":
      return [node];
    case "pre":
      return tidyPreformatted(node);
    case "ul":
    case "ol":
      return tidyList(node, options);
    case "dl":
      return tidyDescriptions(node, options);
    case "table":
      return tidyTable(node, (cell) => unwrapOnly(tidyBlocks(cell, options)));
    case "figure":
      return tidyFigure(node, options);
  }
  if (PHRASING.has(node.name)) {
    node.children = tidyPhrasing(node.children, { ...options, isSplitting: false })[0] ?? [];
    return node.children.length === 0 ? [] : [node];
  }
  node.children = tidyBlocks(node, options);
  if (node.name === "details" && !isElement(node.children[0], "summary")) return node.children.map(toParagraph);
  return node.children.length === 0 ? [] : [node];
}

// Without a summary at its beginning a frame that folds would hide text behind a word that the source does not have.
function toParagraph(node: HtmlNode): HtmlNode {
  return isElement(node, "summary") ? createElement("p", {}, node.children) : node;
}

function tidyPreformatted(node: HtmlElement): HtmlNode[] {
  let text = "";
  const breakLines = (nodes: readonly HtmlNode[]): HtmlNode[] =>
    nodes.flatMap((child): HtmlNode[] => {
      if (child.kind === "text") {
        text += child.text;
        return [child];
      }
      if (child.name === "br") {
        const isNeeded = child.attributes.implied === undefined || (text !== "" && !text.endsWith("\n"));
        if (isNeeded) text += "\n";
        return isNeeded ? [createText("\n")] : [];
      }
      // An image fills a line as text does.
      if (child.name === "img") text += "\ufffc";
      child.children = breakLines(child.children);
      return child.children.length > 0 || child.name === "img" ? [child] : [];
    });
  node.children = breakLines(node.children);
  const isPlain = node.children.every((child) => child.kind === "text");
  if (isPlain) {
    node.children = [createText(dropLastLineEnd(text))];
    return /^[\s\u200b\ufeff]*$/.test(text) ? [] : [node];
  }
  const last = node.children[node.children.length - 1];
  if (last?.kind === "text") last.text = dropLastLineEnd(last.text);
  return [node];
}

// The last of preformatted text's line ends shows nothing, unless another one stands before it.
function dropLastLineEnd(text: string): string {
  return text.endsWith("\n") && !text.endsWith("\n\n") ? text.slice(0, -1) : text;
}

function tidyList(node: HtmlElement, options: TidyOptions): HtmlNode[] {
  const items = node.children.filter((child) => isElement(child, "li"));
  for (const item of items) item.children = tidyBlocks(item, options);
  // One item with more than a line and a list below it makes the whole list loose, as in Markdown.
  if (items.every(isTight)) for (const item of items) item.children = unwrapFirst(item.children);
  node.children = items;
  return items.length === 0 ? [] : [node];
}

function isTight(item: HtmlElement): boolean {
  return item.children.every((child, index) =>
    index === 0 && isElement(child, "p")
      ? Object.keys(child.attributes).length === 0
      : isElement(child, "ul") || isElement(child, "ol"),
  );
}

function unwrapFirst(children: readonly HtmlNode[]): HtmlNode[] {
  const [first, ...rest] = children;
  return isElement(first, "p") ? [...first.children, ...rest] : [...children];
}

/** Returns the content of a container whose only block is a paragraph without the paragraph. */
function unwrapOnly(children: HtmlNode[]): HtmlNode[] {
  const only = children[0];
  return children.length === 1 && isElement(only, "p") && Object.keys(only.attributes).length === 0
    ? only.children
    : children;
}

function tidyDescriptions(node: HtmlElement, options: TidyOptions): HtmlNode[] {
  node.children = node.children.flatMap((child): HtmlNode[] => {
    if (isElement(child, "dt")) return tidyBlock(child, options);
    if (!isElement(child, "dd")) return [];
    child.children = unwrapOnly(tidyBlocks(child, options));
    return child.children.length === 0 ? [] : [child];
  });
  return node.children.length === 0 ? [] : [node];
}

function tidyFigure(node: HtmlElement, options: TidyOptions): HtmlNode[] {
  const blocks = tidyBlocks(node, options);
  const caption = blocks.find((child) => isElement(child, "figcaption"));
  // Without a caption a figure says no more than its content.
  if (!isElement(caption, "figcaption")) return blocks;
  node.children = blocks.flatMap((child): HtmlNode[] => {
    if (isElement(child, "p") && isImageOnly(child)) return child.children;
    if (!isElement(child, "figcaption")) return [child];
    if (child !== caption) return child.children;
    child.children = unwrapOnly(child.children);
    return [child];
  });
  return [node];
}
