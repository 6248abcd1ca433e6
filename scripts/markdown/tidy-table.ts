// Brings a table into its normal form: caption, head, body, in the order of the source.

import { createElement, type HtmlElement, type HtmlNode, isElement, isImageOnly } from "./html-node.ts";
import { isBlock } from "./html-vocabulary.ts";
import { tidyPhrasing } from "./tidy-phrasing.ts";

/** Returns the tidy table, a figure where a table only held an image and its caption, or nothing for an empty one. */
export function tidyTable(table: HtmlElement, tidyCell: (cell: HtmlElement) => HtmlNode[]): HtmlNode[] {
  return splitAtCaptions(table).flatMap((part) => tidyPart(part, tidyCell));
}

// A caption stands before the rows: one that comes after some begins a table of its own, or is a paragraph at the end.
function splitAtCaptions(table: HtmlElement): readonly HtmlElement[] {
  const parts = [table];
  let hasRows = false;
  const { children } = table;
  table.children = [];
  for (const child of children) {
    const isCaption = isElement(child, "caption");
    if (isCaption && hasRows) parts.push(createElement("table", { ...table.attributes }));
    hasRows = !isCaption && (hasRows || (child.kind === "element" && child.children.length > 0));
    parts[parts.length - 1]?.children.push(child);
  }
  return parts;
}

function tidyPart(table: HtmlElement, tidyCell: (cell: HtmlElement) => HtmlNode[]): HtmlNode[] {
  const captions: HtmlElement[] = [];
  const head: HtmlElement[] = [];
  const body: HtmlElement[] = [];
  for (const child of table.children) {
    if (isElement(child, "caption")) captions.push(child);
    else if (isElement(child, "tr")) body.push(child);
    else if (child.kind === "element") {
      // A head after the first row would change the order of the words.
      const rows = child.name === "thead" && body.length === 0 ? head : body;
      for (const row of child.children) if (isElement(row, "tr")) rows.push(row);
    }
  }
  for (const row of [...head, ...body]) {
    row.children = row.children.filter((cell) => isElement(cell, "td") || isElement(cell, "th"));
    for (const cell of row.children) if (cell.kind === "element") cell.children = tidyCell(cell);
  }
  const headRows = head.filter(hasCells);
  const bodyRows = body.filter(hasCells);
  const parts = joinCaptions(captions).flatMap((caption): HtmlElement[] => {
    caption.children = tidyPhrasing(caption.children, { isLinkifying: false, isSplitting: false })[0] ?? [];
    return caption.children.length > 0 ? [caption] : [];
  });
  if ("figure" in table.attributes && headRows.length === 0) return [...parts.map(toParagraph), ...toFigure(bodyRows)];
  if (headRows.length === 0 && bodyRows[0]?.children.every((cell) => isElement(cell, "th")))
    headRows.push(bodyRows.shift() as HtmlElement);
  // Even in a head, Markdown knows heading cells only.
  if (headRows.length === 1)
    for (const cell of headRows[0]?.children ?? []) if (cell.kind === "element") cell.name = "th";

  if (headRows.length > 0) parts.push(createElement("thead", {}, headRows));
  if (bodyRows.length > 0) parts.push(createElement("tbody", {}, bodyRows));
  if (headRows.length + bodyRows.length > 0) return [createElement("table", {}, parts)];
  // Of a table without rows the caption is left.
  return parts.map(toParagraph);
}

function toParagraph(caption: HtmlElement): HtmlElement {
  return createElement("p", {}, caption.children);
}

// A table has one caption; what the source says in others is a line of it.
function joinCaptions(captions: readonly HtmlElement[]): readonly HtmlElement[] {
  const [first, ...others] = captions;
  if (first === undefined) return [];
  for (const { children } of others) first.children.push(createElement("br"), ...children);
  return [first];
}

function hasCells(row: HtmlElement): boolean {
  return row.children.length > 0;
}

function toFigure(rows: readonly HtmlElement[]): HtmlNode[] {
  const contents = rows.map((row) => row.children.flatMap((cell) => (cell.kind === "element" ? cell.children : [])));
  const last = contents[contents.length - 1];
  const caption = contents.length > 1 && last !== undefined && last.length > 0 ? contents.pop() : undefined;
  const content = contents.flatMap((cell) =>
    cell.some(isBlock) || cell.length === 0 ? cell : [createElement("p", {}, cell)],
  );
  if (caption === undefined) return content;
  const unwrapped = content.flatMap((child) =>
    isElement(child, "p") && isImageOnly(child) ? child.children : [child],
  );
  return [createElement("figure", {}, [...unwrapped, createElement("figcaption", {}, caption)])];
}
