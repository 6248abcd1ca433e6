// Takes the metadata out of a JPEG file, segment by segment (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B).

import { readOrientation, writeOrientation } from "./exif-orientation.ts";

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

/** Returns the file without metadata; undefined when it is none that a browser shows. What follows the image goes, too. */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: Buffer[] = [];
  let orientation: number | undefined;
  let hasScan = false;
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    // Any number of fill bytes may stand before a marker; browsers look past other bytes, too.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    if (at + 4 > bytes.length) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, end);
    if (marker === APP1) orientation ??= orientationOf(segment);
    if (end > bytes.length || segment.length < 4) break;
    if (isKept(marker, segment)) kept.push(segment);
    at = end;
    if (marker === SOS) {
      hasScan = true;
      at = findScanEnd(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  return hasScan ? finish(kept, orientation) : undefined;
}

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  const begins = (text: string): boolean => segment.toString("latin1", 4, 4 + text.length) === text;
  if (marker === APP0) return begins("JFIF\u0000");
  // Without Adobe's segment, colours come out wrong.
  if (marker === APP14) return begins("Adobe");
  return marker === APP2 && begins("ICC_PROFILE\u0000");
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

function finish(kept: readonly Buffer[], orientation: number | undefined): Buffer {
  const soi = Buffer.from([0xff, SOI]);
  if (orientation === undefined) return Buffer.concat([soi, ...kept]);
  const tiff = writeOrientation(orientation);
  const head = Buffer.from([0xff, APP1, 0, 2 + EXIF.length + tiff.length]);
  const exif = Buffer.concat([head, Buffer.from(EXIF, "latin1"), tiff]);
  // JFIF demands the first place for its own segment.
  const place = kept[0]?.[1] === APP0 ? 1 : 0;
  return Buffer.concat([soi, ...kept.slice(0, place), exif, ...kept.slice(place)]);
}
