// Makes the full-size file of an image: its own coded data where nothing but metadata has to go, else coded anew,
// upright and in sRGB.

import sharp, { type Sharp } from "sharp";
import { type ImageFormat, type ImageHeader, readImageHeader } from "../../archive/image-header.ts";
import { stripImage } from "../../media/strip-image.ts";
import type { StrippedImage } from "../../media/stripped-image.ts";
import { DamagedImageError } from "./damaged-image-error.ts";
import { FULL_ENCODERS, MAX_PIXELS, MAX_SIDE } from "./image-settings.ts";

/** An image at full size without metadata. */
export interface CleanImage {
  readonly data: Buffer;
  readonly format: ImageFormat;
  /** Upright, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly isAnimated: boolean;
  /** The format keeps every pixel. */
  readonly isLossless: boolean;
}

/** Returns the image cleaned. Throws DamagedImageError for what is no image, too large, or cannot be decoded. */
export async function cleanImage(data: Buffer): Promise<CleanImage> {
  const header = readImageHeader(data);
  if (header === undefined) {
    throw new DamagedImageError("is no image that browsers show (JPEG, PNG, GIF, WebP, AVIF), whatever its name says");
  }
  checkSize(header);
  const { format } = header;
  const stripped = stripImage(data, format, "pixels");
  if (stripped.damage !== undefined) throw new DamagedImageError(stripped.damage);
  if (stripped.isAnimated) return describe(stripped, format, await decodeFirst(stripped.data));
  if (stripped.wasOpen === true) await checkWhole(stripped.data);
  const meta = await open(data).metadata();
  checkSize({ format, size: { width: meta.width, height: meta.height } });
  const isTurned = (meta.orientation ?? 1) > 1;
  const hasOwnColours = meta.space === "cmyk" || (meta.icc !== undefined && !isSrgb(meta.icc));
  // The decoder has no writer for GIF with these, and there is none with an orientation.
  const isKept = format === "gif" || (format !== "avif" && !isTurned && !hasOwnColours);
  if (isKept) return describe(stripped, format, meta);
  const { data: made, info } = await codeAnew(data, format, stripped.isLossless);
  return {
    data: made,
    format,
    width: info.width,
    height: info.height,
    isAnimated: false,
    isLossless: stripped.isLossless,
  };
}

/** Opens an image for decoding. Anything damaged throws later. */
export function open(data: Buffer): Sharp {
  return sharp(data, { failOn: "error", limitInputPixels: MAX_PIXELS, pages: 1 });
}

function describe(
  { data, isAnimated, isLossless }: StrippedImage,
  format: ImageFormat,
  { width, height }: { readonly width: number; readonly height: number },
): CleanImage {
  return { data, format, width, height, isAnimated, isLossless };
}

/** A file that lacks nothing but its end mark is whole; the decoder warns where more is missing. */
async function checkWhole(data: Buffer): Promise<void> {
  try {
    await sharp(data, { failOn: "warning", limitInputPixels: MAX_PIXELS }).raw().toBuffer();
  } catch {
    throw new DamagedImageError("is cut off: a part of the picture is missing");
  }
}

/** Decodes the first picture of an animation, to know that there is one, and returns its size. */
async function decodeFirst(data: Buffer): Promise<{ readonly width: number; readonly height: number }> {
  const { info } = await open(data).raw().toBuffer({ resolveWithObject: true });
  return info;
}

function codeAnew(data: Buffer, format: Exclude<ImageFormat, "gif">, isLossless: boolean) {
  const upright = open(data).autoOrient().toColourspace("srgb");
  const options = format === "webp" && isLossless ? { lossless: true, effort: 4 } : FULL_ENCODERS[format];
  return upright.toFormat(format, options).toBuffer({ resolveWithObject: true });
}

/** Colour profiles name themselves in clear; most of those that cameras and programs add are sRGB. */
function isSrgb(profile: Buffer): boolean {
  return /sRGB|s\0R\0G\0B/.test(profile.toString("latin1"));
}

function checkSize({ size }: ImageHeader): void {
  if (size === undefined) return;
  const { width, height } = size;
  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS) return;
  throw new DamagedImageError(
    `is ${width} × ${height} pixels large; make it smaller than ${MAX_SIDE} on each side and ${MAX_PIXELS / 1e6} million in all`,
  );
}
