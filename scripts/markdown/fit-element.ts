// Fits elements to the HTML standard where a text holds less than it asks: for pages only, the archive keeps what the source had.

import { createElement, type HtmlElement, type HtmlNode, isElement } from "./html-node.ts";
import { isBlock } from "./html-vocabulary.ts";

const MONTH = /^\d{4}-(\d{2})(?:-(\d{2}))?/;

/** Elements that stand where they belong. */
const placed = new WeakSet<HtmlElement>();

/** Makes a mere span, or a division, of an element that lacks what it cannot be without. */
export function fitInline(node: HtmlElement): void {
  if (placed.has(node)) return;
  if (node.name === "figcaption") {
    node.name = "div";
    return;
  }
  const isIncomplete =
    node.name === "rt" ||
    node.name === "rp" ||
    (node.name === "bdo" && node.attributes.dir === undefined) ||
    (node.name === "time" && !isHtmlDate(node.attributes.datetime));
  if (!isIncomplete) return;
  node.name = "span";
  delete node.attributes.datetime;
}

/** Knows the parts of a ruby text. */
export function fitRuby(ruby: HtmlElement): void {
  for (const child of ruby.children) if (isElement(child, "rt") || isElement(child, "rp")) placed.add(child);
}

/** Knows the caption of a figure. */
export function fitFigure(figure: HtmlElement): void {
  const captions = figure.children.filter((child) => isElement(child, "figcaption"));
  if (captions[0] !== undefined) placed.add(captions[0]);
}

/** Returns true for an element with a link somewhere in it. */
export function holdsLink({ children }: HtmlElement): boolean {
  return children.some((child) => child.kind === "element" && (child.name === "a" || holdsLink(child)));
}

function isHtmlDate(date: string | undefined): boolean {
  if (date === undefined || date.startsWith("0000")) return false;
  const [, month, day] = MONTH.exec(date) ?? [];
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  const time = /T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(date);
  if (time && (Number(time[1]) > 23 || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59)) return false;
  return day === undefined || new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(date.slice(0, 10));
}

/** Returns a list of definitions in which every term has one; what stands before the first term was only indented. */
export function fitDefinitions(list: HtmlElement): HtmlNode[] {
  const first = list.children.findIndex((child) => isElement(child, "dt"));
  const before = first === -1 ? list.children : list.children.slice(0, first);
  const blocks = before.flatMap((child) => (child.kind === "element" ? toBlocks(child) : []));
  if (first === -1) return blocks;
  list.children = list.children.slice(first);
  if (isElement(list.children[list.children.length - 1], "dt")) list.children.push(createElement("dd", {}));
  return [...blocks, list];
}

function toBlocks({ children }: HtmlElement): readonly HtmlNode[] {
  return children.length === 0 || children.some(isBlock) ? children : [createElement("p", {}, children)];
}
