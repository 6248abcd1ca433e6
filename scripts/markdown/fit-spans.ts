// Fits the spans of table cells to the table, as browsers draw it: old editors left spans over columns and rows that are not there.
// Rules: https://html.spec.whatwg.org/multipage/tables.html#table-processing-model

import { type HtmlElement, isElement } from "./html-node.ts";

/** Places looked at before a table is taken for a hostile one. */
const MAX_STEPS = 200_000;

interface PlacedCell {
  readonly cell: HtmlElement;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

/** Shortens spans that leave the group of rows, overlap, or cover columns in which no cell begins. A table of absurd spans loses all of them. */
export function fitSpans(table: HtmlElement): void {
  const groups = table.children.filter((group) => group.kind === "element" && group.name !== "caption");
  const rows = groups.map((group) => (group as HtmlElement).children.filter((row) => isElement(row, "tr")));
  if (!rows.some((group) => group.some((row) => row.children.some(hasSpan)))) return;
  const steps = { left: MAX_STEPS };
  const placed = rows.flatMap((group) => placeCells(group, steps));
  const starts = [...new Set(placed.map(({ column }) => column))].sort((a, b) => a - b);
  const indexOf = new Map(starts.map((start, index) => [start, index]));
  for (const { cell, column, width, height } of placed) {
    const first = indexOf.get(column) ?? 0;
    let last = first;
    while (last + 1 < starts.length && (starts[last + 1] as number) < column + width && steps.left-- > 0) last += 1;
    setSpan(cell, "colspan", steps.left > 0 ? last - first + 1 : 1);
    setSpan(cell, "rowspan", steps.left > 0 ? height : 1);
  }
  if (steps.left <= 0) for (const { cell } of placed) for (const name of ["colspan", "rowspan"]) setSpan(cell, name, 1);
}

function placeCells(rows: readonly HtmlElement[], steps: { left: number }): readonly PlacedCell[] {
  const placed: PlacedCell[] = [];
  /** Column → last row that a cell from above reaches into. */
  const reached = new Map<number, number>();
  rows.forEach((row, index) => {
    const isTaken = (column: number) => (reached.get(column) ?? -1) >= index && steps.left-- > 0;
    let column = 0;
    for (const cell of row.children) {
      if (cell.kind !== "element") continue;
      while (isTaken(column)) column += 1;
      const wanted = Number(cell.attributes.colspan ?? 1);
      let width = 1;
      while (width < wanted && steps.left-- > 0 && !isTaken(column + width)) width += 1;
      const height = Math.min(Number(cell.attributes.rowspan ?? 1), rows.length - index);
      if (height > 1) for (let at = column; at < column + width; at++) reached.set(at, index + height - 1);
      placed.push({ cell, column, width, height });
      column += width;
    }
  });
  return placed;
}

function hasSpan(cell: HtmlElement["children"][number]): boolean {
  return cell.kind === "element" && ("colspan" in cell.attributes || "rowspan" in cell.attributes);
}

function setSpan(cell: HtmlElement, name: string, span: number): void {
  if (span > 1) cell.attributes[name] = String(span);
  else delete cell.attributes[name];
}
