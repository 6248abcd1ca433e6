// Lists the files of a folder and of all folders in it, sorted, without those that are nothing to read.

import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isHiddenName, isMediaName, isPartsFolder, listSavedPages } from "./file-names.ts";
import { InputError } from "./open-input.ts";

/** What a folder holds. */
export interface FolderWalk {
  /** Paths of files that may be exports, in order. */
  readonly files: readonly string[];
  /** Number of pictures, films and the like. */
  readonly media: number;
}

const MAX_FILES = 200_000;

/** Walks through a folder. Hidden files, links and the parts of saved pages are passed over. @throws InputError for one that cannot be read */
export async function walkFolder(path: string): Promise<FolderWalk> {
  const files: string[] = [];
  let media = 0;
  const waiting = [path];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = (await readEntries(folder)).filter(({ name }) => !isHiddenName(name));
    const pages = listSavedPages(entries.map(({ name }) => name));
    for (const entry of entries) {
      if (entry.isFile() && isMediaName(entry.name)) media += 1;
      else if (entry.isFile()) files.push(join(folder, entry.name));
      else if (entry.isDirectory() && !isPartsFolder(entry.name, pages)) waiting.push(join(folder, entry.name));
    }
    if (files.length > MAX_FILES) throw new InputError(`${path}: holds more than ${MAX_FILES} files; name fewer.`);
  }
  return { files: files.sort(), media };
}

async function readEntries(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${folder}: the folder cannot be read: ${reason}`);
  }
}
