// Finds the comments in the lines of a captured page: where each begins, what it answers, and where they end.

import { readPageDate } from "../saved-page/page-date.ts";
import { findMarking, type Marking, type Opening, readOpening, readSpeaker } from "./comment-marks.ts";
import { isBoilerplate, readCommentHeading, saysClosed, startsForm } from "./phrases.ts";
import type { TextLine } from "./text-lines.ts";

/** A comment in the lines. */
export interface CommentBlock {
  /** Place among its siblings, from the outside inward, 1-based: `[1, 1, 2]`. */
  readonly path: readonly number[];
  readonly author?: string;
  readonly date?: string;
  readonly lines: readonly TextLine[];
}

/** The comments of a page. */
export interface CommentBlocks {
  readonly comments: readonly CommentBlock[];
  /** Index of the first line after them. */
  readonly end: number;
}

interface OpenBlock {
  readonly path: readonly number[];
  readonly opening: Opening;
  readonly author?: string;
  readonly date?: string;
  readonly lines: TextLine[];
}

/** The list of comments that is being read. */
interface List {
  readonly lines: readonly TextLine[];
  readonly marking: Marking;
  /** Comments from the outermost to the one whose lines are being read. */
  readonly open: OpenBlock[];
  readonly outerIndent: number;
  /** The last line that may begin an outermost comment. */
  readonly lastOuter: number;
  /** The page has empty lines, so a comment begins after one. */
  readonly hasBlanks: boolean;
  /** Some comment's text stands further right than its number. */
  isIndented: boolean;
  /** Up to this line, nothing can be the heading of a form. */
  proseUntil: number;
}

// Longer lines after a form are text, not buttons.
const PROSE_LENGTH = 120;

/** Tells whether a numbered list may begin in a line: with 1, or with someone who speaks. */
export function mayBeginList(lines: readonly TextLine[], at: number): boolean {
  const opening = readOpening(lines, at, "numbers");
  return opening !== undefined && (opening.number === 1 || readSpeaker(opening.rest) !== undefined);
}

/** Tells whether the numbered list that begins in a line says who speaks, as lists of comments do. */
export function isSpokenList(lines: readonly TextLine[], at: number): boolean {
  const { comments } = readCommentBlocks(lines, at, "numbers");
  return comments.some(({ author, path }) => author !== undefined && path.length === 1);
}

/** Reads the comments that begin in a line. */
export function readCommentBlocks(lines: readonly TextLine[], start: number, marking: Marking): CommentBlocks {
  const outerIndent = lines[start]?.indent ?? 0;
  const lastOuter = findLastOuter(lines, start, outerIndent, marking);
  const list: List = {
    lines,
    marking,
    open: [],
    outerIndent,
    lastOuter,
    hasBlanks: lines.slice(start, lastOuter).some(({ isBlank }) => isBlank),
    isIndented: false,
    proseUntil: 0,
  };
  const all: OpenBlock[] = [];
  const counts = new Map<string, number>();
  for (let at = start; at < lines.length; at += 1) {
    const place = findPlace(list, at);
    if (place !== undefined) {
      list.open.length = place.depth;
      const parent = list.open[list.open.length - 1]?.path ?? [];
      const number = (counts.get(parent.join(".")) ?? 0) + 1;
      counts.set(parent.join("."), number);
      const block = openBlock(list, at, place.opening, [...parent, number]);
      list.open.push(block);
      all.push(block);
      if (marking === "names") at += 1;
    } else if (endsComments(list, at)) return { comments: all, end: at };
    else addLine(list, lines[at] as TextLine);
  }
  return { comments: all, end: lines.length };
}

function addLine(list: List, line: TextLine): void {
  list.open[list.open.length - 1]?.lines.push(line);
  if (!line.isBlank && line.indent > list.outerIndent) list.isIndented = true;
}

