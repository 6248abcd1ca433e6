// Takes a captured page apart: title, text, comments, and what is neither.

import { optional } from "../optional.ts";
import { readPageDate } from "../saved-page/page-date.ts";
import { type CommentBlock, findProse, isSpokenList, mayBeginList, readCommentBlocks } from "./comment-blocks.ts";
import { findMarking, readOpening, readSpeaker } from "./comment-marks.ts";
import {
  type CommentHeading,
  isBoilerplate,
  isShareButton,
  readCommentHeading,
  saysClosed,
  startsForm,
} from "./phrases.ts";
import { splitFooter, splitHead } from "./post-lines.ts";
import { joinParagraphs, readLines, type TextLine } from "./text-lines.ts";

/** A comment of a captured page. */
export interface CapturedComment {
  /** Place among its siblings, from the outside inward, 1-based. */
  readonly path: readonly number[];
  readonly author?: string;
  readonly date?: string;
  /** Plain text: an empty line between paragraphs. */
  readonly text: string;
}

/** What a captured page says. */
export interface Capture {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly topics: readonly string[];
  /** Plain text: an empty line between paragraphs. */
  readonly text: string;
  readonly comments: readonly CapturedComment[];
  readonly state: "open" | "closed" | "unknown";
  /** How many comments the page claims to have. */
  readonly declared?: number;
  /** Lines below the comments that are left out, though they are no form or footer that is known. */
  readonly leftOut: readonly string[];
  /** The page has a heading for comments, but nothing tells them apart; they are in the text. */
  readonly hasUnclearComments: boolean;
}

/** Where the lines of a page change from text to comments. */
interface Boundary {
  /** First line that is no text of the post. */
  readonly start: number;
  /** First comment; the end of the lines when there is none. */
  readonly comments: number;
  readonly heading?: CommentHeading;
}

// A page with more numbered lists than this before its comments would take long to read.
const MAX_LISTS = 40;

/** Reads a captured page. */
export function splitCapture(text: string): Capture {
  const lines = readLines(text);
  const boundary = findBoundary(lines);
  const head = splitHead(lines.slice(0, boundary.start), boundary.heading?.title);
  const { body, author, topics } = splitFooter(head.rest);
  const marking = findMarking(lines, boundary.comments);
  const isUnclear = marking === undefined && boundary.comments < lines.length;
  const found = marking === undefined ? undefined : readCommentBlocks(lines, boundary.comments, marking);
  const between = lines.slice(boundary.start, boundary.comments);
  const after = found === undefined ? [] : lines.slice(found.end);
  const rest = [...between, ...after].filter(({ isBlank }) => !isBlank);
  const unclear = isUnclear ? lines.slice(boundary.start) : [];
  return {
    ...(head.title !== undefined && { title: head.title }),
    ...optional("author", head.author ?? author),
    ...(head.date !== undefined && { date: head.date }),
    topics,
    text: joinParagraphs([...body, ...unclear]),
    comments: toComments(found?.comments ?? []),
    state: readState(rest),
    ...optional("declared", boundary.heading?.declared),
    leftOut: isUnclear ? [] : listStrange(rest, lines[0]?.text ?? ""),
    hasUnclearComments: isUnclear,
  };
}

function findBoundary(lines: readonly TextLine[]): Boundary {
  const first = lines.findIndex(({ isBlank }) => !isBlank);
  const title = lines[first]?.text ?? "";
  let proseUntil = 0;
  let lists = 0;
  const lastSpoken = lines.findLastIndex(
    (line) => readSpeaker(readOpening([line], 0, "numbers")?.rest ?? "") !== undefined,
  );
  for (let at = Math.max(0, first); at < lines.length; at += 1) {
    const { text, isBlank } = lines[at] as TextLine;
    if (isBlank) continue;
    if (at <= lastSpoken && lists < MAX_LISTS && mayBeginList(lines, at)) {
      lists += 1;
      if (isSpokenList(lines, at)) return { start: at, comments: at };
    }
    const heading = readCommentHeading(text, title);
    if (heading !== undefined) {
      const boundary = findComments(lines, at, heading);
      if (boundary !== undefined) return boundary;
    } else if (at > first && at >= proseUntil && (startsForm(text) || saysClosed(text))) {
      proseUntil = findProse(lines, at);
      if (proseUntil === lines.length) return findBelowForm(lines, at);
    }
  }
  return { start: lines.length, comments: lines.length };
}

