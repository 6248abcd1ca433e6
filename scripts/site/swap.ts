// Puts a finished site in the place of an old one, with those parts of the old that it takes over: all or nothing.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** Parts of an old site that the new one takes over as they are. */
export interface KeptParts {
  /** The folder in which they were found: see identifyFolder. */
  readonly of: string | undefined;
  /** Paths of files and of whole folders below it; nothing stands at these in the new site. */
  readonly paths: readonly string[];
}

/** Parts cannot be taken over: somebody else has published there meanwhile, or the file system moves no folders. All must be drawn. */
export class ReplacedError extends Error {
  constructor(folder: string, cause?: unknown) {
    super(`${folder} was changed or replaced by somebody else while the site was being built. Build again.`, { cause });
  }
}

/** What was to be moved, for whoever finds that this process was killed on the way. */
interface Journal {
  readonly paths: readonly string[];
}

/** Returns what tells a folder from any other that stands there at another time; undefined where none is. */
export function identifyFolder(folder: string): string | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && `${stats.dev} ${stats.ino} ${stats.birthtimeMs}`;
}

/**
 * Swaps, without a pause. Returns the folder in which the rest of the old site waits to be removed; undefined where there was none.
 * @throws ReplacedError, or what the file system says; then the old site stands as it stood
 */
export function swapSites(finishedDir: string, outputDir: string, kept: KeptParts): string | undefined {
  if (kept.paths.length > 0 && identifyFolder(outputDir) !== kept.of) throw new ReplacedError(outputDir);
  const journal = siblingOf(outputDir, "moving");
  const replaced = siblingOf(outputDir, "replaced");
  rmSync(replaced, { recursive: true, force: true });
  if (kept.paths.length > 0) writeJournal(journal, { paths: kept.paths });
  const moved: string[] = [];
  const hadSite = tryRename(outputDir, replaced);
  try {
    // Out of a site that nobody sees any more: whoever reads meets the old one, none, or the new one.
    for (const path of kept.paths) {
      mkdirSync(dirname(join(finishedDir, path)), { recursive: true });
      renameSync(join(replaced, path), join(finishedDir, path));
      moved.push(path);
    }
    renameSync(finishedDir, outputDir);
  } catch (error) {
    const stuck = moved.filter((path) => !tryRename(join(finishedDir, path), join(replaced, path)));
    // What is stuck is moved back by the next build, as the journal tells.
    if (stuck.length > 0) throw error;
    rmSync(journal, { force: true });
    if (hadSite) renameSync(replaced, outputDir);
    throw moved.length < kept.paths.length ? new ReplacedError(outputDir, error) : error;
  }
  rmSync(journal, { force: true });
  return hadSite ? replaced : undefined;
}

/** On the disk before anything is moved: else it could be empty after a power cut, and the moves not. */
function writeJournal(path: string, journal: Journal): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, JSON.stringify(journal));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Tells whether parts of a site are still where a swap that failed left them, so that both folders are needed. */
export function isMoving(outputDir: string): boolean {
  return existsSync(siblingOf(outputDir, "moving"));
}

/** Moves back what a killed process had moved out of an old site, as its journal tells. */
export function undoMoves(journal: string, replaced: string, finishedDir: string): void {
  let paths: readonly string[] = [];
  try {
    ({ paths } = JSON.parse(readFileSync(journal, "utf8")) as Journal);
  } catch {
    // It was killed while it wrote the journal: nothing had been moved.
  }
  for (const path of paths) tryRename(join(finishedDir, path), join(replaced, path));
  rmSync(journal, { force: true });
}

/** Returns the name of a folder or file beside a site that belongs to a process, by default to this one. */
export function siblingOf(site: string, kind: "building" | "moving" | "replaced", pid: number = process.pid): string {
  return join(dirname(site), `${basename(site)}.${kind}-${pid}`);
}

function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
