// Matches elements against the simple selectors that the families of markup are written in.

import { Element, type ParentNode } from "domhandler";

/** One element's conditions: `div.post#x[rel~=tag]`. */
interface Compound {
  readonly tag: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly operator: string; readonly value: string }[];
}

// Each selector is compounds from the outermost to the innermost; only the descendant combinator is known.
const compiled = new Map<string, readonly (readonly Compound[])[]>();

/** Tells whether an element matches one of the comma-separated selectors. */
export function matches(element: Element, selector: string): boolean {
  return compile(selector).some((chain) => matchesChain(element, chain));
}

function compile(selector: string): readonly (readonly Compound[])[] {
  const known = compiled.get(selector);
  if (known !== undefined) return known;
  const chains = selector.split(",").map((one) => one.trim().split(/\s+/).map(readCompound));
  compiled.set(selector, chains);
  return chains;
}

function readCompound(text: string): Compound {
  const attributes = [...text.matchAll(/\[([\w-]+)(?:([~^*$]?=)"?([^\]"]*)"?)?\]/g)].map(
    ([, name = "", operator = "", value = ""]) => ({ name, operator, value }),
  );
  const rest = text.replace(/\[[^\]]*\]/g, "");
  return {
    tag: /^[\w-]+/.exec(rest)?.[0] ?? "",
    ids: [...rest.matchAll(/#([\w-]+)/g)].map(([, id = ""]) => id),
    classes: [...rest.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name),
    attributes,
  };
}

function matchesChain(element: Element, chain: readonly Compound[]): boolean {
  let at = chain.length - 1;
  if (!matchesCompound(element, chain[at] as Compound)) return false;
  at -= 1;
  for (let parent: ParentNode | null = element.parent; parent !== null && at >= 0; parent = parent.parent) {
    if (parent instanceof Element && matchesCompound(parent, chain[at] as Compound)) at -= 1;
  }
  return at < 0;
}

function matchesCompound({ name, attribs }: Element, { tag, ids, classes, attributes }: Compound): boolean {
  if (tag !== "" && tag !== name) return false;
  if (ids.length > 0 && !ids.every((id) => attribs.id === id)) return false;
  if (classes.length > 0) {
    const own = attribs.class;
    if (own === undefined || !classes.every((one) => hasWord(own, one))) return false;
  }
  return attributes.every(({ name: attribute, operator, value }) => {
    const own = attribs[attribute];
    if (own === undefined) return false;
    if (operator === "~=") return hasWord(own, value);
    if (operator === "^=") return own.startsWith(value);
    if (operator === "$=") return own.endsWith(value);
    if (operator === "*=") return own.includes(value);
    return operator === "" || own === value;
  });
}

function hasWord(words: string, word: string): boolean {
  return words === word || (words.includes(word) && words.split(/\s+/).includes(word));
}
