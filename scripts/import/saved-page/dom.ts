// A page as a tree: reading it, walking it and writing it without recursion, however deep somebody nested it.

import { type AnyNode, type Document, Element, isTag, isText, type ParentNode, Text } from "domhandler";
import { removeElement } from "domutils";
import { escapeAttribute, escapeText } from "entities";
import { DomHandler, Parser } from "htmlparser2";
import { matches } from "./selector.ts";

export type { AnyNode, Document, ParentNode };
export { Element, isTag, isText, removeElement };

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul".split(
    " ",
  ),
);

// Beyond this depth no page is nested; browsers stop at 512.
const MAX_DEPTH = 4000;
const MAX_SHORT_NODES = 20;

/** Reads HTML into a tree. What is nested deeper than any page is loses its tags, not its text. */
export function parsePage(html: string): Document {
  const handler = new DomHandler();
  const { onopentag, onclosetag } = handler;
  let depth = 0;
  handler.onopentag = (name, attributes) => {
    depth += 1;
    if (depth <= MAX_DEPTH) onopentag.call(handler, name, attributes);
  };
  handler.onclosetag = () => {
    if (depth <= MAX_DEPTH) onclosetag.call(handler);
    depth -= 1;
  };
  new Parser(handler, { lowerCaseTags: true, lowerCaseAttributeNames: true }).end(html);
  return handler.root;
}

/** Yields the elements below a node in the order of the page; `isPruned` elements are left out with all that is in them. */
export function* elementsOf(
  root: AnyNode | Document,
  isPruned: (element: Element) => boolean = () => false,
): Generator<Element> {
  for (const node of nodesOf(root, isPruned)) if (isTag(node)) yield node;
}

function* nodesOf(root: AnyNode | Document, isPruned: (element: Element) => boolean): Generator<AnyNode> {
  const stack: AnyNode[] = "children" in root ? [...root.children].reverse() : [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isTag(node) && isPruned(node)) continue;
    yield node;
    if ("children" in node)
      for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at] as AnyNode);
  }
}

/** Returns the elements below a node that match a selector, in the order of the page. */
export function findAll(
  root: AnyNode | Document,
  selector: string,
  isPruned?: (element: Element) => boolean,
): readonly Element[] {
  const found: Element[] = [];
  for (const element of elementsOf(root, isPruned)) if (matches(element, selector)) found.push(element);
  return found;
}

/** Returns the first element below a node that matches; undefined when none does. */
export function findFirst(
  root: AnyNode | Document,
  selector: string,
  isPruned?: (element: Element) => boolean,
): Element | undefined {
  for (const element of elementsOf(root, isPruned)) if (matches(element, selector)) return element;
  return undefined;
}

/** Returns the nearest element that matches, the element itself or one around it; undefined when none does. */
export function closest(element: Element, selector: string): Element | undefined {
  for (let at: ParentNode | null = element; at !== null; at = at.parent) {
    if (at instanceof Element && matches(at, selector)) return at;
  }
  return undefined;
}

/** Tells whether an element matches or stands in one that does. */
export function isWithin(element: Element, selector: string): boolean {
  return closest(element, selector) !== undefined;
}

/** Returns what a node says, on one line. */
export function textOf(node: AnyNode | Document, isPruned: (element: Element) => boolean = () => false): string {
  const parts: string[] = [];
  for (const child of nodesOf(node, (element) => SILENT.has(element.name) || isPruned(element))) {
    if (isText(child)) parts.push(child.data);
    else if (isTag(child) && BLOCKS.has(child.name)) parts.push(" ");
  }
  if (isText(node as AnyNode)) parts.push((node as Text).data);
  return parts
    .join("")
    .replace(/[ \t\r\n\f\v]+/g, " ")
    .trim();
}

/** Returns what an element says, if it is short and holds little; undefined otherwise, without reading it all. */
export function shortTextOf(element: Element, maxLength: number): string | undefined {
  let nodes = 0;
  let length = 0;
  for (const node of nodesOf(element, (inner) => SILENT.has(inner.name))) {
    nodes += 1;
    if (isText(node)) length += node.data.trim().length;
    if (nodes > MAX_SHORT_NODES || length > maxLength) return undefined;
  }
  return textOf(element);
}

/** Returns the HTML of nodes. `isPruned` elements are left out with all that is in them. */
export function writeHtml(nodes: readonly AnyNode[], isPruned: (element: Element) => boolean = () => false): string {
  const parts: string[] = [];
  const stack: (AnyNode | string)[] = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === "string") parts.push(node);
    else if (isText(node)) parts.push(escapeText(node.data));
    else if (isTag(node) && !SILENT.has(node.name) && !isPruned(node)) {
      const attributes = Object.entries(node.attribs).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
      parts.push(`<${node.name}${attributes.join("")}>`);
      if (VOID.has(node.name)) continue;
      stack.push(`</${node.name}>`);
      for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at] as AnyNode);
    }
  }
  return parts.join("");
}

/** Puts text in an element's place. */
export function replaceByText(element: Element, data: string): void {
  const { parent } = element;
  if (parent === null) return;
  const text = new Text(data);
  text.parent = parent;
  parent.children[parent.children.indexOf(element)] = text;
  text.prev = element.prev;
  text.next = element.next;
  if (element.prev) element.prev.next = text;
  if (element.next) element.next.prev = text;
}

/** Returns an attribute without the spaces around it; empty when it is absent. */
export function attributeOf(element: Element | undefined, name: string): string {
  return element?.attribs[name]?.trim() ?? "";
}
