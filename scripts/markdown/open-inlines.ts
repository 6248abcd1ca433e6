// Keeps the inline elements that are open while HTML is read, and opens them again in each block that they reach into.

import { createElement, type HtmlElement } from "./html-node.ts";
import { RESUMING } from "./html-vocabulary.ts";

const MAX_INLINE_DEPTH = 40;

interface OpenInline {
  /** Name in the source. */
  readonly source: string;
  /** Name that is kept; absent when only its content is. */
  readonly name: string | undefined;
  readonly attributes: Record<string, string>;
  /** How many blocks were open when it began. */
  readonly depth: number;
  /** Its node in the block that is written now; absent until something is put into it there. */
  node: HtmlElement | undefined;
}

/** The open inline elements, outermost first. */
export class OpenInlines {
  private entries: OpenInline[] = [];
  /** How many elements of a name were not kept because nesting was too deep. */
  private readonly surplus = new Map<string, number>();

  get length(): number {
    return this.entries.length;
  }

  open(source: string, name: string | undefined, attributes: Record<string, string>, depth: number): void {
    // A link is never let go: only one is open at a time.
    if (this.entries.length >= MAX_INLINE_DEPTH && source !== "a") {
      this.surplus.set(source, (this.surplus.get(source) ?? 0) + 1);
      return;
    }
    // An element inside its like says nothing more: <b><b>. Its end tag still counts.
    const isNested =
      name !== undefined && this.entries.some((entry) => entry.name === name && isPlain(entry.attributes));
    const kept = isNested && isPlain(attributes) ? undefined : name;
    this.entries.push({ source, name: kept, attributes, depth, node: undefined });
  }

  /** Closes the innermost element of that source name that was opened at or above the floor; false when there is none. */
  close(source: string, floor: number): boolean {
    const surplus = this.surplus.get(source) ?? 0;
    if (surplus > 0) {
      this.surplus.set(source, surplus - 1);
      return true;
    }
    for (let index = this.entries.length - 1; index >= floor; index--) {
      if (this.entries[index]?.source !== source) continue;
      this.entries.splice(index, 1);
      // What was opened inside goes on behind it, in a node of its own.
      for (const entry of this.entries.slice(index)) entry.node = undefined;
      return true;
    }
    return false;
  }

  /** Ends the run of text: whatever comes next in these elements gets new nodes. */
  suspend(): void {
    for (const entry of this.entries) entry.node = undefined;
  }

  /** Forgets what ends with a block: everything in a table cell, elsewhere all that browsers do not resume. */
  endBlock(depth: number, isBarrier: boolean, floor: number): void {
    if (this.entries.length === 0) return;
    if (isBarrier) this.entries.length = Math.min(this.entries.length, floor);
    else this.entries = this.entries.filter((entry) => entry.depth < depth || RESUMING.has(entry.source));
    this.suspend();
  }

  /** Returns the node that inline content goes into, below the target; at most up to a link, when it must be outside one. */
  attach(target: HtmlElement, isOutsideLink = false): HtmlElement {
    let parent = target;
    for (const entry of this.entries) {
      if (isOutsideLink && entry.name === "a") break;
      if (entry.name === undefined) continue;
      if (entry.node === undefined) {
        entry.node = createElement(entry.name, { ...entry.attributes });
        parent.children.push(entry.node);
      }
      parent = entry.node;
    }
    return parent;
  }
}

function isPlain(attributes: Record<string, string>): boolean {
  for (const _ in attributes) return false;
  return true;
}
