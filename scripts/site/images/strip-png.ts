// Takes everything out of a PNG that is not the picture: texts, EXIF, XMP, times, profiles, and what follows its end.

import { DamagedImageError } from "./damaged-image-error.ts";

/** The picture, its colours, its transparency, and the frames of an animated one (https://www.w3.org/TR/png-3/). */
const NEEDED: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "acTL", "fcTL", "fdAT", "IEND"]);

/** What was found in a PNG beside its picture. */
export interface StrippedPng {
  readonly data: Buffer;
  readonly isAnimated: boolean;
}

/** Returns the same picture without anything else. Throws DamagedImageError. */
export function stripPng(data: Buffer): StrippedPng {
  const kept: Buffer[] = [data.subarray(0, 8)];
  let isAnimated = false;
  let at = 8;
  while (at + 12 <= data.length) {
    const end = at + 12 + data.readUInt32BE(at);
    if (end > data.length) break;
    const name = data.toString("latin1", at + 4, at + 8);
    if (NEEDED.has(name)) kept.push(data.subarray(at, end));
    isAnimated ||= name === "acTL";
    if (name === "IEND") return { data: Buffer.concat(kept), isAnimated };
    at = end;
  }
  throw new DamagedImageError("is cut off: the PNG has no end");
}
