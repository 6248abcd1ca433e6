// Reads the .json that Google Takeout puts beside each image of an album: the image's file name may be cut, the note tells it in full.

import type { MediaFile } from "./media-library.ts";

/** What a note tells. */
export interface AlbumNote {
  /** Path of the note, as its container spells it. */
  readonly path: string;
  readonly title: string;
}

/** Bytes; notes have one or two thousand. */
export const MAX_NOTE_SIZE = 64 * 1024;

/** Tells whether a file may be such a note, by its path. */
export function isAlbumNote(path: string): boolean {
  return /\.json$/i.test(path);
}

/** Reads a note; empty for any other JSON. */
export function readAlbumNote(path: string, bytes: Buffer): readonly AlbumNote[] {
  try {
    const data: unknown = JSON.parse(bytes.toString("utf8"));
    if (typeof data !== "object" || data === null || !("title" in data) || typeof data.title !== "string") return [];
    return [{ path, title: data.title }];
  } catch {
    return [];
  }
}

/** Returns the files in the same order, each with the title that a note beside it tells. */
export function addTitles(files: readonly MediaFile[], notes: readonly AlbumNote[]): readonly MediaFile[] {
  if (notes.length === 0) return files;
  const namesByFolder = new Map<string, string[]>();
  for (const { path } of files) {
    const [folder, name] = split(path);
    const names = namesByFolder.get(folder);
    if (names === undefined) namesByFolder.set(folder, [name]);
    else names.push(name);
  }
  const titles = new Map<string, string>();
  for (const { path, title } of notes) {
    const [folder, name] = split(path);
    const found = findNoted(name, namesByFolder.get(folder) ?? []);
    if (found !== undefined) titles.set(folder === "" ? found : `${folder}/${found}`, title);
  }
  return files.map((file) => {
    const title = titles.get(file.path);
    return title === undefined ? file : { ...file, title };
  });
}

// photo.jpg.json, photo.jpg(1).json for photo(1).jpg, photo.jpg.supplemental-metadata.json, each cut somewhere when it is long.
function findNoted(note: string, names: readonly string[]): string | undefined {
  const base = note.replace(/\.json$/i, "");
  const number = /\(\d{1,3}\)$/.exec(base)?.[0] ?? "";
  const plain = base.slice(0, base.length - number.length).replace(/\.su(?:p[a-z-]*)?$/i, "");
  const numbered = plain.replace(/(?=\.\w+$)/, number);
  const exact = names.find((name) => name === numbered) ?? names.find((name) => name === plain + number);
  if (exact !== undefined) return exact;
  const longer = plain.length >= 40 ? names.filter((name) => name.startsWith(plain) && name.includes(number)) : [];
  return longer.length === 1 ? longer[0] : undefined;
}

function split(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf("/");
  return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
}
