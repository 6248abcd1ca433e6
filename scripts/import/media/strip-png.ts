// Takes the metadata out of a PNG file, chunk by chunk (https://www.w3.org/TR/png-3/#11Chunks).

import { crc32 } from "node:zlib";
import { readOrientation, writeOrientation } from "./exif-orientation.ts";

const SIGNATURE_SIZE = 8;
// What decides how pixels look, or which frame follows which; texts, times and EXIF do not.
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT cICP mDCV cLLI acTL fcTL fdAT".split(" "),
);

/** Returns the file without metadata; undefined when there is no picture in it. What follows the image goes, too. */
export function stripPng(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE_SIZE)];
  let orientation: number | undefined;
  let firstData: number | undefined;
  for (let at = SIGNATURE_SIZE; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) break;
    const chunk = bytes.subarray(at, at + 12 + size);
    if (type === "eXIf") orientation ??= readOrientation(chunk.subarray(8, 8 + size));
    if (type === "IDAT") firstData ??= kept.length;
    if (KEPT.has(type)) kept.push(chunk);
    at += 12 + size;
    if (type === "IEND") break;
  }
  if (firstData === undefined) return undefined;
  if (orientation !== undefined) kept.splice(firstData, 0, toChunk("eXIf", writeOrientation(orientation)));
  return Buffer.concat(kept);
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), chunk.length - 4);
  return chunk;
}
