// Takes everything out of a WebP that is not the picture: EXIF, XMP, unknown chunks
// (https://developers.google.com/speed/webp/docs/riff_container).

import { readOrientation, writeOrientation } from "./exif-orientation.ts";
import type { Keep, StrippedImage } from "./stripped-image.ts";

const HEADER_SIZE = 12;
/** Bytes of a frame before its own chunks. */
const FRAME_HEADER = 16;
const PIXELS = ["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF"];
const KEPT: Readonly<Record<Keep, ReadonlySet<string>>> = {
  pixels: new Set(PIXELS),
  appearance: new Set([...PIXELS, "ICCP"]),
};
/** In the flags of VP8X. */
const HAS_XMP = 0x04;
const HAS_EXIF = 0x08;
const HAS_PROFILE = 0x20;

interface Chunk {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Returns the same picture without metadata. */
export function stripWebp(bytes: Buffer, keep: Keep): StrippedImage {
  const end = 8 + bytes.readUInt32LE(4);
  const found = readChunks(bytes.subarray(HEADER_SIZE, end));
  const kept = found.chunks.filter(({ name }) => KEPT[keep].has(name));
  const names = new Set(kept.map(({ name }) => name));
  const orientation = keep === "appearance" ? findOrientation(found.chunks) : undefined;
  // Only an extended file may hold EXIF.
  const exif =
    kept[0]?.name === "VP8X" && orientation !== undefined ? [toChunk("EXIF", writeOrientation(orientation))] : [];
  const parts = kept.map(({ name, bytes: chunk }) => rewriteChunk(name, chunk, keep, exif.length > 0));
  const body = Buffer.concat([...parts, ...exif]);
  const header = Buffer.from("RIFF\u0000\u0000\u0000\u0000WEBP", "latin1");
  header.writeUInt32LE(4 + body.length, 4);
  const hasPicture = names.has("VP8 ") || names.has("VP8L") || names.has("ANMF");
  const damage = describeDamage(end > bytes.length, found.isWhole, hasPicture);
  return {
    data: Buffer.concat([header, body]),
    hasPicture,
    isAnimated: names.has("ANMF"),
    isLossless: names.has("VP8L"),
    ...(damage !== undefined && { damage }),
  };
}

function describeDamage(isShort: boolean, isWhole: boolean, hasPicture: boolean): string | undefined {
  if (isShort) return "is cut off: the WebP is shorter than it says";
  if (!isWhole) return "is damaged: it is no whole WebP";
  return hasPicture ? undefined : "is damaged: the WebP holds no picture";
}

/** The last chunk may be cut off. */
function readChunks(data: Buffer): { readonly chunks: readonly Chunk[]; readonly isWhole: boolean } {
  const chunks: Chunk[] = [];
  let isWhole = true;
  for (let at = 0; at + 8 <= data.length; ) {
    const length = data.readUInt32LE(at + 4);
    // Chunks of odd length are filled up by a byte, which some writers leave out at the end.
    const end = Math.min(at + 8 + length + (length % 2), data.length);
    isWhole &&= at + 8 + length <= data.length;
    chunks.push({ name: data.toString("latin1", at, at + 4), bytes: data.subarray(at, end) });
    at = end;
  }
  return { chunks, isWhole };
}

function findOrientation(chunks: readonly Chunk[]): number | undefined {
  const found = chunks.find(({ name }) => name === "EXIF");
  if (found === undefined) return undefined;
  const exif = found.bytes.subarray(8);
  // Some programs write EXIF here as it stands in JPEG.
  return readOrientation(exif.toString("latin1", 0, 6) === "Exif\u0000\u0000" ? exif.subarray(6) : exif);
}

function rewriteChunk(name: string, chunk: Buffer, keep: Keep, hasExif: boolean): Buffer {
  if (name === "VP8X" && chunk.length > 8) {
    const bytes = Buffer.from(chunk);
    const flags = (bytes[8] ?? 0) & ~(HAS_XMP | HAS_EXIF) & (keep === "pixels" ? ~HAS_PROFILE : ~0);
    bytes[8] = hasExif ? flags | HAS_EXIF : flags;
    return bytes;
  }
  const place = 8 + FRAME_HEADER;
  if (name !== "ANMF" || chunk.length < place || 8 + chunk.readUInt32LE(4) > chunk.length) return chunk;
  const inside = readChunks(chunk.subarray(place));
  const content = inside.chunks.filter((one) => KEPT.pixels.has(one.name)).map(({ bytes }) => bytes);
  const bytes = Buffer.concat([chunk.subarray(0, place), ...content]);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}

function toChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat(data.length % 2 === 0 ? [head, data] : [head, data, Buffer.alloc(1)]);
}