// A heading is one when comments, a form or nothing follows; one that quotes a title needs no such proof.
function findComments(lines: readonly TextLine[], at: number, heading: CommentHeading): Boundary | undefined {
  for (let next = at + 1; next < lines.length; next += 1) {
    const { text, isBlank } = lines[next] as TextLine;
    if (isBlank || isBoilerplate(text)) continue;
    if (findMarking(lines, next) !== undefined) return { start: at, comments: next, heading };
    // The outer one of two headings is tried again from the inner one.
    if (heading.title === undefined) return undefined;
    if (readCommentHeading(text) !== undefined) continue;
    return { start: at, comments: heading.declared === 0 ? lines.length : next, heading };
  }
  return { start: at, comments: lines.length, heading };
}

// Some themes show the form above the comments.
function findBelowForm(lines: readonly TextLine[], at: number): Boundary {
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next] as TextLine;
    if (line.isBlank) continue;
    if (mayBeginList(lines, next) && isSpokenList(lines, next)) return { start: at, comments: next };
    const heading = readCommentHeading(line.text);
    const below = heading === undefined ? undefined : findComments(lines, next, heading);
    if (below !== undefined) return { ...below, start: at };
  }
  return { start: at, comments: lines.length };
}

function readState(rest: readonly TextLine[]): Capture["state"] {
  if (rest.some(({ text }) => saysClosed(text))) return "closed";
  return rest.some(({ text }) => startsForm(text)) ? "open" : "unknown";
}

function listStrange(rest: readonly TextLine[], title: string): readonly string[] {
  return rest
    .map(({ text }) => text)
    .filter((text) => !isBoilerplate(text) && !isShareButton(text) && readCommentHeading(text, title) === undefined);
}

function toComments(blocks: readonly CommentBlock[]): readonly CapturedComment[] {
  const cleaned = blocks.map(dropButtons);
  const dated = cleaned.map(({ lines }) => lines.findLastIndex(({ isBlank }) => !isBlank));
  // Blogger writes the date below each comment; a date at the end of one comment alone may be its author's.
  const isDateBelow =
    cleaned.length > 0 &&
    cleaned.every(
      ({ lines, date }, index) =>
        date === undefined &&
        (dated[index] ?? 0) > 0 &&
        readPageDate(lines[dated[index] ?? 0]?.text ?? "") !== undefined,
    );
  return cleaned.map((block, index) => toComment(block, isDateBelow ? dated[index] : undefined));
}

function toComment({ path, author, date, lines }: CommentBlock, dateLine: number | undefined): CapturedComment {
  const first = lines.findIndex(({ isBlank }) => !isBlank);
  const firstText = lines[first]?.text ?? "";
  // A date right below the name is when it was written.
  const isDateAbove =
    author !== undefined && date === undefined && dateLine === undefined && readPageDate(firstText) !== undefined;
  const isDateKnown = isDateAbove && lines.some(({ isBlank }, at) => at > first && !isBlank);
  const own = isDateKnown ? lines.slice(first + 1) : lines.slice(0, dateLine ?? lines.length);
  const when = date ?? (isDateKnown ? readPageDate(firstText) : readPageDate(lines[dateLine ?? -1]?.text ?? ""));
  return { path, ...optional("author", author), ...optional("date", when), text: joinParagraphs(own) };
}

// The buttons below a comment; a comment that says nothing else is left alone.
function dropButtons(block: CommentBlock): CommentBlock {
  let lines = block.lines;
  while (true) {
    const last = lines.findLastIndex(({ isBlank }) => !isBlank);
    if (
      last <= 0 ||
      !/^(?:reply|svara|reply ↓|svara ↓|like|gilla|edit|redigera|delete|ta bort)$/iu.test(lines[last]?.text ?? "")
    )
      break;
    lines = lines.slice(0, last);
  }
  return { ...block, lines };
}
