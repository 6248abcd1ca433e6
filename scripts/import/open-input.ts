// The input edge: opens a raw export whatever its name, measures it, and streams its text.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { chooseEncoding, createDecoder, createUtf8Check, type Encoding } from "./decode-text.ts";
import { unpackGzip } from "./gunzip.ts";

const PIECE_SIZE = 256 * 1024;
const HEAD_SIZE = 64 * 1024;
// Blogs shrink to a tenth, in the best case to a fiftieth; what grows more than this is a bomb, unless it is small anyway.
const MAX_EXPANSION = 250;
const HARMLESS_SIZE = 32 * 1024 * 1024;

/** Bytes that can be read again and again: a file, or a file in a zip archive. */
export interface ByteSource {
  /** As the user gave it; for a file in a folder or zip archive, with its place there. */
  readonly path: string;
  /** File name without folder. */
  readonly name: string;
  /** The folder or zip archive that the file was found in; absent for a file that the user named. */
  readonly container?: Container;
  readonly open: () => Readable | Promise<Readable>;
}

/** A folder or zip archive that the user named, or a zip archive in such a folder. */
export interface Container {
  readonly path: string;
  readonly kind: "folder" | "zip";
}

/** A raw export, opened. */
export interface ExportInput {
  /** As the user gave it; for a file in a folder or zip archive, with its place there. */
  readonly path: string;
  /** File name without folder. */
  readonly name: string;
  /** The folder or zip archive that the file was found in; absent for a file that the user named. */
  readonly container?: Container;
  /** Bytes of the file as it lies on the disk or, unpacked, in a zip archive. */
  readonly size: number;
  /** Hexadecimal, of the same bytes. */
  readonly sha256: string;
  readonly isCompressed: boolean;
  /** Why not all of it could be unpacked; absent when it could. */
  readonly damage?: string;
  readonly encoding: Encoding;
  /** First bytes of the content, for what is not text. */
  readonly headBytes: Buffer;
  /** Beginning of the content, decoded, without NUL characters. */
  readonly head: string;
  /** Streams the content as text, from its beginning, each time that it is called. */
  readonly readText: () => AsyncGenerator<string>;
}

/** A file that cannot be imported; the message names it and says what to do. */
export class InputError extends Error {
  readonly code = "input";
}

/** Opens an export and reads it through once, for its size, checksum and encoding. @throws InputError when it cannot be read */
export async function openInput(path: string): Promise<ExportInput> {
  await requireFile(path);
  return openBytes(toByteSource(path));
}

/** Opens what lies in a folder or zip archive in the same way. @throws InputError when it cannot be read */
export async function openBytes(source: ByteSource): Promise<ExportInput> {
  try {
    return await measureInput(source);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${source.path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Returns a file's bytes. */
export function toByteSource(path: string, container?: Container): ByteSource {
  return {
    path,
    name: basename(path),
    ...(container !== undefined && { container }),
    open: () => createReadStream(path, { highWaterMark: PIECE_SIZE }),
  };
}

/** Tells whether something packed grows so much that it was made to fill a memory. Both sizes in bytes. */
export function isBomb(unpackedSize: number, packedSize: number): boolean {
  return unpackedSize > HARMLESS_SIZE && unpackedSize > MAX_EXPANSION * packedSize;
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`${path}: there is no such file.`);
  if (found.isDirectory()) throw new InputError(`${path}: is a folder.`);
  if (!found.isFile()) throw new InputError(`${path}: is not a regular file.`);
  if (found.size === 0) throw new InputError(`${path}: is empty; export or download it again.`);
}

async function measureInput(source: ByteSource): Promise<ExportInput> {
  const isCompressed = await isGzip(source);
  const hash = createHash("sha256");
  const utf8 = createUtf8Check();
  const head: Buffer[] = [];
  let size = 0;
  let headSize = 0;
  let damage: string | undefined;
  const onRawPiece = (piece: Buffer) => {
    size += piece.length;
    hash.update(piece);
  };
  const onDamage = (reason: string) => {
    damage = reason;
  };
  for await (const piece of streamContent(source, isCompressed, { onRawPiece, onDamage })) {
    utf8.add(piece);
    if (headSize < HEAD_SIZE) {
      head.push(Buffer.from(piece.subarray(0, HEAD_SIZE - headSize)));
      headSize += piece.length;
    }
  }
  const headBytes = Buffer.concat(head);
  if (damage !== undefined && headBytes.length === 0) {
    throw new InputError(`${source.path}: cannot be read: ${damage} at its beginning. Download it again.`);
  }
  const encoding = chooseEncoding(headBytes, utf8.verdict());
  const { path, name, container } = source;
  return {
    path,
    name,
    ...(container !== undefined && { container }),
    size,
    sha256: hash.digest("hex"),
    isCompressed,
    ...(damage !== undefined && { damage }),
    encoding,
    headBytes,
    head: createDecoder(encoding).decode(headBytes).replaceAll("\u0000", ""),
    readText: () => streamText(source, isCompressed, encoding),
  };
}

async function* streamText(source: ByteSource, isCompressed: boolean, encoding: Encoding): AsyncGenerator<string> {
  const decoder = createDecoder(encoding);
  for await (const piece of streamContent(source, isCompressed)) yield decoder.decode(piece);
  yield decoder.end();
}

interface ContentListener {
  readonly onRawPiece?: (piece: Buffer) => void;
  readonly onDamage?: (reason: string) => void;
}

async function* streamContent(
  source: ByteSource,
  isCompressed: boolean,
  { onRawPiece, onDamage = () => {} }: ContentListener = {},
): AsyncGenerator<Buffer> {
  let rawSize = 0;
  const raw = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of await source.open()) {
      rawSize += (piece as Buffer).length;
      onRawPiece?.(piece as Buffer);
      yield piece as Buffer;
    }
  };
  if (!isCompressed) {
    yield* raw();
    return;
  }
  let contentSize = 0;
  for await (const piece of unpackGzip(raw(), { pieceSize: PIECE_SIZE, onDamage })) {
    contentSize += piece.length;
    if (isBomb(contentSize, rawSize)) {
      throw new InputError(
        `${source.path}: unpacks to more than ${MAX_EXPANSION} times its size; it is not an export.`,
      );
    }
    yield piece;
  }
}

async function isGzip(source: ByteSource): Promise<boolean> {
  for await (const piece of await source.open()) {
    const [a, b, c] = piece as Buffer;
    return a === 0x1f && b === 0x8b && c === 0x08;
  }
  return false;
}
