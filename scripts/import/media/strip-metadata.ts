// Takes out of an image what it tells beside its pixels: where and when it was taken, with what, by whom. Colour profile
// and orientation stay; no pixel is encoded anew.

import { detectKind } from "./file-kind.ts";
import { stripGif } from "./strip-gif.ts";
import { stripIsoMedia } from "./strip-iso-media.ts";
import { stripJpeg } from "./strip-jpeg.ts";
import { stripPng } from "./strip-png.ts";
import { stripWebp } from "./strip-webp.ts";

type Strip = (bytes: Buffer) => Buffer | undefined;

const STRIPS: Readonly<Record<string, Strip>> = {
  jpg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
  gif: stripGif,
  avif: stripIsoMedia,
  mp4: stripIsoMedia,
  m4a: stripIsoMedia,
};

/**
 * Returns a file without its metadata; a file of a kind that has none, or whose metadata names what is heard or read (MP3,
 * Ogg, WebM, PDF), as it is. Undefined for a file that is too broken to be shown. Twice gives the same as once.
 */
export function stripMetadata(bytes: Buffer): Buffer | undefined {
  const kind = detectKind(bytes);
  const strip = kind === undefined ? undefined : STRIPS[kind.extension];
  return strip === undefined ? bytes : strip(bytes);
}
