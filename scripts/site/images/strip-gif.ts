// Takes everything out of a GIF that is not the picture: comments, XMP, foreign data, and what follows its end
// (https://www.w3.org/Graphics/GIF/spec-gif89a.txt).

import { DamagedImageError } from "./damaged-image-error.ts";

/** A GIF without anything beside its pictures. */
export interface StrippedGif {
  readonly data: Buffer;
  readonly frames: number;
}

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Returns the same picture, its frames byte for byte, without anything else. Throws DamagedImageError. */
export function stripGif(data: Buffer): StrippedGif {
  let at = 13 + colourTableLength(data[10]);
  const kept: Buffer[] = [data.subarray(0, at)];
  let frames = 0;
  while (at < data.length) {
    const start = at;
    switch (data[at]) {
      case TRAILER:
        if (frames === 0) throw new DamagedImageError("is damaged: the GIF holds no picture");
        return { data: Buffer.concat([...kept, data.subarray(at, at + 1)]), frames };
      case EXTENSION:
        at = skipBlocks(data, at + 2);
        if (isNeeded(data, start)) kept.push(data.subarray(start, at));
        break;
      case IMAGE:
        at = skipBlocks(data, at + 11 + colourTableLength(data[at + 9]));
        kept.push(data.subarray(start, at));
        frames++;
        break;
      default:
        throw new DamagedImageError("is damaged: it is no whole GIF");
    }
  }
  throw new DamagedImageError("is cut off: the GIF has no end");
}

/** Timing and transparency, and how often an animation runs. */
function isNeeded(data: Buffer, at: number): boolean {
  if (data[at + 1] === GRAPHIC_CONTROL) return true;
  return (
    data[at + 1] === APPLICATION && /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(data.toString("latin1", at + 3, at + 14))
  );
}

function colourTableLength(flags: number | undefined): number {
  return flags === undefined || (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Returns the place after a run of data blocks, each with its length, the last one empty. */
function skipBlocks(data: Buffer, from: number): number {
  let at = from;
  while (at < data.length) {
    const length = data[at] as number;
    at += 1 + length;
    if (length === 0) return at;
  }
  throw new DamagedImageError("is cut off: the GIF has no end");
}
