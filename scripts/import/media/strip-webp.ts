// Takes the metadata out of a WebP file, chunk by chunk (https://developers.google.com/speed/webp/docs/riff_container).

import { readOrientation, writeOrientation } from "./exif-orientation.ts";

const HEADER_SIZE = 12;
const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const HAS_XMP = 0x04;
const HAS_EXIF = 0x08;

/** Returns the file without metadata; undefined when there is no picture in it. */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [];
  let orientation: number | undefined;
  let hasPicture = false;
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = HEADER_SIZE; at + 8 <= end; ) {
    const type = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at, at + 8 + size + (size % 2));
    if (type === "EXIF") orientation ??= readOrientation(withoutPrefix(chunk.subarray(8, 8 + size)));
    if (type.startsWith("VP8") && type !== "VP8X") hasPicture = true;
    if (type === "ANMF") hasPicture = true;
    if (KEPT.has(type)) kept.push(Buffer.from(chunk));
    at += 8 + size + (size % 2);
  }
  if (!hasPicture) return undefined;
  const extended = kept[0]?.toString("latin1", 0, 4) === "VP8X" ? kept[0] : undefined;
  // Only an extended file may hold EXIF.
  const keepsOrientation = orientation !== undefined && extended !== undefined;
  if (extended !== undefined && extended.length > 8) {
    const flags = (extended[8] ?? 0) & ~(HAS_XMP | HAS_EXIF);
    extended[8] = keepsOrientation ? flags | HAS_EXIF : flags;
  }
  if (keepsOrientation && orientation !== undefined) kept.push(toChunk("EXIF", writeOrientation(orientation)));
  const body = Buffer.concat(kept);
  const header = Buffer.alloc(HEADER_SIZE);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(4 + body.length, 4);
  header.write("WEBP", 8, "latin1");
  return Buffer.concat([header, body]);
}

// Some programs write EXIF here as it stands in JPEG.
function withoutPrefix(exif: Buffer): Buffer {
  return exif.toString("latin1", 0, 6) === "Exif\u0000\u0000" ? exif.subarray(6) : exif;
}

function toChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat(data.length % 2 === 0 ? [head, data] : [head, data, Buffer.alloc(1)]);
}
