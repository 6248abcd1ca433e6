// Reads zip archives where they lie: lists what is in them and streams one file at a time; nothing is unpacked to the disk
// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).

import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { isHiddenName, isMediaName, isPartsFolder, listSavedPages } from "./file-names.ts";
import { type ByteSource, InputError, isBomb } from "./open-input.ts";

// A whole account's Takeout has fewer.
const MAX_FILES = 200_000;
// The names are text for people and never a place on the disk, so `../` in them harms nothing; it is not even read here.
const OPTIONS = { autoClose: false, lazyEntries: true, decodeStrings: false } as const;

/** What a zip archive holds. */
export interface ZipListing {
  /** Files that may be exports, sorted by name. */
  readonly files: readonly ByteSource[];
  /** Number of pictures, films and the like. */
  readonly media: number;
}

interface ZipMember {
  readonly name: string;
  readonly entry: Entry;
}

/** Tells whether a file begins as a zip archive does. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const magic = buffer.subarray(0, bytesRead).toString("latin1");
    return magic === "PK\u0003\u0004" || magic === "PK\u0005\u0006";
  } finally {
    await file.close();
  }
}

/** Lists the files of a zip archive. @throws InputError for one that is broken, locked, or made to fill the memory */
export async function listZip(path: string, size: number): Promise<ZipListing> {
  const members = await readMembers(path);
  const isPassedOver = createPassOver(members.map(({ name }) => name));
  const visible = members.filter(({ name }) => !isPassedOver(name));
  const read = visible.filter(({ name }) => !isMediaName(name));
  for (const member of read) requireReadable(path, member);
  const total = read.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  // Files that share one compressed text are each small enough.
  if (isBomb(total, size)) throw new InputError(`${path}: unpacks to far more than its size; it is not an export.`);
  return { files: read.map((member) => toByteSource(path, member)), media: visible.length - read.length };
}

/** A file in a zip archive that can be unpacked. */
export interface ZipFileEntry {
  /** As the archive spells it, with its folders. It is text to compare with, and never a place on the disk. */
  readonly name: string;
  /** Bytes, unpacked; more or fewer end in an error of the stream. */
  readonly size: number;
  readonly open: () => Promise<Readable>;
}

/**
 * Lists all files of a zip archive that can be unpacked, pictures and films too, and says why others cannot.
 * @throws InputError for an archive that is broken
 */
export async function listZipFiles(
  path: string,
): Promise<{ readonly files: readonly ZipFileEntry[]; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const files = (await readMembers(path)).filter((member) => {
    try {
      requireReadable(path, member);
      return true;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error.message);
      return false;
    }
  });
  return {
    files: files.map(({ name, entry }) => ({
      name,
      size: entry.uncompressedSize,
      open: async () => openMember(path, entry),
    })),
    problems,
  };
}

async function readMembers(path: string): Promise<readonly ZipMember[]> {
  const members: ZipMember[] = [];
  try {
    await withZip(path, async (zip) => {
      for await (const entry of zip.eachEntry()) {
        const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
        if (name.endsWith("/")) continue;
        if (members.length === MAX_FILES) throw new Error(`it holds more than ${MAX_FILES} files`);
        members.push({ name, entry });
      }
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${path}: cannot be read as a zip archive: ${reason}`);
  }
  return members.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

// Hidden files, and the parts of saved pages.
function createPassOver(names: readonly string[]): (name: string) => boolean {
  const filesByFolder = new Map<string, string[]>();
  for (const name of names) {
    const [folder, file] = splitPath(name);
    const files = filesByFolder.get(folder);
    if (files === undefined) filesByFolder.set(folder, [file]);
    else files.push(file);
  }
  const pagesByFolder = new Map([...filesByFolder].map(([folder, files]) => [folder, listSavedPages(files)]));
  const isPassedOver = (path: string): boolean => {
    const [folder, name] = splitPath(path);
    const isHidden = name !== ".." && name !== "." && isHiddenName(name);
    return isHidden || isPartsFolder(name, pagesByFolder.get(folder) ?? new Set()) || folderIsPassedOver(folder);
  };
  const known = new Map<string, boolean>([["", false]]);
  const folderIsPassedOver = (folder: string): boolean => {
    const answer = known.get(folder) ?? isPassedOver(folder);
    known.set(folder, answer);
    return answer;
  };
  return isPassedOver;
}

function splitPath(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf("/");
  return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
}

function requireReadable(path: string, { name, entry }: ZipMember): void {
  if (entry.isEncrypted()) {
    throw new InputError(`${path}: ${name} in it is protected by a password; unpack it and name the files in it.`);
  }
  if (!entry.canDecodeFileData()) {
    throw new InputError(
      `${path}: ${name} in it is packed by a method that is not known here (${entry.compressionMethod}); unpack it and name the files in it.`,
    );
  }
  if (isBomb(entry.uncompressedSize, entry.compressedSize)) {
    throw new InputError(`${path}: ${name} in it unpacks to far more than its size; it is not an export.`);
  }
}

function toByteSource(path: string, { name, entry }: ZipMember): ByteSource {
  return {
    path: `${path} › ${name}`,
    name: name.slice(name.lastIndexOf("/") + 1),
    container: { path, kind: "zip" },
    // What is longer or shorter than the archive says ends in an error of the stream.
    open: () => openMember(path, entry),
  };
}

// An archive is opened anew for each reading, so that none stays open between them.
async function openMember(path: string, entry: Entry): Promise<Readable> {
  const zip = await openPromise(path, OPTIONS);
  try {
    return await zip.openReadStreamPromise(entry);
  } finally {
    // Closes the file when the stream has ended.
    zip.close();
  }
}

async function withZip(path: string, use: (zip: ZipFile) => Promise<void>): Promise<void> {
  const zip = await openPromise(path, OPTIONS);
  try {
    await use(zip);
  } finally {
    zip.close();
  }
}
