// Numbers texts, equal ones alike: with a number list or two it is a set or a map that takes few bytes more than the texts.

import { randomInt } from "node:crypto";
import { createNumberList } from "./number-list.ts";
import { createTextList } from "./text-list.ts";

/** Different texts, numbered from 0 in the order in which they came. */
export interface TextTable {
  readonly size: number;
  /** Returns the number of a text, a new one where it has none yet. */
  readonly add: (text: string) => number;
  /** Returns the number of a text; -1 where it has none. */
  readonly find: (text: string) => number;
  /** Returns the text of a number. */
  readonly get: (number: number) => string;
}

const FIRST_SLOTS = 128;

// Whoever could foresee it could make an export whose ids all fall into one slot. Nothing else depends on it.
const SEED = randomInt(2 ** 32 - 1);

/** Returns an empty table. */
export function createTextTable(): TextTable {
  const texts = createTextList();
  const hashes = createNumberList();
  // One more than the number; 0 is an empty slot. There are always more slots than half as many again as texts.
  let slots = new Uint32Array(FIRST_SLOTS);
  const findSlot = (text: string, hash: number): number => {
    let slot = hash & (slots.length - 1);
    for (let found = slots[slot] ?? 0; found !== 0; found = slots[slot] ?? 0) {
      if (hashes.get(found - 1) === hash && texts.get(found - 1) === text) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const grow = (): void => {
    slots = new Uint32Array(slots.length * 2);
    for (let number = 0; number < texts.size; number++) {
      let slot = hashes.get(number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
  };
  return {
    get size() {
      return texts.size;
    },
    get: texts.get,
    find: (text) => (slots[findSlot(text, hashOf(text))] ?? 0) - 1,
    add: (text) => {
      const hash = hashOf(text);
      const slot = findSlot(text, hash);
      const found = slots[slot] ?? 0;
      if (found !== 0) return found - 1;
      const number = texts.push(text);
      hashes.set(number, hash);
      slots[slot] = number + 1;
      if (texts.size * 3 > slots.length * 2) grow();
      return number;
    },
  };
}

// FNV-1a, from a beginning of this process's own.
function hashOf(text: string): number {
  let hash = SEED | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
