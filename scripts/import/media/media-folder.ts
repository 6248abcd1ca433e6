// Lists the media files of a folder and of all folders in it, without following links.

import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { isHiddenName } from "../file-names.ts";
import { InputError } from "../open-input.ts";
import { type AlbumNote, isAlbumNote, MAX_NOTE_SIZE, readAlbumNote } from "./album-notes.ts";

const MAX_FILES = 1_000_000;
// What a whole site's copy holds beside its files. A name may have lost its extension, so others count.
const NO_MEDIA =
  /\.(?:php\d?|inc|html?|xhtml|xml|atom|json|css|scss|less|js|mjs|ts|map|md|txt|csv|log|sql|po|mo|pot|ini|htaccess|ya?ml|lock|woff2?|ttf|eot|otf)$/i;

/** A file below a folder. */
export interface FolderFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Tells whether a file with such a path may be an image or another file that a text refers to. */
export function isMediaPath(path: string): boolean {
  return !NO_MEDIA.test(path) && path.split("/").every((part) => !isHiddenName(part) || part === "." || part === "..");
}

/** Lists a folder, sorted by path. @throws InputError for one that cannot be read */
export async function listMediaFolder(
  root: string,
): Promise<{ readonly files: readonly FolderFile[]; readonly notes: readonly AlbumNote[] }> {
  const files: FolderFile[] = [];
  const notes: AlbumNote[] = [];
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readEntries(root, folder)) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isHiddenName(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile() && isMediaPath(path)) files.push({ path, size: (await stat(`${root}/${path}`)).size });
      else if (entry.isFile() && isAlbumNote(path)) notes.push(...(await readNote(root, path)));
    }
    if (files.length > MAX_FILES)
      throw new InputError(`--media ${root}: holds more than ${MAX_FILES} files; name a part of it.`);
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), notes };
}

async function readNote(root: string, path: string): Promise<readonly AlbumNote[]> {
  const { size } = await stat(`${root}/${path}`);
  return size > MAX_NOTE_SIZE ? [] : readAlbumNote(path, await readFile(`${root}/${path}`));
}

async function readEntries(root: string, folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(`${root}/${folder}`, { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`--media ${root}/${folder}: the folder cannot be read: ${reason}`);
  }
}
