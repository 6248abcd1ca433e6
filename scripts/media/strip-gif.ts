// Takes everything out of a GIF that is not the picture: comments, XMP, foreign data, and what follows its end
// (https://www.w3.org/Graphics/GIF/spec-gif89a.txt).

import type { Keep, StrippedImage } from "./stripped-image.ts";

const HEADER_SIZE = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;
/** How often an animation plays. */
const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);
const COLOUR_PROFILE = "ICCRGBG1012";
const CUT_OFF = "is cut off: the GIF has no end";

/** Returns the same picture, its frames byte for byte, without metadata. */
export function stripGif(bytes: Buffer, keep: Keep): StrippedImage {
  let at = HEADER_SIZE + tableSize(bytes[10] ?? 0);
  const kept: Buffer[] = [bytes.subarray(0, at)];
  let frames = 0;
  let damage: string | undefined = CUT_OFF;
  while (at < bytes.length) {
    const start = at;
    const type = bytes[at];
    if (type === IMAGE) at = skipBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0));
    else if (type === EXTENSION) at = skipBlocks(bytes, at + 2);
    else {
      damage = type === TRAILER ? undefined : "is damaged: it is no whole GIF";
      break;
    }
    if (type === IMAGE) frames += 1;
    if (type === IMAGE || isKept(bytes, start, keep)) kept.push(bytes.subarray(start, at));
  }
  // Within a block that is cut off, an end mark would be taken for a part of it.
  if (at <= bytes.length) kept.push(Buffer.from([TRAILER]));
  if (frames === 0) damage ??= "is damaged: the GIF holds no picture";
  return {
    data: Buffer.concat(kept),
    hasPicture: frames > 0,
    isAnimated: frames > 1,
    isLossless: true,
    ...(damage !== undefined && { damage }),
  };
}

function isKept(bytes: Buffer, start: number, keep: Keep): boolean {
  const label = bytes[start + 1];
  if (label === GRAPHIC_CONTROL) return true;
  if (label === PLAIN_TEXT) return keep === "appearance";
  if (label !== APPLICATION) return false;
  const name = bytes.toString("latin1", start + 3, start + 14);
  return LOOPS.has(name) || (keep === "appearance" && name === COLOUR_PROFILE);
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Returns the place after a run of data blocks, each with its length, the last one empty; beyond the file where it is cut off. */
function skipBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const size = bytes[at] ?? 0;
    at += 1 + size;
    if (size === 0) return at;
  }
  return bytes.length + 1;
}
