// Takes everything out of a JPEG that is not the picture: EXIF, GPS, XMP, IPTC, comments, previews, and what follows its end
// (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B).

import { readOrientation, writeOrientation } from "./exif-orientation.ts";
import type { Keep, StrippedImage } from "./stripped-image.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const EXIF = "Exif\u0000\u0000";
const END_OF_IMAGE = Buffer.from([0xff, EOI]);
/** JFIF 1.01, square pixels, no preview. */
const PLAIN_JFIF = Buffer.from("ffe000104a46494600010100000100010000", "hex");
/** Where these stand in that segment. */
const VERSION_AND_DENSITY = 9;
const PREVIEW = 16;

/** Returns the same picture, its coded data byte for byte, without metadata. */
export function stripJpeg(bytes: Buffer, keep: Keep): StrippedImage {
  const kept: Buffer[] = [];
  let orientation: number | undefined;
  let hasScan = false;
  let hasEnd = false;
  let isOrderly = true;
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] as number;
    // Any number of fill bytes may stand before a marker; browsers look past other bytes, too.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      isOrderly &&= bytes[at] === 0xff && marker === 0xff;
      at += 1;
      continue;
    }
    hasEnd = marker === EOI;
    if (hasEnd) break;
    if (standsAlone(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, end);
    if (marker === APP1) orientation ??= orientationOf(segment);
    if (end > bytes.length || segment.length < 4) break;
    if (isKept(marker, segment, keep)) kept.push(marker === APP0 ? toPlainJfif(segment, keep) : segment);
    at = end;
    if (marker === SOS) {
      hasScan = true;
      at = findScanEnd(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  const damage = hasScan ? "is damaged: it is no whole JPEG" : "is cut off: the JPEG ends before its picture";
  return {
    data: finish(kept, keep === "appearance" ? orientation : undefined, hasEnd || keep === "pixels"),
    hasPicture: hasScan,
    isAnimated: false,
    isLossless: false,
    wasOpen: !hasEnd,
    ...(!(hasScan && isOrderly) && { damage }),
  };
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= SOI);
}

function isKept(marker: number, segment: Buffer, keep: Keep): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  const begins = (text: string): boolean => segment.toString("latin1", 4, 4 + text.length) === text;
  if (marker === APP0) return begins("JFIF\u0000");
  // Without Adobe's segment, colours come out wrong.
  if (marker === APP14) return begins("Adobe");
  return keep === "appearance" && marker === APP2 && begins("ICC_PROFILE\u0000");
}

// It may hold a preview, which shows what was cut away later.
function toPlainJfif(segment: Buffer, keep: Keep): Buffer {
  if (keep === "pixels" || segment.length < PLAIN_JFIF.length) return PLAIN_JFIF;
  const plain = Buffer.from(PLAIN_JFIF);
  segment.copy(plain, VERSION_AND_DENSITY, VERSION_AND_DENSITY, PREVIEW);
  return plain;
}

function orientationOf(segment: Buffer): number | undefined {
  const isExif = segment.toString("latin1", 4, 10) === EXIF;
  return isExif ? readOrientation(segment.subarray(10)) : undefined;
}

// In coded data 0xff is followed by 0 or by the number of a restart; any other marker ends it.
function findScanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function finish(kept: readonly Buffer[], orientation: number | undefined, hasEnd: boolean): Buffer {
  const begin = Buffer.from([0xff, SOI]);
  const end = hasEnd ? [END_OF_IMAGE] : [];
  if (orientation === undefined) return Buffer.concat([begin, ...kept, ...end]);
  const tiff = writeOrientation(orientation);
  const head = Buffer.from([0xff, APP1, 0, 2 + EXIF.length + tiff.length]);
  const exif = Buffer.concat([head, Buffer.from(EXIF, "latin1"), tiff]);
  // JFIF demands the first place for its own segment.
  const place = kept[0]?.[1] === APP0 ? 1 : 0;
  return Buffer.concat([begin, ...kept.slice(0, place), exif, ...kept.slice(place), ...end]);
}
