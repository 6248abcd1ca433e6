// Lines in a number of parts, each small enough to be read at once: in memory while they are few, else in temporary files.

import { appendFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openTemporaryFolder } from "./temporary-folder.ts";

/** Lines, parted by a name that each has. */
export interface Partitions {
  readonly add: (name: string, line: string) => void;
  /** Yields the lines of one part after the other, in the order in which they were added, and forgets them. */
  readonly take: () => Generator<readonly string[]>;
}

// Of an export of 1 GB each part has some megabytes.
const PARTS = 128;
/** Characters that are kept in memory. */
const MEMORY = 8_000_000;

let folders = 0;

/** Returns empty partitions. */
export function createPartitions(memory = MEMORY): Partitions {
  let parts = createParts();
  let size = 0;
  let folder: string | undefined;
  const spill = (): void => {
    if (folder === undefined) {
      folders += 1;
      folder = join(openTemporaryFolder(), `parts-${folders}`);
      mkdirSync(folder);
    }
    for (const [part, lines] of parts.entries()) {
      if (lines.length > 0) appendFileSync(join(folder, String(part)), `${lines.join("\n")}\n`);
    }
    parts = createParts();
    size = 0;
  };
  return {
    add: (name, line) => {
      parts[hash(name) % PARTS]?.push(line);
      size += line.length;
      if (size > memory) spill();
    },
    take: function* () {
      if (folder !== undefined) spill();
      for (const [part, lines] of parts.entries()) {
        const taken = folder === undefined ? lines : readLines(join(folder, String(part)));
        parts[part] = [];
        if (taken.length > 0) yield taken;
      }
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function createParts(): string[][] {
  return Array.from({ length: PARTS }, () => []);
}

function readLines(path: string): readonly string[] {
  try {
    const text = readFileSync(path, "utf8");
    rmSync(path);
    return text.slice(0, -1).split("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

// FNV-1a.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
