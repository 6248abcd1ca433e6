// A list of texts outside JavaScript's own memory, in one byte a character where that is enough. As strings in arrays and maps
// the ids and addresses of a large blog take several times as much, and the garbage collector looks at each again and again.

import { createNumberList } from "./number-list.ts";

/** Texts by their numbers, from 0. */
export interface TextList {
  readonly size: number;
  /** Adds a text and returns its number. */
  readonly push: (text: string) => number;
  /** Returns the text of a number that push() returned. */
  readonly get: (number: number) => string;
}

const BLOCK = 1 << 18;
const ONE_BYTE = /^[\0-\xff]*$/;

/** Returns an empty list. */
export function createTextList(): TextList {
  const blocks: Buffer[] = [];
  const blockOf = createNumberList();
  const starts = createNumberList();
  const lengths = createNumberList();
  // Those in two bytes a character have negative lengths.
  let size = 0;
  let end = BLOCK;
  const reserve = (bytes: number): Buffer => {
    const last = blocks.at(-1);
    if (last !== undefined && end + bytes <= last.length) return last;
    const block = Buffer.allocUnsafeSlow(Math.max(BLOCK, bytes));
    blocks.push(block);
    end = 0;
    return block;
  };
  return {
    get size() {
      return size;
    },
    push: (text) => {
      const isWide = !ONE_BYTE.test(text);
      const bytes = isWide ? text.length * 2 : text.length;
      const block = reserve(bytes);
      block.write(text, end, isWide ? "utf16le" : "latin1");
      blockOf.set(size, blocks.length - 1);
      starts.set(size, end);
      lengths.set(size, isWide ? -bytes : bytes);
      end += bytes;
      size += 1;
      return size - 1;
    },
    get: (number) => {
      const length = lengths.get(number);
      const start = starts.get(number);
      const block = blocks[blockOf.get(number)];
      if (block === undefined || number >= size) throw new RangeError(`No text ${number} in a list of ${size}.`);
      return length < 0
        ? block.toString("utf16le", start, start - length)
        : block.toString("latin1", start, start + length);
    },
  };
}
