// Finds in a text what was searched for: single words in any of their forms, and words in a row.

import { locateWords } from "../../../scripts/search/words.ts";

/** Words in a row, each given by all the forms that may stand there. One word is a run of one. */
export type MarkedRun = readonly ReadonlySet<string>[];

/** A place in a text that answers. */
export interface MarkedPlace {
  readonly start: number;
  readonly end: number;
  /** Which of the runs stands here. */
  readonly run: number;
}

/** Returns the places where the runs stand, in order; none overlaps another. */
export function findMarks(text: string, runs: readonly MarkedRun[]): readonly MarkedPlace[] {
  const words = locateWords(text);
  const places: MarkedPlace[] = [];
  for (let at = 0; at < words.length; ) {
    let length = 0;
    let found = -1;
    for (const [number, run] of runs.entries()) {
      const isHere = run.length > length && run.every((forms, offset) => forms.has(words[at + offset]?.word ?? ""));
      if (!isHere) continue;
      length = run.length;
      found = number;
    }
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first !== undefined && last !== undefined) {
      places.push({ start: first.start, end: last.end, run: found });
    }
    at += Math.max(1, length);
  }
  return places;
}
