// The small tree that both directions share: what a text says, free of tag soup.

import { PHRASING } from "./html-vocabulary.ts";

/** Text, entities decoded. */
export interface HtmlText {
  readonly kind: "text";
  text: string;
}

/** An element. In a tree from parse-html.ts its name is one of html-vocabulary.ts. */
export interface HtmlElement {
  readonly kind: "element";
  name: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
}

export type HtmlNode = HtmlText | HtmlElement;

/** Returns a new text node. */
export function createText(text: string): HtmlText {
  return { kind: "text", text };
}

/** Returns a new element. */
export function createElement(
  name: string,
  attributes: Record<string, string> = {},
  children: HtmlNode[] = [],
): HtmlElement {
  return { kind: "element", name, attributes, children };
}

/** Returns all text below a node, without separators. */
export function textOf(node: HtmlNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOf).join("");
}

/** Returns true when the node is an element of that name. */
export function isElement<Name extends string>(
  node: HtmlNode | undefined,
  name: Name,
): node is HtmlElement & { name: Name } {
  return node !== undefined && node.kind === "element" && node.name === name;
}

/** Returns true for a paragraph that holds images, linked or not, and nothing else. */
export function isImageOnly(node: HtmlElement): boolean {
  return node.children.every(
    (child) =>
      isElement(child, "img") ||
      isElement(child, "br") ||
      (isElement(child, "a") && isImageOnly(child)) ||
      (child.kind === "text" && child.text === " "),
  );
}

/** Returns the last block of a tree that holds text, when nothing stands after it. */
export function findLastPhrasing(node: HtmlElement): HtmlElement | undefined {
  const last = node.children[node.children.length - 1];
  if (last === undefined || last.kind === "text") return undefined;
  return PHRASING.has(last.name) ? last : findLastPhrasing(last);
}
