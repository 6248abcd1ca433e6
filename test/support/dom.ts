// Reads HTML as a tree and finds elements in it, with as much of CSS selectors as the tests need.

import type { AnyNode, Document, Element } from "domhandler";
import { findAll as findAllNodes, textContent } from "domutils";
import { parseDocument } from "htmlparser2";

export type { Element } from "domhandler";

/** A parsed document, or any element in it. */
export type Root = Document | Element;

/** Reads a whole HTML document. */
export function parseHtml(html: string): Document {
  return parseDocument(html, { decodeEntities: true });
}

/**
 * Returns all elements that match, in document order.
 * A selector is made of `tag`, `.class`, `#id`, `[attribute]` and `[attribute=value]`; a blank means "inside of", a
 * comma "or".
 */
export function queryAll(root: Root, selector: string): readonly Element[] {
  const paths = selector.split(/\s*,\s*/).map((path) => path.trim().split(/\s+/).map(parseStep));
  return findAllNodes((element) => paths.some((path) => isMatch(element, path, root)), root.children);
}

/** Returns the first element that matches, or undefined. */
export function query(root: Root, selector: string): Element | undefined {
  return queryAll(root, selector)[0];
}

/** Tells whether any element matches. An assertion that compares elements would print the whole tree around them. */
export function has(root: Root, selector: string): boolean {
  return query(root, selector) !== undefined;
}

/**
 * Returns the only element that matches.
 *
 * @throws Error when there is none, or more than one.
 */
export function queryOne(root: Root, selector: string): Element {
  const [found, ...more] = queryAll(root, selector);
  if (found === undefined) throw new Error(`Nothing matches ${selector}`);
  if (more.length > 0) throw new Error(`${more.length + 1} elements match ${selector}`);
  return found;
}

/** Returns the text of an element with its white space collapsed. Non-breaking spaces stay. */
export function textOf(node: AnyNode): string {
  return textContent(node)
    .replaceAll(/[ \t\r\n]+/g, " ")
    .trim();
}

/** Returns the language of an element: its own `lang`, else that of the nearest element around it. */
export function langOf(element: Element): string | undefined {
  for (let node: AnyNode | null = element; node !== null; node = node.parent) {
    if ("attribs" in node && node.attribs.lang !== undefined) return node.attribs.lang;
  }
  return undefined;
}

interface Step {
  readonly tag?: string;
  readonly conditions: readonly { readonly name: string; readonly value?: string; readonly isWord: boolean }[];
}

function parseStep(text: string): Step {
  const tag = /^[a-z][a-z0-9-]*/i.exec(text)?.[0];
  const conditions = [
    ...text.slice(tag?.length ?? 0).matchAll(/\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:="?([^\]"]*)"?)?\]/g),
  ];
  return {
    ...(tag === undefined ? {} : { tag: tag.toLowerCase() }),
    conditions: conditions.map(([, word, id, name, value]) => {
      if (word !== undefined) return { name: "class", value: word, isWord: true };
      if (id !== undefined) return { name: "id", value: id, isWord: false };
      return { name: name ?? "", isWord: false, ...(value === undefined ? {} : { value }) };
    }),
  };
}

function isMatch(element: Element, path: readonly Step[], root: Root): boolean {
  const last = path.at(-1);
  if (last === undefined || !isStepMatch(element, last)) return false;
  let rest = path.length - 2;
  for (let node = element.parent; node !== null && rest >= 0 && node !== root; node = node.parent) {
    const step = path[rest];
    if ("attribs" in node && step !== undefined && isStepMatch(node, step)) rest -= 1;
  }
  return rest < 0;
}

function isStepMatch(element: Element, step: Step): boolean {
  if (step.tag !== undefined && element.name !== step.tag) return false;
  return step.conditions.every(({ name, value, isWord }) => {
    const found = element.attribs[name];
    if (found === undefined) return false;
    if (value === undefined) return true;
    return isWord ? found.split(/\s+/).includes(value) : found === value;
  });
}