function openBlock({ lines, marking }: List, at: number, opening: Opening, path: readonly number[]): OpenBlock {
  if (marking === "names") {
    const date = readPageDate(lines[at + 1]?.text ?? "");
    return { path, opening, author: opening.rest, ...(date !== undefined && { date }), lines: [] };
  }
  const speaker = readSpeaker(opening.rest);
  if (speaker === undefined) {
    return { path, opening, lines: [{ text: opening.rest, indent: opening.indent, isBlank: false }] };
  }
  return { path, opening, author: speaker.name, ...(speaker.date !== undefined && { date: speaker.date }), lines: [] };
}

// Returns how many of the open comments stay open, and what the line says.
function findPlace(list: List, at: number): { readonly depth: number; readonly opening: Opening } | undefined {
  const { lines, marking, open, hasBlanks } = list;
  const opening = readOpening(lines, at, marking);
  if (opening === undefined) return undefined;
  if (open.length === 0) return { depth: 0, opening };
  const isSpoken = readSpeaker(opening.rest) !== undefined;
  const isAfterBlank = lines[at - 1]?.isBlank === true || !hasBlanks;
  if (marking === "speakers" ? !isAfterBlank : marking !== "names" && !isSpoken && !isAfterBlank) return undefined;
  const depth =
    opening.dotted === undefined ? findDepth(list, at, opening, isSpoken) : findDottedDepth(opening.dotted, open);
  return depth === undefined ? undefined : { depth, opening };
}

function findDepth({ lines, open }: List, at: number, opening: Opening, isSpoken: boolean): number | undefined {
  const { indent, number } = opening;
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const sibling = (open[depth] as OpenBlock).opening;
    if (sibling.dotted !== undefined) continue;
    // Numbers of two digits may begin one column further left.
    if (Math.abs(sibling.indent - indent) <= 1)
      return number === 0 || number === sibling.number + 1 ? depth : undefined;
  }
  const innermost = (open[open.length - 1] as OpenBlock).opening;
  if (indent < innermost.indent || (number > 1 && !isSpoken)) return undefined;
  // Items without an empty line between are a list in somebody's text.
  const isTightList = number === 1 && !isSpoken && readOpening(lines, at + 1, "numbers")?.number === 2;
  return isTightList ? undefined : open.length;
}

function findDottedDepth(dotted: readonly number[], open: readonly OpenBlock[]): number | undefined {
  const depth = dotted.length - 1;
  const parents = open.slice(0, depth);
  const isBelow = parents.length === depth && parents.every(({ opening }, index) => opening.number === dotted[index]);
  return isBelow ? depth : undefined;
}

function findLastOuter(lines: readonly TextLine[], start: number, indent: number, marking: Marking): number {
  for (let at = lines.length - 1; at > start; at -= 1) {
    const opening = readOpening(lines, at, marking);
    if (opening !== undefined && Math.abs(opening.indent - indent) <= 1) return at;
  }
  return start;
}

function endsComments(list: List, at: number): boolean {
  const { lines, outerIndent, lastOuter } = list;
  const line = lines[at] as TextLine;
  if (line.isBlank || line.indent > outerIndent) return false;
  const isMark = startsForm(line.text) || saysClosed(line.text) || readCommentHeading(line.text) !== undefined;
  if (outerIndent === 0) {
    if (!isMark || at < list.proseUntil) return false;
    list.proseUntil = findProse(lines, at);
    return list.proseUntil === lines.length;
  }
  if (isMark || line.indent === outerIndent) return isMark;
  // What stands further left than the list is not in it, unless the list goes on or lost its indentation.
  return at >= lastOuter && list.isIndented;
}

/**
 * Returns the first line of text after a form's heading, where only buttons, labels and footers are expected, up to
 * the next comments; the number of lines when there is none.
 */
export function findProse(lines: readonly TextLine[], at: number): number {
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next] as TextLine;
    if (line.isBlank || isBoilerplate(line.text)) continue;
    if (readCommentHeading(line.text) !== undefined || findMarking(lines, next) !== undefined) return lines.length;
    if (line.text.length > PROSE_LENGTH) return next;
  }
  return lines.length;
}
