// Takes everything out of a JPEG that is not the picture: EXIF, GPS, XMP, IPTC, comments, previews, and what follows its end.

import { DamagedImageError } from "./damaged-image-error.ts";

const START_OF_IMAGE = Buffer.from([0xff, 0xd8]);
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);
/** JFIF 1.01, square pixels, no preview. */
const PLAIN_JFIF = Buffer.from("ffe000104a46494600010100000100010000", "hex");

/** A JPEG without anything beside its picture. */
export interface StrippedJpeg {
  readonly data: Buffer;
  /** Its end was missing and has been added: the picture may be whole or cut off. */
  readonly wasOpen: boolean;
}

/** Returns the same picture, its coded data byte for byte, without anything else. Throws DamagedImageError. */
export function stripJpeg(data: Buffer): StrippedJpeg {
  const kept: Buffer[] = [START_OF_IMAGE];
  let hasScan = false;
  let at = 2;
  while (at + 4 <= data.length) {
    if (data[at] !== 0xff) throw new DamagedImageError("is damaged: it is no whole JPEG");
    const marker = data[at + 1] as number;
    if (marker === 0xd9) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Markers that stand alone.
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    let end = at + 2 + data.readUInt16BE(at + 2);
    // After a scan's header come its coded data, up to the next marker.
    if (marker === 0xda) {
      end = findMarker(data, end);
      hasScan = true;
    }
    const segment = data.subarray(at, end);
    if (marker === 0xe0 && segment.toString("latin1", 4, 9) === "JFIF\0") kept.push(PLAIN_JFIF);
    else if (isNeeded(marker, segment)) kept.push(segment);
    at = end;
  }
  if (!hasScan) throw new DamagedImageError("is cut off: the JPEG ends before its picture");
  return { data: Buffer.concat([...kept, END_OF_IMAGE]), wasOpen: data[at] !== 0xff || data[at + 1] !== 0xd9 };
}

/** All but application data and comments; Adobe's tells how the colours are coded. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === 0xee) return segment.toString("latin1", 4, 9) === "Adobe";
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe;
}

function findMarker(data: Buffer, from: number): number {
  for (let at = data.indexOf(0xff, from); at !== -1; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1];
    const isCoded = next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (next !== undefined && !isCoded) return at;
  }
  return data.length;
}
