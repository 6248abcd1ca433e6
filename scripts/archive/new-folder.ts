// Puts the folder of a new post on the disk: whole or not at all.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { TEMPORARY_SUFFIX } from "./folder-listing.ts";
import { cleanUp } from "./write-file.ts";

/** A folder that does not stand yet, in one that does. Plain data, so that a thread can be given it. */
export interface NewFolder {
  readonly path: string;
  /** Folders in it, before what lies in them. */
  readonly folders: readonly string[];
  /** Texts by their names in it, which may lead into one of the folders. */
  readonly files: readonly (readonly [name: string, text: string])[];
}

/** Writes new folders, one after the other in the order in which they are given; at once, or a little later. */
export interface FolderWriter {
  /** Takes a folder. @throws the error of one that was given before and could not be written */
  readonly write: (folder: NewFolder) => Promise<void>;
  /** Waits until all that were given lie on the disk. @throws the error of the first that could not be written; none after it was */
  readonly settle: () => Promise<void>;
}

/** Writes folders at once. */
export const writeFoldersHere: FolderWriter = {
  write: async (folder) => writeNewFolder(folder),
  settle: async () => {},
};

/**
 * Writes a folder under a temporary name beside its place, and gives it its own when everything is in it: a process that is
 * killed before leaves only a temporary folder, which the next import removes.
 * @throws the file system's own error, which names the folder, when it refuses
 */
export function writeNewFolder({ path, folders, files }: NewFolder): void {
  const temporary = join(dirname(path), `.${basename(path)}${TEMPORARY_SUFFIX}`);
  mkdirSync(temporary);
  try {
    for (const folder of folders) mkdirSync(`${temporary}/${folder}`);
    for (const [name, text] of files) writeFileSync(`${temporary}/${name}`, text);
    renameSync(temporary, path);
  } catch (error) {
    throw cleanUp(error, temporary, path);
  }
}
