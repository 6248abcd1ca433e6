// Finds words of the archive that are spelled nearly like one that stands nowhere in it.

import { foldWord } from "../../../scripts/search/words.ts";
import type { SearchIndex } from "./open-index.ts";

/** Words that are offered at most. */
const MAX_WORDS = 3;

/** Returns words that differ from a missing one by a letter or two, the nearest and most used first. */
export async function suggestWords({ dictionaries }: SearchIndex, missing: string): Promise<readonly string[]> {
  const asked = foldWord(missing);
  if (asked.length < 3) return [];
  const most = asked.length < 6 ? 1 : 2;
  const forms = (await Promise.all(dictionaries.map((dictionary) => dictionary.listAround(missing)))).flat();
  const near = new Map<string, { readonly distance: number; readonly count: number }>();
  for (const { word, count } of forms) {
    const distance = countEdits(asked, foldWord(word), most);
    if (distance <= most && count > (near.get(word)?.count ?? 0)) near.set(word, { distance, count });
  }
  return [...near]
    .sort(([, a], [, b]) => a.distance - b.distance || b.count - a.count)
    .slice(0, MAX_WORDS)
    .map(([word]) => word);
}

/** Returns how many letters must be changed, added, left out or swapped with the next (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance); more than `most` may be returned as any larger number. */
export function countEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
