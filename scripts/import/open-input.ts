// The input edge: opens a raw export whatever its name, measures it, and streams its text.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { chooseEncoding, createDecoder, createUtf8Check, type Encoding } from "./decode-text.ts";

const PIECE_SIZE = 256 * 1024;
const HEAD_SIZE = 64 * 1024;
// A gzip file that grows more than this is a bomb, not a blog.
const MAX_EXPANSION = 1000;

/** A raw export, opened. */
export interface ExportInput {
  /** As the user gave it. */
  readonly path: string;
  /** File name without folder. */
  readonly name: string;
  /** Bytes of the file as it lies on the disk. */
  readonly size: number;
  /** Hexadecimal, of the file as it lies on the disk. */
  readonly sha256: string;
  readonly isCompressed: boolean;
  readonly encoding: Encoding;
  /** First bytes of the content, for what is not text. */
  readonly headBytes: Buffer;
  /** Beginning of the content, decoded. */
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
  try {
    return await measureInput(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`${path}: there is no such file.`);
  if (found.isDirectory()) {
    throw new InputError(`${path}: is a folder, and folders cannot be read yet; name the export files in it.`);
  }
  if (!found.isFile()) throw new InputError(`${path}: is not a regular file.`);
  if (found.size === 0) throw new InputError(`${path}: is empty.`);
}

async function measureInput(path: string): Promise<ExportInput> {
  const isCompressed = await isGzip(path);
  const hash = createHash("sha256");
  const utf8 = createUtf8Check();
  const head: Buffer[] = [];
  let size = 0;
  let headSize = 0;
  const onRawPiece = (piece: Buffer) => {
    size += piece.length;
    hash.update(piece);
  };
  for await (const piece of streamContent(path, isCompressed, onRawPiece)) {
    utf8.add(piece);
    if (headSize < HEAD_SIZE) {
      head.push(Buffer.from(piece.subarray(0, HEAD_SIZE)));
      headSize += piece.length;
    }
  }
  const headBytes = Buffer.concat(head);
  const encoding = chooseEncoding(headBytes, utf8.isValid());
  return {
    path,
    name: basename(path),
    size,
    sha256: hash.digest("hex"),
    isCompressed,
    encoding,
    headBytes,
    head: createDecoder(encoding).decode(headBytes),
    readText: () => streamText(path, isCompressed, encoding),
  };
}

async function* streamText(path: string, isCompressed: boolean, encoding: Encoding): AsyncGenerator<string> {
  const decoder = createDecoder(encoding);
  for await (const piece of streamContent(path, isCompressed)) yield decoder.decode(piece);
  yield decoder.end();
}

async function* streamContent(
  path: string,
  isCompressed: boolean,
  onRawPiece?: (piece: Buffer) => void,
): AsyncGenerator<Buffer> {
  const raw = createReadStream(path, { highWaterMark: PIECE_SIZE });
  let rawSize = 0;
  raw.on("data", (piece) => {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
    rawSize += bytes.length;
    onRawPiece?.(bytes);
  });
  raw.pause();
  // pipeline() hands an error of the file on to the unpacker, where the loop below meets it.
  const content: Readable = isCompressed ? pipeline(raw, createGunzip({ chunkSize: PIECE_SIZE }), () => {}) : raw;
  let contentSize = 0;
  for await (const piece of content) {
    contentSize += (piece as Buffer).length;
    if (isCompressed && contentSize > MAX_EXPANSION * rawSize + PIECE_SIZE) {
      raw.destroy();
      throw new InputError(`${path}: unpacks to more than ${MAX_EXPANSION} times its size; it is not an export.`);
    }
    yield piece as Buffer;
  }
}

async function isGzip(path: string): Promise<boolean> {
  for await (const piece of createReadStream(path, { end: 2 })) {
    const [a, b, c] = piece as Buffer;
    return a === 0x1f && b === 0x8b && c === 0x08;
  }
  return false;
}
