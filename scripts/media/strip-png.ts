// Takes everything out of a PNG that is not the picture: texts, EXIF, XMP, times, and what follows its end
// (https://www.w3.org/TR/png-3/#11Chunks).

import { crc32 } from "node:zlib";
import { readOrientation, writeOrientation } from "./exif-orientation.ts";
import type { Keep, StrippedImage } from "./stripped-image.ts";

const SIGNATURE_SIZE = 8;
/** The picture, its colours, its transparency, and the frames of an animated one. */
const PIXELS = "IHDR PLTE tRNS IDAT acTL fcTL fdAT IEND".split(" ");
const KEPT: Readonly<Record<Keep, ReadonlySet<string>>> = {
  pixels: new Set(PIXELS),
  appearance: new Set([...PIXELS, ..."gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT cICP mDCV cLLI".split(" ")]),
};

/** Returns the same picture without metadata. */
export function stripPng(bytes: Buffer, keep: Keep): StrippedImage {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE_SIZE)];
  let orientation: number | undefined;
  let firstData: number | undefined;
  let isAnimated = false;
  let isWhole = false;
  for (let at = SIGNATURE_SIZE; at + 8 <= bytes.length && !isWhole; ) {
    const size = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) break;
    const end = at + 12 + size;
    const chunk = bytes.subarray(at, end);
    if (type === "eXIf") orientation ??= readOrientation(chunk.subarray(8, 8 + size));
    if (type === "IDAT") firstData ??= kept.length;
    isAnimated ||= type === "acTL";
    if (KEPT[keep].has(type)) kept.push(chunk);
    isWhole = type === "IEND" && end <= bytes.length;
    at = end;
  }
  if (keep === "appearance" && orientation !== undefined && firstData !== undefined) {
    kept.splice(firstData, 0, toChunk("eXIf", writeOrientation(orientation)));
  }
  const damage = isWhole ? "is damaged: the PNG holds no picture" : "is cut off: the PNG has no end";
  return {
    data: Buffer.concat(kept),
    hasPicture: firstData !== undefined,
    isAnimated,
    isLossless: true,
    ...(!(isWhole && firstData !== undefined) && { damage }),
  };
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), chunk.length - 4);
  return chunk;
}
