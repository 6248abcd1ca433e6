// Cuts the telling part out of a text and parts it into plain and marked pieces; no HTML is made or read.

import { findMarks, type MarkedPlace, type MarkedRun } from "./find-marks.ts";

/** Characters in a row, marked when they are what was searched for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Characters of an excerpt, about. */
const LENGTH = 220;
/** Characters shown before the first place that was found. */
const LEAD = 50;

/** Returns a short text, such as a name, in one piece or several. */
export function markText(text: string, runs: readonly MarkedRun[]): readonly ExcerptPiece[] {
  return cutPieces(text, 0, text.length, findMarks(text, runs));
}

/** Returns some thirty words around the place that holds most of what was searched for; the beginning, where nothing is. */
export function cutExcerpt(text: string, runs: readonly MarkedRun[]): readonly ExcerptPiece[] {
  // Places of marks are those of the text with its white space folded.
  const line = text.replace(/\s+/g, " ").trim();
  const places = findMarks(line, runs);
  const first = places.length === 0 ? 0 : findDensest(places);
  const wanted = Math.max(0, Math.min(first - LEAD, line.length - LENGTH));
  const start = wanted === 0 ? 0 : Math.min(first, nextWord(line, wanted));
  const end = start + LENGTH >= line.length ? line.length : lastWord(line, start + LENGTH);
  return [
    ...(start > 0 ? [{ text: "… ", isMarked: false }] : []),
    ...cutPieces(line, start, end, places),
    ...(end < line.length ? [{ text: " …", isMarked: false }] : []),
  ];
}

/** Returns where the stretch begins that holds most runs; among those with as many, most places. */
function findDensest(places: readonly MarkedPlace[]): number {
  let best = { start: 0, worth: 0 };
  const counts = new Map<number, number>();
  let head = 0;
  for (const [index, { end, run }] of places.entries()) {
    counts.set(run, (counts.get(run) ?? 0) + 1);
    // The tail of the stretch follows its head.
    for (let place = places[head]; place !== undefined && end - place.start > LENGTH - LEAD && head < index; ) {
      const left = (counts.get(place.run) ?? 1) - 1;
      if (left === 0) counts.delete(place.run);
      else counts.set(place.run, left);
      head += 1;
      place = places[head];
    }
    const worth = counts.size * 1000 + (index - head);
    if (worth > best.worth) best = { start: places[head]?.start ?? 0, worth };
  }
  return best.start;
}

function cutPieces(text: string, start: number, end: number, places: readonly MarkedPlace[]): readonly ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  let at = start;
  for (const place of places) {
    if (place.start < at || place.end > end) continue;
    if (place.start > at) pieces.push({ text: text.slice(at, place.start), isMarked: false });
    pieces.push({ text: text.slice(place.start, place.end), isMarked: true });
    at = place.end;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), isMarked: false });
  return pieces;
}

/** A text without spaces is cut where it is; never between the halves of a letter. */
function nextWord(text: string, from: number): number {
  const space = text.indexOf(" ", from);
  if (space >= 0 && space - from < LEAD) return space + 1;
  return isLowHalf(text, from) ? from + 1 : from;
}

function lastWord(text: string, to: number): number {
  const space = text.lastIndexOf(" ", to);
  if (space > to - LEAD) return space;
  return isLowHalf(text, to) ? to - 1 : to;
}

function isLowHalf(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "");
}
