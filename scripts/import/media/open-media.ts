// Opens what --media names, folders, tar and zip archives: lists the files in them, and reads those that are wanted.

import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError, isBomb } from "../open-input.ts";
import { isZip, listZipFiles, type ZipFileEntry } from "../zip-archive.ts";
import { type AlbumNote, addTitles, isAlbumNote, MAX_NOTE_SIZE, readAlbumNote } from "./album-notes.ts";
import { isMediaPath, listMediaFolder } from "./media-folder.ts";
import { createMediaLibrary, type MediaFile, type MediaLibrary } from "./media-library.ts";
import { isTar, readTar, TarError } from "./tar-archive.ts";

/** A file of a media export with its content. */
export interface ReadMedia {
  readonly file: MediaFile;
  /** What stood in the way of reading it, in place of its bytes. */
  readonly content: Buffer | Error;
}

/** Everything that --media named. */
export interface OpenedMedia {
  readonly library: MediaLibrary;
  /** What a person should know of the folders and archives themselves. */
  readonly problems: readonly string[];
  /** Reads files, each once, in whatever order is quickest. */
  readonly read: (wanted: ReadonlySet<MediaFile>) => AsyncGenerator<ReadMedia>;
}

interface Container {
  readonly files: readonly MediaFile[];
  readonly notes: readonly AlbumNote[];
  readonly problems: readonly string[];
  readonly read: (wanted: readonly MediaFile[]) => AsyncGenerator<ReadMedia>;
}

const PIECE_SIZE = 256 * 1024;
const GZIP_MAGIC = 0x1f8b;

/** Opens folders and archives. @throws InputError for one that is none, or that cannot be read at all */
export async function openMedia(paths: readonly string[]): Promise<OpenedMedia> {
  const containers: Container[] = [];
  for (const [number, path] of paths.entries()) containers.push(await openContainer(path, number));
  // A wanted file is told by its identity: the library must hand out the very objects that the containers know.
  const files = containers.map(({ files: own, notes }) => addTitles(own, notes));
  const originals = new Map(
    files.flatMap((titled, number) =>
      titled.map((file, index) => [file, containers[number]?.files[index] ?? file] as const),
    ),
  );
  return {
    library: createMediaLibrary(files.flat()),
    problems: containers.flatMap(({ problems }) => problems),
    read: async function* (wanted) {
      for (const [number, container] of containers.entries()) {
        const own = new Map(
          [...wanted].filter((file) => file.container === number).map((file) => [originals.get(file) ?? file, file]),
        );
        if (own.size === 0) continue;
        for await (const { file, content } of container.read([...own.keys()])) {
          yield { file: own.get(file) ?? file, content };
        }
      }
    },
  };
}

async function openContainer(path: string, container: number): Promise<Container> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`--media ${path}: there is no such file or folder.`);
  if (found.isDirectory()) return openFolder(path, container);
  if (found.isFile() && found.size > 0) {
    if (await isZip(path)) return openZip(path, container);
    const head = await readHead(path);
    if (head.length > 2 && head.readUInt16BE(0) === GZIP_MAGIC) return openTar(path, container, true);
    if (isTar(head)) return openTar(path, container, false);
  }
  throw new InputError(`--media ${path}: is neither a folder nor a .tar, .tar.gz or .zip of files.`);
}

async function openFolder(path: string, container: number): Promise<Container> {
  const { files, notes } = await listMediaFolder(path);
  return {
    files: files.map((file) => ({ ...file, container })),
    notes,
    problems: [],
    read: async function* (wanted) {
      for (const file of wanted)
        yield { file, content: await readOrError(createReadStream(`${path}/${file.path}`), file.size) };
    },
  };
}

async function openZip(path: string, container: number): Promise<Container> {
  const { files: members, problems } = await listZipFiles(path);
  const entries = new Map<MediaFile, ZipFileEntry>();
  const notes: AlbumNote[] = [];
  for (const entry of members) {
    const { name, size } = entry;
    if (isMediaPath(name)) entries.set({ container, path: name, size }, entry);
    else if (isAlbumNote(name) && size <= MAX_NOTE_SIZE) {
      const content = await readOrError(await entry.open(), size);
      if (Buffer.isBuffer(content)) notes.push(...readAlbumNote(name, content));
    }
  }
  return {
    files: [...entries.keys()],
    notes,
    problems,
    read: async function* (wanted) {
      for (const file of wanted) {
        const entry = entries.get(file);
        if (entry === undefined) continue;
        const stream = await entry.open().catch(toError);
        yield { file, content: stream instanceof Error ? stream : await readOrError(stream, file.size) };
      }
    },
  };
}

async function openTar(path: string, container: number, isPacked: boolean): Promise<Container> {
  const files: MediaFile[] = [];
  const notes: AlbumNote[] = [];
  const problems: string[] = [];
  try {
    const wants = (member: { path: string; size: number }): boolean =>
      isAlbumNote(member.path) && member.size <= MAX_NOTE_SIZE;
    for await (const { member, bytes } of readTar(streamTar(path, isPacked), wants)) {
      if (bytes !== undefined) notes.push(...readAlbumNote(member.path, bytes));
      else if (isMediaPath(member.path)) files.push({ container, path: member.path, size: member.size });
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (files.length === 0) throw new InputError(`--media ${path}: cannot be read as a tar archive: ${reason}.`);
    // What came before is whole.
    problems.push(`${path}: ${reason}; the ${files.length} files before that place were looked through`);
  }
  return {
    files,
    notes,
    problems,
    read: async function* (wanted) {
      const left = new Map(wanted.map((file) => [file.path, file]));
      try {
        const wants = ({ path: name, size }: { path: string; size: number }): boolean => left.get(name)?.size === size;
        for await (const { member, bytes } of readTar(streamTar(path, isPacked), wants)) {
          const file = left.get(member.path);
          if (bytes === undefined || file === undefined) continue;
          left.delete(member.path);
          yield { file, content: bytes };
          if (left.size === 0) return;
        }
      } catch (error) {
        for (const file of left.values()) yield { file, content: toError(error) };
      }
    },
  };
}

async function* streamTar(path: string, isPacked: boolean): AsyncGenerator<Buffer> {
  const raw = createReadStream(path, { highWaterMark: PIECE_SIZE });
  const content = isPacked ? pipeline(raw, createGunzip({ chunkSize: PIECE_SIZE }), () => {}) : raw;
  let size = 0;
  try {
    for await (const piece of content) {
      size += (piece as Buffer).length;
      if (isPacked && isBomb(size, raw.bytesRead)) {
        throw new InputError(`--media ${path}: unpacks to far more than its size; it is no archive of files.`);
      }
      yield piece as Buffer;
    }
  } finally {
    raw.destroy();
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readOrError(stream: AsyncIterable<unknown>, size: number): Promise<Buffer | Error> {
  const parts: Buffer[] = [];
  let read = 0;
  try {
    for await (const piece of stream) {
      read += (piece as Buffer).length;
      if (read > size) return new TarError("it is longer than its listing says");
      parts.push(piece as Buffer);
    }
  } catch (error) {
    return toError(error);
  }
  return Buffer.concat(parts);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
