// Finds the end of a CDATA section, with the rule that it ends where its element does.
// Old WordPress and other tools write `]]>` inside a text unsplit, where a plain XML reader would take the rest for markup;
// and where a section never ends it would swallow what follows, up to the end of another.

import { type Break, findBreak, type SectionContext } from "./find-break.ts";
import { startsServerOutput } from "./php-output.ts";
import { isBlank } from "./read-tag.ts";

/** How every section begins. */
export const SECTION_START = "<![CDATA[";

/** The end of a section, or of several that are one text. */
export type SectionEnd =
  | {
      readonly kind: "closed";
      readonly text: string;
      /** What stands between the section and the end of its element. */
      readonly behind: string;
      /** Where the text is over. */
      readonly end: number;
      /** It held a bare `]]>`. */
      readonly isUnsplit: boolean;
    }
  /** The section has no end, but the structure of the export tells where the text is over. */
  | { readonly kind: "unclosed"; readonly text: string; readonly end: number; readonly isWhole: boolean }
  /** Nothing tells where the text is over. */
  | { readonly kind: "cut" };

const CLOSE = "]]>";
// What follows a section: white space, an end tag, the next tag.
const LOOKAHEAD = 1_000;
const MAX_SPACE = 300;
// A text that quotes so many elements is a text; looking again at each would take a time that grows with their square.
const MAX_ATTEMPTS = 50;
const NEXT_TAG = /<(\/?)([A-Za-z_][^\s<>/="']{0,200})\s{0,300}(\/?)>/y;
const NEXT_NAME = /<\/?([A-Za-z_][^\s<>/="']{0,200})[\s>/]/y;
const LAST_TAG = /<([^\s<>/="']+)(?:\s[^<>]*)?>\s*$/;

/**
 * Returns where the section that opens at `open` ends; undefined when more text is needed to tell.
 * @param isLast nothing follows the text
 * @param maxLength a section that is longer has no end
 */
export function findSectionEnd(
  text: string,
  open: number,
  context: SectionContext,
  isLast: boolean,
  maxLength: number,
): SectionEnd | undefined {
  const start = open + SECTION_START.length;
  const endTag = `</${context.element}`;
  let ownEnd = -2;
  let attempts = 0;
  for (let close = text.indexOf(CLOSE, start); close !== -1; ) {
    const after = close + CLOSE.length;
    if (!isLast && text.length - after < LOOKAHEAD) return undefined;
    const next = skipSpace(text, after);
    if (text.startsWith(SECTION_START, next)) {
      close = text.indexOf(CLOSE, next + SECTION_START.length);
      continue;
    }
    const tag = readNextTag(text, next);
    if (tag?.isEnd && attempts < MAX_ATTEMPTS) {
      attempts += 1;
      const found = findEarlierBreak(text, start, close, tag, context);
      if (found !== undefined) return toUnclosed(text, start, found);
    }
    if (tag?.isEnd && tag.name === context.element) return toClosed(text, start, close, next);
    if (tag !== undefined && (tag.isEnd ? context.isOpen(tag.name) : context.isKnown(tag.name))) {
      // The element has no end tag.
      return toClosed(text, start, close, after);
    }
    // What a server prints there may hold an end tag of the same name.
    if (startsServerOutput(text, next)) return toClosed(text, start, close, after);
    // A bare `]]>`, or text behind the section.
    if (ownEnd !== -1 && ownEnd < after) ownEnd = text.indexOf(endTag, after);
    const nextClose = text.indexOf(CLOSE, after);
    const isOwnNext = ownEnd !== -1 && (nextClose === -1 || ownEnd < nextClose);
    if (isOwnNext && !text.slice(after, ownEnd).includes(SECTION_START)) return toClosed(text, start, close, ownEnd);
    close = nextClose;
  }
  const isTooLong = text.length - start > maxLength;
  if (!isLast && !isTooLong) return undefined;
  // A file that was cut off ends in the text; one that has its end was not, so that the section lost its own.
  const hasRootEnd = context.isOpen(/<\/([^\s<>/]+)\s*>\s*$/.exec(text.slice(-MAX_SPACE))?.[1] ?? "");
  const found = hasRootEnd || isTooLong ? findBreak(text.slice(start), context) : undefined;
  return found === undefined ? { kind: "cut" } : toUnclosed(text, start, { ...found, at: found.at + start });
}

interface NextTag {
  readonly isEnd: boolean;
  readonly name: string;
  readonly end: number;
}

// `]]></other>` where `<other><![CDATA[` opened inside this section: it is that of another element if, from some tag on, there is
// nothing but elements in order between the two, and after them too.
function findEarlierBreak(
  text: string,
  start: number,
  close: number,
  tag: NextTag,
  context: SectionContext,
): Break | undefined {
  const section = text.slice(start, close);
  if (!section.includes(SECTION_START)) return undefined;
  const opened = findOpening(section, tag.name);
  if (opened === undefined) return undefined;
  // A text that quotes its own element quotes the end too, and a writer that splits leaves no other such end in it.
  if (tag.name === context.element && section.slice(opened.end).includes(`</${tag.name}`)) return undefined;
  const next = skipSpace(text, tag.end);
  NEXT_NAME.lastIndex = next;
  const follower = NEXT_NAME.exec(text)?.[1];
  if (follower !== undefined ? !context.isKnown(follower) : next < text.length) return undefined;
  const part = section.slice(0, opened.start);
  const found = findBreak(part, context, { isEnd: false, name: tag.name });
  return found === undefined ? undefined : { ...found, at: found.at + start };
}

// The last section that opens right behind the start tag of this name: where the tag begins and where the section does.
function findOpening(section: string, name: string): { readonly start: number; readonly end: number } | undefined {
  let at = section.lastIndexOf(SECTION_START);
  for (let attempt = 0; at > 0 && attempt < MAX_ATTEMPTS; attempt += 1) {
    const head = section.slice(Math.max(0, at - LOOKAHEAD), at);
    const tag = LAST_TAG.exec(head);
    if (tag?.[1] === name) return { start: at - head.length + tag.index, end: at };
    at = section.lastIndexOf(SECTION_START, at - 1);
  }
  return undefined;
}

function readNextTag(text: string, at: number): NextTag | undefined {
  NEXT_TAG.lastIndex = at;
  const match = NEXT_TAG.exec(text);
  return match === null ? undefined : { isEnd: match[1] === "/", name: match[2] ?? "", end: NEXT_TAG.lastIndex };
}

function skipSpace(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_SPACE);
  let at = from;
  while (at < limit && isBlank(text, at, at + 1)) at += 1;
  return at;
}

function toUnclosed(text: string, start: number, { at, isWhole }: Break): SectionEnd {
  return { kind: "unclosed", text: joinSections(text.slice(start, at)).text, end: at, isWhole };
}

function toClosed(text: string, start: number, close: number, end: number): SectionEnd {
  const joined = joinSections(text.slice(start, close));
  const behind = text.slice(close + CLOSE.length, end);
  return { kind: "closed", ...joined, behind, end };
}

// Sections that touch, or with nothing but white space between, are one text that a writer split; any other `]]>` is text.
function joinSections(raw: string): { readonly text: string; readonly isUnsplit: boolean } {
  if (!raw.includes(CLOSE)) return { text: raw, isUnsplit: false };
  const text = raw.replace(/\]\]>(\s*)<!\[CDATA\[/g, "$1");
  const splits = raw.length - text.length;
  // `]]]]><![CDATA[>` gives `]]>` back: count what was there against what the splits explain.
  return { text, isUnsplit: splits === 0 || countOf(text, CLOSE) > countOf(raw, "]]]]><![CDATA[>") };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
