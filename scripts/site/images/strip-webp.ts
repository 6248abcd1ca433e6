// Takes everything out of a WebP that is not the picture: EXIF, XMP, profile, unknown chunks
// (https://developers.google.com/speed/webp/docs/riff_container).

import { DamagedImageError } from "./damaged-image-error.ts";

/** A WebP without anything beside its pictures. */
export interface StrippedWebp {
  readonly data: Buffer;
  readonly isAnimated: boolean;
  /** Every pixel is as it was before it was coded. */
  readonly isLossless: boolean;
}

const NEEDED: ReadonlySet<string> = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF"]);
/** In the flags of VP8X: a profile, EXIF, XMP. */
const METADATA_FLAGS = 0b0010_1100;
/** Bytes of a frame before its own chunks. */
const FRAME_HEADER = 16;

/** Returns the same picture without anything else. Throws DamagedImageError. */
export function stripWebp(data: Buffer): StrippedWebp {
  const end = 8 + data.readUInt32LE(4);
  if (end > data.length) throw new DamagedImageError("is cut off: the WebP is shorter than it says");
  const chunks = keepChunks(data.subarray(12, end));
  const body = Buffer.concat(chunks.map(({ bytes }) => bytes));
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return {
    data: Buffer.concat([head, body]),
    isAnimated: chunks.some(({ name }) => name === "ANMF"),
    isLossless: chunks.some(({ name }) => name === "VP8L"),
  };
}

interface Chunk {
  readonly name: string;
  readonly bytes: Buffer;
}

function keepChunks(data: Buffer): readonly Chunk[] {
  const kept: Chunk[] = [];
  let at = 0;
  while (at + 8 <= data.length) {
    const name = data.toString("latin1", at, at + 4);
    const length = data.readUInt32LE(at + 4);
    // Chunks of odd length are filled up by a byte, which some writers leave out at the end.
    const end = Math.min(at + 8 + length + (length % 2), data.length);
    if (at + 8 + length > data.length) throw new DamagedImageError("is damaged: it is no whole WebP");
    if (NEEDED.has(name)) kept.push({ name, bytes: rewriteChunk(name, data.subarray(at, end)) });
    at = end;
  }
  return kept;
}

function rewriteChunk(name: string, chunk: Buffer): Buffer {
  if (name === "VP8X") {
    const bytes = Buffer.from(chunk);
    bytes[8] = (bytes[8] ?? 0) & ~METADATA_FLAGS;
    return bytes;
  }
  if (name !== "ANMF") return chunk;
  const content = keepChunks(chunk.subarray(8 + FRAME_HEADER)).map(({ bytes }) => bytes);
  const bytes = Buffer.concat([chunk.subarray(0, 8 + FRAME_HEADER), ...content]);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}
