// Settings of how images are made: whatever changes the bytes of an image stands here, and so in the cache's keys.

import sharp from "sharp";

/** Widths of an image's smaller copies, in pixels: the reading column is 646 CSS pixels wide at most, twice that on fine screens. */
export const WIDTHS: readonly number[] = [360, 720, 1080, 1440];

/** A file this small is served as it is: smaller copies would save less than they cost. In bytes. */
export const SMALL_FILE = 20_000;

/** Images beyond these are not decoded: a few kilobytes can unpack to gigabytes. In pixels. */
export const MAX_SIDE = 16_384;
export const MAX_PIXELS = 200_000_000;

/** A quick trial of WebP: where it is hardly larger without loss than with, the image is drawn and not photographed. */
export const DRAWING_TRIAL = {
  lossless: { lossless: true, effort: 1 },
  lossy: { quality: 80, effort: 1 },
  ratio: 1.25,
};

const QUALITY = { jpeg: 80, webp: 80, avif: 55, full: 90 };

/** Options of sharp for each format of a smaller copy. */
export const ENCODERS = {
  jpeg: { quality: QUALITY.jpeg, progressive: true },
  png: { compressionLevel: 9 },
  webp: { quality: QUALITY.webp, alphaQuality: 90, effort: 4 },
  losslessWebp: { lossless: true, effort: 4 },
  avif: { quality: QUALITY.avif, effort: 4 },
} as const;

/** Options of sharp for a full-size image that must be coded anew, because it was turned or has colours of its own. */
export const FULL_ENCODERS = {
  jpeg: { quality: QUALITY.full, progressive: true, chromaSubsampling: "4:4:4" },
  png: { compressionLevel: 9 },
  webp: { quality: QUALITY.full, alphaQuality: 100, effort: 4 },
  avif: { quality: 70, effort: 2 },
} as const;

/** Number of the recipe in encode-image.ts and what it calls; raised when that makes other files of the same image. */
const RECIPE = 1;

/** Everything beside an image's own bytes that its files depend on, as text. */
export function describeSettings(options: { readonly avif: boolean }): string {
  const { versions } = sharp;
  return JSON.stringify([
    RECIPE,
    options.avif,
    WIDTHS,
    SMALL_FILE,
    MAX_SIDE,
    MAX_PIXELS,
    DRAWING_TRIAL,
    ENCODERS,
    FULL_ENCODERS,
    versions,
    process.platform,
    process.arch,
  ]);
}
