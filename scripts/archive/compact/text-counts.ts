// Counts how often each of many texts occurred.

import { createNumberList } from "./number-list.ts";
import { createTextTable } from "./text-table.ts";

/** Numbers of occurrences. */
export interface TextCounts {
  /** Counts a text once more; returns how often it has occurred now. */
  readonly count: (text: string) => number;
  /** Returns the texts that occurred several times, each with how often. */
  readonly repeated: () => ReadonlyMap<string, number>;
}

/** Returns counts of nothing. */
export function createTextCounts(): TextCounts {
  const texts = createTextTable();
  const counts = createNumberList();
  return {
    count: (text) => {
      const number = texts.add(text);
      const count = counts.get(number) + 1;
      counts.set(number, count);
      return count;
    },
    repeated: () => {
      const repeated = new Map<string, number>();
      for (let number = 0; number < texts.size; number++) {
        if (counts.get(number) > 1) repeated.set(texts.get(number), counts.get(number));
      }
      return repeated;
    },
  };
}
