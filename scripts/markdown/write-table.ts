// Writes a table as GFM, where GFM can say it: one row of headings, equal rows, cells of one line.

import { type HtmlElement, type HtmlNode, isElement } from "./html-node.ts";
import { isBlock } from "./html-vocabulary.ts";
import { writeInline } from "./write-inline.ts";
import { protectEdges, type WriteOptions } from "./write-markdown.ts";

/** Returns the table in GFM (https://github.github.com/gfm/#tables-extension-), or undefined where it must stay HTML. */
export function writeTable(table: HtmlElement, options: WriteOptions): string | undefined {
  const head = table.children.find((child) => isElement(child, "thead"));
  const body = table.children.find((child) => isElement(child, "tbody"));
  if (
    head?.kind !== "element" ||
    head.children.length !== 1 ||
    table.children.some((child) => isElement(child, "caption"))
  )
    return undefined;
  const rows = [...head.children, ...(body?.kind === "element" ? body.children : [])].map(cellsOf);
  const width = rows[0]?.length ?? 0;
  const isPlain = rows.every(
    (cells, index) => cells.length === width && cells.every((cell) => isPlainCell(cell, index === 0 ? "th" : "td")),
  );
  if (!isPlain) return undefined;
  const aligns = (rows[0] ?? []).map((cell) => cell.attributes.align);
  if (rows.some((cells) => cells.some((cell, column) => cell.attributes.align !== aligns[column]))) return undefined;

  const lines = rows.map((cells) => writeRow(cells.map((cell) => writeCell(cell, options))));
  lines.splice(1, 0, writeRow(aligns.map(writeAlignment)));
  return lines.join("\n");
}

function cellsOf(row: HtmlNode): HtmlElement[] {
  return row.kind === "element" ? row.children.filter((cell) => cell.kind === "element") : [];
}

function isPlainCell(cell: HtmlElement, name: string): boolean {
  if (cell.name !== name || cell.children.some(isBlock)) return false;
  for (const attribute in cell.attributes) if (attribute !== "align") return false;
  return true;
}

function writeCell(cell: HtmlElement, options: WriteOptions): string {
  return protectEdges(writeInline(cell.children, { ...options, isInTable: true, isOneLine: true }));
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function writeAlignment(align: string | undefined): string {
  if (align === "center") return ":-:";
  if (align === "right") return "--:";
  return align === "left" ? ":--" : "---";
}
