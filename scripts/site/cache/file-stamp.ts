// Tells one state of a file from every other without reading it, as Git does: by what the file system notes of each change.

import { lstatSync, type Stats } from "node:fs";

/**
 * Milliseconds for which a file must have lain still before its state says anything: one that is changed twice in one tick of
 * the file system's clock looks the same after the second time. The coarsest clock in use, that of FAT, ticks every two seconds.
 */
const SETTLING = 2500;

/** What tells the state of a file. */
export interface FileStamp {
  /** Changes whenever anybody writes to the file, unless they set its time back by hand. */
  readonly content: string;
  /** Changes with that, and cannot be set by hand; a new link to the file changes it, too. */
  readonly change: number;
  /** Milliseconds: when it was last written to. */
  readonly written: number;
  /** Bytes. */
  readonly size: number;
}

/** Returns the stamp of a file, or undefined where none is. */
export function stampFile(path: string): FileStamp | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stampOf(stats) : undefined;
}

/** Returns the stamp of a file whose state is known. */
export function stampOf({ mode, size, ino, mtimeMs, ctimeMs }: Stats): FileStamp {
  return { content: `${mode} ${size} ${ino} ${mtimeMs}`, change: ctimeMs, written: mtimeMs, size };
}

/** Tells whether a file had lain still for a while at a moment, so that its stamp can be relied on. */
export function isSettled({ change, written }: FileStamp, moment: number): boolean {
  return Math.max(change, written) < moment - SETTLING;
}
