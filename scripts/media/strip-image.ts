// Takes out of an image file what it tells beside its pixels: where and when it was taken, with what, by whom. No pixel is
// encoded anew.

import type { ImageFormat } from "../archive/image-header.ts";
import { stripGif } from "./strip-gif.ts";
import { stripIsoMedia } from "./strip-iso-media.ts";
import { stripJpeg } from "./strip-jpeg.ts";
import { stripPng } from "./strip-png.ts";
import { stripWebp } from "./strip-webp.ts";
import type { Keep, StrippedImage } from "./stripped-image.ts";

const STRIPS: Readonly<Record<ImageFormat, (data: Buffer, keep: Keep) => StrippedImage>> = {
  jpeg: stripJpeg,
  png: stripPng,
  gif: stripGif,
  webp: stripWebp,
  // What is not metadata stays in place, profile and orientation as well.
  avif: (data) => ({ data: stripIsoMedia(data), hasPicture: true, isAnimated: false, isLossless: false }),
};

/** Returns an image of a known format without its metadata. Never throws: `damage` tells what is wrong. Twice gives the same as once. */
export function stripImage(data: Buffer, format: ImageFormat, keep: Keep): StrippedImage {
  return STRIPS[format](data, keep);
}
