// Reads what each record of the index is: its conversation, language, source and year, and whether its author is known.

import type { IndexManifest } from "../../../scripts/search/index-format.ts";
import { PackedReader } from "../../../scripts/search/packed-numbers.ts";

/** What the records are. Arrays are by number of the record, unless they say otherwise. */
export interface RecordTable {
  /** How many records there are. */
  readonly size: number;
  /** First record of each conversation, by number of the conversation, and one past the last record at the end. */
  readonly first: Uint32Array;
  readonly conversation: Uint32Array;
  /** Codes: numbers in the manifest's `languages`, `sources` and `years`. */
  readonly language: Uint16Array;
  readonly source: Uint16Array;
  readonly year: Uint16Array;
  /** 1 where the author's name is unknown. */
  readonly unnamed: Uint8Array;
}

/** Things that bear a name: conversations by topic, or records by person. */
export interface Members {
  readonly names: readonly string[];
  /** Codes of the names that each thing bears, those of thing N from `start[N]` to before `start[N + 1]`. */
  readonly start: Uint32Array;
  readonly codes: Uint32Array;
}

/** Reads `table.bin`. */
export function readTable(bytes: Uint8Array, manifest: Pick<IndexManifest, "conversations" | "records">): RecordTable {
  const reader = new PackedReader(bytes);
  const size = manifest.records;
  const first = new Uint32Array(manifest.conversations + 1);
  const conversation = new Uint32Array(size);
  let record = 0;
  for (let number = 0; number < manifest.conversations; number += 1) {
    first[number] = record;
    const end = record + reader.number();
    conversation.fill(number, record, end);
    record = end;
  }
  first[manifest.conversations] = record;
  const language = readAttribute(reader, first);
  const source = readAttribute(reader, first);
  const year = readAttribute(reader, first);
  const unnamed = new Uint8Array(size);
  for (const number of reader.ascending()) unnamed[number] = 1;
  return { size, first, conversation, language, source, year, unnamed };
}

/** Reads `topics.bin` or `people.bin`. @param size how many things there are */
export function readMembers(bytes: Uint8Array, size: number): Members {
  const reader = new PackedReader(bytes);
  const names: string[] = [];
  const lists: Uint32Array[] = [];
  const start = new Uint32Array(size + 1);
  for (let count = reader.number(); count > 0; count -= 1) {
    names.push(reader.text());
    const list = reader.ascending();
    lists.push(list);
    for (const thing of list) start[thing + 1] = (start[thing + 1] ?? 0) + 1;
  }
  for (let thing = 0; thing < size; thing += 1) start[thing + 1] = (start[thing + 1] ?? 0) + (start[thing] ?? 0);
  const codes = new Uint32Array(start[size] ?? 0);
  const next = start.slice();
  for (const [code, list] of lists.entries()) {
    for (const thing of list) {
      const place = next[thing] ?? 0;
      codes[place] = code;
      next[thing] = place + 1;
    }
  }
  return { names, start, codes };
}

function readAttribute(reader: PackedReader, first: Uint32Array): Uint16Array {
  const values = new Uint16Array(first[first.length - 1] ?? 0);
  for (let number = 0; number + 1 < first.length; number += 1) {
    values.fill(reader.number(), first[number], first[number + 1]);
  }
  for (const record of reader.ascending()) values[record] = reader.number();
  return values;
}
