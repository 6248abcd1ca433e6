// Reads tar archives as they stream by: ustar, GNU's long names and pax headers
// (https://www.gnu.org/software/tar/manual/html_node/Standard.html). Only regular files are seen; links never.

/** A regular file in a tar archive. */
export interface TarMember {
  /** As the archive spells it. It is text to compare with, and never a place on the disk. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** A tar archive that is broken; the message says how. */
export class TarError extends Error {
  readonly code = "tar";
}

const BLOCK = 512;
// Names and attributes; real ones have a few hundred bytes.
const MAX_HEADER_DATA = 1024 * 1024;
const REGULAR = new Set(["0", "\u0000", "7"]);

/**
 * Yields each file of an archive with its content, if `wants` says so, else with undefined.
 * @throws TarError for what is none, or is cut off
 */
export async function* readTar(
  stream: AsyncIterable<Buffer>,
  wants: (member: TarMember) => boolean,
): AsyncGenerator<{ readonly member: TarMember; readonly bytes: Buffer | undefined }> {
  const reader = createReader(stream);
  let next: Readonly<Record<string, string>> = {};
  for (let isFirst = true; ; isFirst = false) {
    const header = await reader.read(BLOCK);
    // Two empty blocks end an archive; some programs leave out the second, or both.
    if (header.length === 0 || header.every((byte) => byte === 0)) {
      if (isFirst && header.length === 0) throw new TarError("it is empty");
      return;
    }
    if (header.length < BLOCK) throw new TarError("it is cut off");
    requireChecksum(header, isFirst);
    const type = String.fromCharCode(header[156] ?? 0);
    const size = next.size === undefined ? readNumber(header, 124, 12) : Number(next.size);
    if (!Number.isSafeInteger(size) || size < 0) throw new TarError("the size of a file in it cannot be read");
    if (type === "x" || type === "L" || type === "g" || type === "K") {
      if (size > MAX_HEADER_DATA) throw new TarError("a name in it is longer than any file's");
      const data = await reader.readPadded(size);
      if (type === "x") next = { ...next, ...readPax(data) };
      if (type === "L") next = { ...next, path: readText(data, 0, data.length) };
      continue;
    }
    const member = { path: next.path ?? readName(header), size };
    next = {};
    if (!REGULAR.has(type) || member.path.endsWith("/")) {
      // Folders and links have no content, whatever size they claim; unknown kinds have.
      if (!/[1-6]/.test(type)) await reader.skipPadded(size);
      continue;
    }
    if (wants(member)) yield { member, bytes: await reader.readPadded(size) };
    else {
      await reader.skipPadded(size);
      yield { member, bytes: undefined };
    }
  }
}

/** Tells whether a file begins as a tar archive does. */
export function isTar(head: Buffer): boolean {
  if (head.length < BLOCK) return false;
  return isChecksumRight(head.subarray(0, BLOCK)) && !head.subarray(0, BLOCK).every((byte) => byte === 0);
}

interface Reader {
  /** Returns fewer bytes only at the end. */
  readonly read: (size: number) => Promise<Buffer>;
  readonly readPadded: (size: number) => Promise<Buffer>;
  readonly skipPadded: (size: number) => Promise<void>;
}

function createReader(stream: AsyncIterable<Buffer>): Reader {
  const pieces = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await pieces.next();
    if (done === true) return false;
    rest = value;
    return true;
  };
  const read = async (size: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      if (rest.length === 0 && !(await more())) break;
      const part = rest.subarray(0, missing);
      rest = rest.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  };
  const skip = async (size: number): Promise<void> => {
    let missing = size;
    while (missing > 0) {
      if (rest.length === 0 && !(await more())) throw new TarError("it is cut off");
      const skipped = Math.min(missing, rest.length);
      rest = rest.subarray(skipped);
      missing -= skipped;
    }
  };
  const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;
  return {
    read,
    readPadded: async (size) => {
      const bytes = await read(size);
      if (bytes.length < size) throw new TarError("it is cut off");
      await read(padding(size));
      return bytes;
    },
    skipPadded: async (size) => skip(size + padding(size)),
  };
}

function requireChecksum(header: Buffer, isFirst: boolean): void {
  if (isChecksumRight(header)) return;
  throw new TarError(isFirst ? "it is none" : "it is damaged: a header in it does not fit its checksum");
}

function isChecksumRight(header: Buffer): boolean {
  const said = readNumber(header, 148, 8);
  let sum = 0;
  for (let at = 0; at < BLOCK; at += 1) sum += at >= 148 && at < 156 ? 32 : (header[at] ?? 0);
  return said === sum;
}

// Octal text; larger numbers are binary behind a set bit.
function readNumber(header: Buffer, at: number, length: number): number {
  if (((header[at] ?? 0) & 0x80) !== 0) {
    let value = (header[at] ?? 0) & 0x7f;
    for (let index = 1; index < length; index += 1) value = value * 256 + (header[at + index] ?? 0);
    return value;
  }
  const text = readText(header, at, length).trim();
  return text === "" ? 0 : /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}

function readName(header: Buffer): string {
  const name = readText(header, 0, 100);
  const prefix = header.toString("latin1", 257, 262) === "ustar" ? readText(header, 345, 155) : "";
  // GNU's own format keeps times where ustar has the prefix.
  const isGnu = header.toString("latin1", 257, 265) === "ustar  \u0000";
  return prefix === "" || isGnu ? name : `${prefix}/${name}`;
}

function readText(bytes: Buffer, at: number, length: number): string {
  const end = bytes.indexOf(0, at);
  return bytes.toString("utf8", at, end < 0 ? at + length : Math.min(end, at + length));
}

// Lines "27 path=2011/01/photo.jpg\n", each with its length.
function readPax(data: Buffer): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (let at = 0; at < data.length; ) {
    const space = data.indexOf(32, at);
    const length = space < 0 ? Number.NaN : Number(data.toString("latin1", at, space));
    if (!Number.isSafeInteger(length) || length <= space - at || at + length > data.length) break;
    const line = data.toString("utf8", space + 1, at + length - 1);
    const equals = line.indexOf("=");
    const key = line.slice(0, equals);
    if (key === "path" || key === "size") found[key] = line.slice(equals + 1);
    at += length;
  }
  return found;
}
