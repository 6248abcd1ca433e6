// Brings the text of a paragraph or heading into its one normal form: white space collapsed as browsers show it and moved
// out of emphasis, no empty elements, neighbours of one kind joined, bare addresses linked.

import { createElement, createText, type HtmlElement, type HtmlNode } from "./html-node.ts";
import { findAddresses } from "./markdown-parser.ts";
import { isNormalPhrasing, MERGEABLE } from "./normal-phrasing.ts";

const LEAVES: ReadonlySet<string> = new Set(["br", "img", "wbr", "#anchor"]);

/** A piece of text or an element without content, with the inline elements around it. */
interface Segment {
  text: string | undefined;
  readonly node: HtmlElement | undefined;
  path: readonly HtmlElement[];
}

/** What is done besides collapsing. */
export interface PhrasingOptions {
  /** Links web addresses that are only text. */
  readonly isLinkifying: boolean;
  /** Two line breaks in a row begin a new paragraph. */
  readonly isSplitting: boolean;
}

/** Returns the tidy content of a block of text: one list of nodes a paragraph, none when there is nothing to show. */
export function tidyPhrasing(children: HtmlNode[], options: PhrasingOptions): HtmlNode[][] {
  const only = children[0];
  if (children.length === 1 && only?.kind === "text" && !(options.isLinkifying && only.text.includes("://"))) {
    const text = collapse(only.text).replace(/^ | $/g, "");
    return isBlank(text) ? [] : [[createText(text)]];
  }
  if (isNormalPhrasing(children, options)) return [children];
  const segments: Segment[] = [];
  collect(children, [], segments);
  const collapsed = collapseSegments(segments);
  const linked = options.isLinkifying && segments.some(mayHoldAddress) ? collapsed.flatMap(linkSegment) : collapsed;
  return splitAtBreaks(linked, options.isSplitting)
    .filter((group) => group.some((segment) => segment.node?.name !== "br" && !isBlank(segment.text ?? "x")))
    .map(rebuild);
}

function collapse(text: string): string {
  return /[\t\n\f\r]| {2}/.test(text) ? text.replace(/[ \t\n\f\r]+/g, " ") : text;
}

function isBlank(text: string): boolean {
  return /^[\s\u200b\ufeff]*$/.test(text);
}

function collect(nodes: readonly HtmlNode[], path: readonly HtmlElement[], segments: Segment[]): void {
  for (const node of nodes) {
    if (node.kind === "text") {
      const last = segments[segments.length - 1];
      if (last?.text !== undefined && last.path === path) last.text += node.text;
      else segments.push({ text: node.text, node: undefined, path });
    } else if (LEAVES.has(node.name)) segments.push({ text: undefined, node, path });
    else collect(node.children, [...path, node], segments);
  }
}

function collapseSegments(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  let hasSpace = false;
  let isLineStart = true;
  const addSpace = (path: readonly HtmlElement[]): void => {
    if (hasSpace && !isLineStart)
      result.push({ text: " ", node: undefined, path: commonPath(result[result.length - 1]?.path ?? [], path) });
    hasSpace = false;
    isLineStart = false;
  };
  for (const { text, node, path } of segments) {
    if (text !== undefined) {
      const whole = collapse(text);
      const isSpaced = whole.startsWith(" ");
      const core = whole.replace(/^ | $/g, "");
      if (core === "") {
        hasSpace ||= whole !== "";
        continue;
      }
      hasSpace ||= isSpaced;
      addSpace(path);
      result.push({ text: core, node: undefined, path });
      hasSpace = whole.endsWith(" ");
    } else if (node?.name === "br") {
      hasSpace = false;
      isLineStart = true;
      result.push({ text: undefined, node, path });
    } else {
      // An anchor takes no room: the space before it may still follow it.
      if (node?.name !== "#anchor") addSpace(path);
      result.push({ text: undefined, node, path });
    }
  }
  return result;
}

function commonPath(a: readonly HtmlElement[], b: readonly HtmlElement[]): readonly HtmlElement[] {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length === a.length ? a : a.slice(0, length);
}

function mayHoldAddress({ text }: Segment): boolean {
  return text?.includes("://") === true;
}

function linkSegment(segment: Segment): Segment[] {
  const { text, path } = segment;
  if (text === undefined || !text.includes("://") || path.some(({ name }) => name === "a" || name === "code"))
    return [segment];
  const pieces: Segment[] = [];
  let end = 0;
  const add = (piece: string, own: readonly HtmlElement[]): void => {
    if (piece !== "") pieces.push({ text: piece, node: undefined, path: own });
  };
  for (const found of findAddresses(text)) {
    const address = text.slice(found.start, found.end);
    add(text.slice(end, found.start), path);
    add(address, [...path, createElement("a", { href: address })]);
    end = found.end;
  }
  add(text.slice(end), path);
  return pieces;
}

function splitAtBreaks(segments: readonly Segment[], isSplitting: boolean): Segment[][] {
  const groups: Segment[][] = [];
  let group: Segment[] = [];
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] as Segment;
    if (segment.node?.name !== "br") {
      group.push(segment);
      continue;
    }
    let after = index + 1;
    while (segments[after]?.node?.name === "br") after++;
    if (isSplitting && after - index > 1) {
      groups.push(group);
      group = [];
    } else {
      const path = commonPath(segments[index - 1]?.path ?? [], segments[after]?.path ?? []);
      for (let at = index; at < after; at++) {
        const { node } = segments[at] as Segment;
        // The end of a block inside a heading is a line end only where there is none yet.
        if (node?.attributes.implied === undefined) group.push({ text: undefined, node, path });
        else if (at === index && after === index + 1) group.push({ text: undefined, node: createElement("br"), path });
      }
    }
    index = after - 1;
  }
  groups.push(group);
  return groups.map(trimBreaks);
}

function trimBreaks(group: readonly Segment[]): Segment[] {
  let start = 0;
  let end = group.length;
  while (start < end && group[start]?.node?.name === "br") start++;
  while (end > start && group[end - 1]?.node?.name === "br") end--;
  return group.slice(start, end);
}

function rebuild(segments: readonly Segment[]): HtmlNode[] {
  const root = createElement("#run");
  const open: { readonly source: HtmlElement; readonly node: HtmlElement }[] = [];
  for (const { text, node, path } of segments) {
    let depth = 0;
    while (depth < open.length && depth < path.length && isSame(open[depth]?.source, path[depth])) depth++;
    open.length = depth;
    for (const source of path.slice(depth)) {
      const copy = createElement(source.name, source.attributes);
      (open[open.length - 1]?.node ?? root).children.push(copy);
      open.push({ source, node: copy });
    }
    const parent = open[open.length - 1]?.node ?? root;
    const last = parent.children[parent.children.length - 1];
    if (node !== undefined) parent.children.push(node);
    else if (last?.kind === "text") last.text += text ?? "";
    else parent.children.push(createText(text ?? ""));
  }
  return root.children;
}

function isSame(a: HtmlElement | undefined, b: HtmlElement | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  return (
    a.name === b.name &&
    MERGEABLE.has(a.name) &&
    Object.keys(a.attributes).length === 0 &&
    Object.keys(b.attributes).length === 0
  );
}
