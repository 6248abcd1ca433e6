// A disk that fails at a chosen change and at all after it: what lies on it then is what a killed process leaves behind.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

/** Where and how the disk fails. */
export interface DiskFailure {
  /** Number of the change that fails, from 1. Changes after it fail, too. */
  readonly at: number;
  /** The change is begun and not finished: half of a file, some of a folder. */
  readonly isHalfDone?: boolean;
  /** Code of the error, such as `ENOSPC`; without it, the error is one that nothing foresees. */
  readonly code?: string;
  /** Is called when the disk fails, instead of what comes after. */
  readonly onFailure?: () => void;
}

/** What came of a run on a failing disk. */
export interface DiskRun<Result> {
  /** Changes that were made or tried. */
  readonly changes: number;
  readonly result?: Result;
  readonly error?: unknown;
}

type Change = (...args: readonly unknown[]) => unknown;

const CHANGES = [
  "appendFileSync",
  "copyFileSync",
  "linkSync",
  "mkdirSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
  "unlinkSync",
  "writeFileSync",
  "writeSync",
] as const;

const REMOVALS: ReadonlySet<string> = new Set(["rmSync", "rmdirSync", "unlinkSync"]);

/** Runs something on such a disk; without a failure, only counts. One at a time. */
export async function runOnFailingDisk<Result>(
  run: () => Promise<Result>,
  failure?: DiskFailure,
): Promise<DiskRun<Result>> {
  const disk = fs as unknown as Record<string, Change>;
  const originals = new Map(CHANGES.map((name) => [name, disk[name] as Change]));
  let changes = 0;
  for (const [name, original] of originals) {
    disk[name] = (...args) => {
      // Standard output is no file of the archive.
      if (name === "writeSync" && typeof args[0] === "number" && args[0] <= 2) return original(...args);
      changes += 1;
      if (failure === undefined || changes < failure.at) return original(...args);
      // A full disk or one without permission to write is tidied up all the same.
      if (failure.code !== undefined && REMOVALS.has(name)) return original(...args);
      if (changes === failure.at && failure.isHalfDone) doHalf(name, args, originals);
      failure.onFailure?.();
      throw makeError(failure.code, args[0]);
    };
  }
  syncBuiltinESMExports();
  try {
    return { result: await run(), changes };
  } catch (error) {
    return { error, changes };
  } finally {
    for (const [name, original] of originals) disk[name] = original;
    syncBuiltinESMExports();
  }
}

function doHalf(name: string, args: readonly unknown[], originals: ReadonlyMap<string, Change>): void {
  const [path, data] = args;
  if (typeof path !== "string") return;
  if (name === "writeFileSync" && typeof data === "string") {
    originals.get(name)?.(path, data.slice(0, data.length / 2));
  }
  if (name !== "rmSync" || !fs.existsSync(path) || !fs.statSync(path).isDirectory()) return;
  const [first] = fs.readdirSync(path).sort().reverse();
  if (first !== undefined) originals.get(name)?.(join(path, first), { recursive: true, force: true });
}

function makeError(code: string | undefined, path: unknown): Error {
  const error = new Error(code === undefined ? "The process was killed." : `${code}: refused, '${String(path)}'`);
  return code === undefined ? error : Object.assign(error, { code, path });
}
