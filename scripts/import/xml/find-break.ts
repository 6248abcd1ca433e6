// Finds where the structure of an export goes on inside a CDATA section that never ended.

import { isBlank } from "./read-tag.ts";

/** What of the export is open around a CDATA section. */
export interface SectionContext {
  /** Raw name of the element that the section stands in. */
  readonly element: string;
  /** Tells whether a tag of this raw name means something in this element or in those around it. */
  readonly isKnown: (rawName: string) => boolean;
  /** Tells whether an element around it has this raw name. */
  readonly isOpen: (rawName: string) => boolean;
}

/** Where a text ends although it says so nowhere. */
export interface Break {
  readonly at: number;
  /** Its element's own end tag stands there, so that the text is all there. */
  readonly isWhole: boolean;
}

interface FoundTag {
  readonly isEnd: boolean;
  readonly name: string;
}

const TAG = /<(\/?)([A-Za-z_][^\s<>/="']*)(?:\s[^<>]*)?\/?>/g;

/**
 * Returns the first tag of the format from which on the text is nothing but elements in order, up to its end, where `next` follows;
 * undefined when there is none. A text that quotes such tags goes on in words after them, and is left alone.
 */
export function findBreak(text: string, context: SectionContext, next?: FoundTag): Break | undefined {
  let found: Break | undefined;
  let quoted = 0;
  let previous: FoundTag | undefined;
  let end = 0;
  for (const match of text.matchAll(TAG)) {
    const tag = { isEnd: match[1] === "/", name: match[2] ?? "" };
    if (found !== undefined && !fits(text, end, match.index, previous, tag)) found = undefined;
    if (found === undefined) {
      const isOwn = tag.name === context.element;
      if (isOwn && !tag.isEnd) quoted += 1;
      else if (isOwn && quoted > 0) quoted -= 1;
      else if (isOwn || context.isKnown(tag.name)) found = { at: match.index, isWhole: isOwn && tag.isEnd };
    }
    previous = tag;
    end = match.index + match[0].length;
  }
  if (found === undefined) return undefined;
  return fits(text, end, text.length, previous, next) ? found : undefined;
}

function fits(
  text: string,
  from: number,
  to: number,
  before: FoundTag | undefined,
  after: FoundTag | undefined,
): boolean {
  if (isBlank(text, from, to)) return true;
  return before !== undefined && !before.isEnd && after?.isEnd === true && before.name === after.name;
}
