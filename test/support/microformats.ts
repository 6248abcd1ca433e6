// Reads microformats2 (https://microformats.org/wiki/microformats2-parsing) as far as our pages use them: nesting decides whose a property is.

import { textContent } from "domutils";
import { type Element, has, queryAll, type Root, textOf } from "./dom.ts";

/** A microformat with the values of its properties; a nested one is a value. */
export interface Microformat {
  readonly types: readonly string[];
  readonly properties: Readonly<Record<string, readonly (string | Microformat)[]>>;
  readonly children: readonly Microformat[];
}

/** Returns the microformats at the top of a page. */
export function readMicroformats(root: Root, base: string): readonly Microformat[] {
  return childrenOf(root).flatMap((element) => {
    return typesOf(element).length > 0 ? [readItem(element, base)] : readMicroformats(element, base);
  });
}

function readItem(element: Element, base: string): Microformat {
  const properties: Record<string, (string | Microformat)[]> = {};
  const children: Microformat[] = [];
  collect(element, base, properties, children);
  const isExplicit =
    Object.keys(properties).some((name) => /^(name|content|summary)$/.test(name)) || children.length > 0;
  if (properties.name === undefined && !isExplicit && !has(element, ".u-url")) properties.name = [textOf(element)];
  return { types: typesOf(element), properties, children };
}

function collect(
  parent: Element,
  base: string,
  properties: Record<string, (string | Microformat)[]>,
  children: Microformat[],
): void {
  for (const element of childrenOf(parent)) {
    const item = typesOf(element).length > 0 ? readItem(element, base) : undefined;
    const names = classesOf(element).filter((name) => /^(p|u|dt|e)-[a-z]/.test(name));
    for (const name of names) {
      const key = name.replace(/^[a-z]+-/, "");
      properties[key] = [...(properties[key] ?? []), item ?? readValue(element, name.split("-")[0] ?? "", base)];
    }
    if (item !== undefined && names.length === 0) children.push(item);
    // What stands in a nested microformat is that one's.
    if (item === undefined) collect(element, base, properties, children);
  }
}

function readValue(element: Element, kind: string, base: string): string {
  const { attribs } = element;
  if (kind === "u") {
    const address = attribs.href ?? attribs.src;
    return address === undefined ? textOf(element) : new URL(address, base).href;
  }
  if (kind === "dt") return attribs.datetime ?? textOf(element);
  return kind === "e" ? textContent(element).trim() : textOf(element);
}

function childrenOf(root: Root): readonly Element[] {
  return root.children.filter((node): node is Element => "attribs" in node);
}

function classesOf(element: Element): readonly string[] {
  return (element.attribs.class ?? "").split(/\s+/);
}

function typesOf(element: Element): readonly string[] {
  return classesOf(element).filter((name) => /^h-[a-z]/.test(name));
}

/** Returns the elements of a page that have a property although they stand in no microformat. */
export function findStrays(root: Root): readonly string[] {
  return queryAll(root, "body [class]")
    .filter((element) => classesOf(element).some((name) => /^(u|dt|e)-[a-z]/.test(name)) && !isInside(element))
    .map(({ attribs }) => attribs.class ?? "");
}

function isInside(element: Element): boolean {
  for (let node = element.parent; node !== null; node = node.parent) {
    if ("attribs" in node && typesOf(node as Element).length > 0) return true;
  }
  return false;
}
