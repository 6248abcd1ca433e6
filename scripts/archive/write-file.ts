// Writes files so that whoever reads them, at any moment, finds the old text or the new one and never half of it.

import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { TEMPORARY_SUFFIX } from "./folder-listing.ts";

/**
 * Writes a file through a temporary one beside it. A process killed in between leaves a `.…ordskifte-tmp`, which readers
 * leave alone and the next import removes.
 * @throws the file system's own error, which names the file that was to be written, when it refuses
 */
export function writeFileWhole(path: string, text: string | Buffer | Iterable<string>): void {
  const temporary = join(dirname(path), `.${basename(path)}${TEMPORARY_SUFFIX}`);
  try {
    if (typeof text === "string" || Buffer.isBuffer(text)) writeFileSync(temporary, text);
    else writePieces(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    throw cleanUp(error, temporary, path);
  }
}

/**
 * Writes a file that is not there yet, and makes its folders. Returns false, having written nothing, when something is there.
 * Of two who write at a time only one does.
 */
export function writeNewFile(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}${TEMPORARY_SUFFIX}`);
  try {
    writeFileSync(temporary, text);
    // A link appears whole, and never in another's place.
    linkSync(temporary, path);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") return false;
    // Some network disks and FAT know no links.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP") throw cleanUp(error, temporary, path);
    if (existsSync(path)) return false;
    writeFileWhole(path, text);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** Removes what could not be finished, as far as that is possible, and returns the error with the place that was meant. */
export function cleanUp(error: unknown, temporary: string, path: string): unknown {
  try {
    rmSync(temporary, { recursive: true, force: true });
  } catch {
    // The next import removes it.
  }
  if (error instanceof Error && "path" in error) error.path = path;
  return error;
}
