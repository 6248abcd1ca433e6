// Gathers where the rows of each post stand, and puts them together to the data files in the order of ids.

import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { ROW_FILE_HEADS, ROW_FILES, type RowFile } from "../data-rows.ts";
import type { ByteSpan } from "./write-files.ts";

/** Where the rows of a post stand: in the files that a share writes, or in those of the site that is published. */
export interface RowPlace {
  readonly from: number | "published";
  /** One for each of the ROW_FILES. */
  readonly spans: readonly ByteSpan[];
}

/** The rows of all posts. */
export interface RowBook {
  readonly add: (id: string, place: RowPlace) => void;
  /** Returns where the rows of each post will stand in the finished files, in the order of ids. */
  readonly settle: () => ReadonlyMap<string, readonly ByteSpan[]>;
  /** Writes the finished files below the output folder, removes those of the shares, and closes those of the published site. */
  readonly write: (outputDir: string) => void;
}

const FOLDER = "data";
/** Bytes that are copied at once. */
const BLOCK = 1 << 20;

/** Returns where the rows of one of the shares of an archive stand until they are put together. */
export function rowPart(outputDir: string, name: RowFile, share: number): string {
  return join(outputDir, FOLDER, `${name}.part-${share}`);
}

/** Opens an empty book. @param published open files of the published site, one for each of the ROW_FILES */
export function createRowBook(published: readonly number[] = []): RowBook {
  const places = new Map<string, RowPlace>();
  const inOrder = (): readonly (readonly [string, RowPlace])[] => [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    add: (id, place) => places.set(id, place),
    settle: () => {
      const ends = ROW_FILES.map((name) => Buffer.byteLength(ROW_FILE_HEADS[name]));
      return new Map(
        inOrder().map(([id, { spans }]) => {
          const settled = spans.map(({ length }, index) => {
            const start = ends[index] ?? 0;
            ends[index] = start + length;
            return { start, length };
          });
          return [id, settled] as const;
        }),
      );
    },
    write: (outputDir) => {
      const order = inOrder().map(([, place]) => place);
      const shares = new Set(order.flatMap(({ from }) => (from === "published" ? [] : [from])));
      for (const [index, name] of ROW_FILES.entries()) {
        const sources = new Map<RowPlace["from"], number>();
        for (const share of shares) sources.set(share, openSync(rowPart(outputDir, name, share), "r"));
        const own = [...sources.values()];
        const old = published[index];
        if (old !== undefined) sources.set("published", old);
        const target = openSync(join(outputDir, FOLDER, name), "w");
        try {
          writeSync(target, ROW_FILE_HEADS[name]);
          for (const { from, start, length } of joinSpans(order, index)) {
            const source = sources.get(from);
            if (source === undefined)
              throw new Error(`The rows of ${name} were to be copied from a file that is not open.`);
            copyBytes(source, target, start, length);
          }
        } finally {
          for (const file of [...own, target]) closeSync(file);
        }
        if (old !== undefined) closeSync(old);
        for (const share of shares) rmSync(rowPart(outputDir, name, share));
      }
    },
  };
}

/** Joins spans that follow each other in one file. */
function joinSpans(order: readonly RowPlace[], index: number): readonly (ByteSpan & Pick<RowPlace, "from">)[] {
  const joined: { from: RowPlace["from"]; start: number; length: number }[] = [];
  for (const { from, spans } of order) {
    const { start, length } = spans[index] ?? { start: 0, length: 0 };
    const last = joined.at(-1);
    if (last !== undefined && last.from === from && last.start + last.length === start) last.length += length;
    else joined.push({ from, start, length });
  }
  return joined;
}

function copyBytes(source: number, target: number, start: number, length: number): void {
  const block = Buffer.allocUnsafe(Math.min(BLOCK, length));
  for (let done = 0; done < length; ) {
    const read = readSync(source, block, 0, Math.min(BLOCK, length - done), start + done);
    if (read === 0)
      throw new Error(
        "Rows of the data files are missing: somebody changed the site while it was being built. Build again.",
      );
    for (let at = 0; at < read; ) at += writeSync(target, block, at, read - at);
    done += read;
  }
}
