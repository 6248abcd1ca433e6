// Keeps the comments of an export that stand apart from their posts until all are known, and gives them back post by post;
// holds no more of them in memory than a few megabytes.

import { openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPartitions } from "./partitions.ts";
import { openTemporaryFolder } from "./temporary-folder.ts";

/** Records that are still being read. Both parts of a record are plain data that JSON can say. */
export interface RecordSpool<Header, Body> {
  /** Adds a reading of a record; `key` tells one record from others. */
  readonly add: (key: string, header: Header, body: Body) => void;
  /** Ends the reading. Of several readings of a record the better one stays, in the place of the first. */
  readonly group: (rules: GroupRules<Header>) => RecordGroups<Body>;
}

/** How records are told apart and put together. */
export interface GroupRules<Header> {
  readonly isBetter: (reading: Header, standing: Header) => boolean;
  /** Returns the name of the group that a record belongs to. */
  readonly groupOf: (header: Header) => string;
}

/** Records in groups. */
export interface RecordGroups<Body> {
  /** Readings that another one has replaced. */
  readonly duplicates: number;
  /** Returns the records of a group, in the order in which they were first read; none for a group that is not there. */
  readonly read: (group: string) => readonly Body[];
  /** Names of the groups, in the order of their first records. */
  readonly names: () => readonly string[];
}

interface Kept {
  /** Number of the first reading. */
  readonly place: number;
  readonly header: string;
  readonly body: string;
}

const SEPARATOR = "\t";
/** Characters of groups that are kept in memory. */
const MEMORY = 8_000_000;

/** Returns an empty spool. `memory` is how many characters may wait in memory at each step. */
export function createRecordSpool<Header, Body>(memory?: number): RecordSpool<Header, Body> {
  const readings = createPartitions(memory);
  let count = 0;
  return {
    add: (key, header, body) => {
      count += 1;
      // JSON escapes tabs and line ends.
      const line = [JSON.stringify(key), count, JSON.stringify(header), JSON.stringify(body)].join(SEPARATOR);
      readings.add(key, line);
    },
    group: ({ isBetter, groupOf }) => {
      const grouped = createPartitions(memory);
      let duplicates = 0;
      for (const lines of readings.take()) {
        const records = new Map<string, Kept>();
        for (const line of lines) {
          const [key = "", place = "", header = "", body = ""] = line.split(SEPARATOR);
          const standing = records.get(key);
          if (standing !== undefined) duplicates += 1;
          const isChosen =
            standing === undefined || isBetter(JSON.parse(header) as Header, JSON.parse(standing.header) as Header);
          if (isChosen) records.set(key, { place: standing?.place ?? Number(place), header, body });
        }
        for (const { place, header, body } of records.values()) {
          const group = groupOf(JSON.parse(header) as Header);
          grouped.add(group, [JSON.stringify(group), place, body].join(SEPARATOR));
        }
      }
      return { duplicates, ...storeGroups<Body>(grouped.take(), memory) };
    },
  };
}

/** Remembers where each group lies: in memory while they are few, else one after the other in a file. */
function storeGroups<Body>(
  parts: Iterable<readonly string[]>,
  memory = MEMORY,
): Pick<RecordGroups<Body>, "read" | "names"> {
  let descriptor: number | undefined;
  const positions = new Map<string, number>();
  const starts: number[] = [];
  const firsts: number[] = [];
  let end = 0;
  let waiting: string[] = [];
  let size = 0;
  const flush = (): void => {
    descriptor ??= openSync(join(openTemporaryFolder(), `groups-${process.hrtime.bigint()}`), "w+", 0o600);
    // Unlike writeSync it goes on until all is written.
    writeFileSync(descriptor, waiting.join(""));
    waiting = [];
    size = 0;
  };
  for (const lines of parts) {
    const groups = new Map<string, { place: number; body: string }[]>();
    for (const line of lines) {
      const [name = "", place = "", body = ""] = line.split(SEPARATOR);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [{ place: Number(place), body }]);
      else group.push({ place: Number(place), body });
    }
    for (const [name, records] of groups) {
      records.sort((a, b) => a.place - b.place);
      const text = `[${records.map(({ body }) => body).join(",")}]`;
      // A slice of a line would keep all of it.
      positions.set(JSON.parse(name) as string, starts.length);
      starts.push(end);
      firsts.push(records[0]?.place ?? 0);
      end += Buffer.byteLength(text);
      waiting.push(text);
      size += text.length;
      if (size > memory) flush();
    }
  }
  if (descriptor !== undefined) flush();
  starts.push(end);
  return {
    read: (group) => {
      const position = positions.get(group);
      if (position === undefined) return [];
      if (descriptor === undefined) return JSON.parse(waiting[position] ?? "[]") as Body[];
      const start = starts[position] ?? 0;
      const bytes = readWhole(descriptor, start, (starts[position + 1] ?? end) - start);
      return JSON.parse(bytes.toString("utf8")) as Body[];
    },
    names: () => [...positions].sort(([, a], [, b]) => (firsts[a] ?? 0) - (firsts[b] ?? 0)).map(([name]) => name),
  };
}

// A single read may give less than it was asked for.
function readWhole(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const count = readSync(descriptor, bytes, at, length - at, start + at);
    if (count === 0) throw new Error("a temporary file of the import was cut off while it ran");
    at += count;
  }
  return bytes;
}
