// A map from texts to texts that takes few bytes more than them.

import { createNumberList } from "./number-list.ts";
import { createTextList } from "./text-list.ts";
import { createTextTable } from "./text-table.ts";

/** Texts by their keys. */
export interface TextMap {
  readonly size: number;
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, value: string) => void;
  readonly delete: (key: string) => void;
  /** Returns the keys in the order in which they first came. */
  readonly keys: () => Generator<string>;
}

/** Values that were replaced are dropped when they are as many as those that count, and more than this. */
const MANY = 1_000;

/** Returns an empty map. */
export function createTextMap(): TextMap {
  const keys = createTextTable();
  // One more than the place of a key's value; 0 where it has none.
  const places = createNumberList();
  let values = createTextList();
  let size = 0;
  const dropReplaced = (): void => {
    const kept = createTextList();
    for (let number = 0; number < keys.size; number++) {
      const place = places.get(number);
      if (place > 0) places.set(number, kept.push(values.get(place - 1)) + 1);
    }
    values = kept;
  };
  const get = (key: string): string | undefined => {
    const number = keys.find(key);
    const place = number < 0 ? 0 : places.get(number);
    return place === 0 ? undefined : values.get(place - 1);
  };
  return {
    get size() {
      return size;
    },
    get,
    set: (key, value) => {
      const number = keys.add(key);
      const place = places.get(number);
      if (place > 0 && values.get(place - 1) === value) return;
      if (place === 0) size += 1;
      places.set(number, values.push(value) + 1);
      if (values.size > MANY && values.size > size * 2) dropReplaced();
    },
    delete: (key) => {
      const number = keys.find(key);
      if (number < 0 || places.get(number) === 0) return;
      places.set(number, 0);
      size -= 1;
    },
    keys: function* () {
      for (let number = 0; number < keys.size; number++) if (places.get(number) > 0) yield keys.get(number);
    },
  };
}
