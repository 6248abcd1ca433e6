// Cuts the telling part out of a text and parts it into plain and marked pieces; no HTML is made or read.

import { trimWord } from "./words.ts";

/** A run of characters, marked when it is a word that was found. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

const EXCERPT_WORDS = 32;
/** Words shown before the first one that was found. */
const LEAD_WORDS = 7;

/**
 * Returns about thirty words around the place where most was found; the beginning, where nothing was.
 * @param found how much each found word counts, by its number
 */
export function cutExcerpt(
  words: readonly string[],
  start: number,
  end: number,
  found: ReadonlyMap<number, number>,
): readonly ExcerptPiece[] {
  const from = placeWindow(start, end, found);
  const to = Math.min(end, from + EXCERPT_WORDS);
  const pieces: ExcerptPiece[] = [];
  const add = (text: string, isMarked = false): void => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.isMarked === isMarked) pieces[pieces.length - 1] = { text: last.text + text, isMarked };
    else pieces.push({ text, isMarked });
  };
  if (from > start) add("… ");
  for (let place = from; place < to; place += 1) {
    const word = words[place] ?? "";
    const core = found.has(place) ? trimWord(word) : "";
    const at = word.indexOf(core);
    add(`${place > from ? " " : ""}${word.slice(0, at)}`);
    add(core, true);
    add(word.slice(at + core.length));
  }
  if (to < end) add(" …");
  return pieces;
}

/** Finds the window that holds most, and moves it so that some words stand before its first find. */
function placeWindow(start: number, end: number, found: ReadonlyMap<number, number>): number {
  const places = [...found.keys()].filter((place) => place >= start && place < end).sort((a, b) => a - b);
  let best = { first: start, worth: 0 };
  let worth = 0;
  let head = 0;
  for (const place of places) {
    worth += found.get(place) ?? 0;
    // The tail of the window follows its head.
    while (place - (places[head] ?? place) > EXCERPT_WORDS - LEAD_WORDS) {
      worth -= found.get(places[head] ?? place) ?? 0;
      head += 1;
    }
    if (worth > best.worth + 1e-9) best = { first: places[head] ?? place, worth };
  }
  return Math.max(start, Math.min(best.first - LEAD_WORDS, end - EXCERPT_WORDS));
}
