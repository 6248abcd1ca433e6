// Makes the files of one image: the full size without metadata, and smaller copies in its own format and in better ones.

import sharp from "sharp";
import { IMAGE_EXTENSIONS, type ImageFormat } from "../../archive/image-header.ts";
import { type CleanImage, cleanImage, open } from "./clean-image.ts";
import { DamagedImageError } from "./damaged-image-error.ts";
import type { DamagedImage, EncodedImage, ImageFile, ImageSource } from "./encoded-image.ts";
import { DRAWING_TRIAL, ENCODERS, SMALL_FILE, WIDTHS } from "./image-settings.ts";

/** An image with the bytes of its files by their names; no files for one that cannot be shown. */
export interface MadeImage {
  readonly image: EncodedImage | DamagedImage;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The best format comes first: a browser takes the first that it knows. */
const BETTER_FORMATS = ["avif", "webp"] as const;
/** A copy hardly narrower than the next one is not worth a file. */
const WORTHWHILE = 0.9;

/** Makes all files of an image. Never throws: what cannot be decoded is told in the result. */
export async function encodeImage(data: Buffer, options: { readonly avif: boolean }): Promise<MadeImage> {
  try {
    return await encode(await cleanImage(data), data.length, options);
  } catch (error) {
    const problem =
      error instanceof DamagedImageError ? error.message : `cannot be decoded (${briefly(error)}); replace the file`;
    return { image: { problem }, files: new Map() };
  }
}

async function encode(clean: CleanImage, sourceBytes: number, options: { readonly avif: boolean }): Promise<MadeImage> {
  const { width, height } = clean;
  const full: ImageFile = { name: "full", width, bytes: clean.data.length };
  const files = new Map([["full", clean.data]]);
  if (clean.isAnimated) return { image: { width, height, full, own: [], sources: [] }, files };
  // Decoded once: this also tells that all of it is there.
  const base = await decodeBase(clean);
  const isSmall = sourceBytes < SMALL_FILE || width <= (WIDTHS[0] ?? 0);
  if (isSmall) return { image: { width, height, full, own: [], sources: [] }, files };
  const widths = [...WIDTHS.filter((narrower) => narrower < base.width * WORTHWHILE), base.width];
  const isDrawn = clean.isLossless && (await isDrawing(base));
  const make = async (format: CopyFormat, at: number): Promise<ImageFile> => {
    const name = `${at}w.${IMAGE_EXTENSIONS[format][0]}`;
    const bytes = await encodeCopy(base, at, format, isDrawn);
    files.set(name, bytes);
    return { name, width: at, bytes: bytes.length };
  };
  const own = await makeOwn(clean.format, widths, full, make);
  const sources: ImageSource[] = [];
  for (const format of BETTER_FORMATS) {
    if (format === clean.format || (format === "avif" && !options.avif)) continue;
    const made: ImageFile[] = [];
    for (const at of widths) made.push(await make(format, at));
    const kept = keepSmaller(made, [...own, full]);
    if (kept.length > 0) sources.push({ type: `image/${format}`, files: kept });
  }
  const isServedOnce = own.length === 1 && sources.length === 0;
  return dropUnused({ width, height, full, own: isServedOnce ? [] : own, sources }, files);
}

type CopyFormat = "jpeg" | "png" | "webp" | "avif";

interface RawImage {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Decodes an image, not wider than its widest copy. */
async function decodeBase({ data, width }: CleanImage): Promise<RawImage> {
  const widest = WIDTHS[WIDTHS.length - 1] ?? width;
  const { data: pixels, info } = await open(data)
    .resize({ width: Math.min(width, widest) })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data: pixels, width: info.width, height: info.height, channels: info.channels as RawImage["channels"] };
}

async function encodeCopy(base: RawImage, width: number, format: CopyFormat, isDrawn: boolean): Promise<Buffer> {
  const { data, height, channels } = base;
  const copy = sharp(data, { raw: { width: base.width, height, channels } }).resize({ width });
  if (format === "webp" && isDrawn) return copy.webp(ENCODERS.losslessWebp).toBuffer();
  return copy.toFormat(format, ENCODERS[format]).toBuffer();
}

/** Copies in the image's own format; the full size is one of them unless it is too wide to be read on a page. */
async function makeOwn(
  format: ImageFormat,
  widths: readonly number[],
  full: ImageFile,
  make: (format: CopyFormat, width: number) => Promise<ImageFile>,
): Promise<readonly ImageFile[]> {
  // No smaller copies of GIF and AVIF: the one would grow, the other takes seconds.
  if (format === "gif" || format === "avif") return [full];
  const made: ImageFile[] = [];
  for (const width of widths) made.push(width === full.width ? full : await make(format, width));
  const kept = keepSmaller(made, [full]);
  return kept.length > 0 ? kept : [full];
}

/**
 * Returns those files, narrowest first, that are smaller than each wider one and than every file of `others` that is at
 * least as wide; none at all when the widest is not, because a browser that took this list would miss it.
 */
function keepSmaller(files: readonly ImageFile[], others: readonly ImageFile[]): readonly ImageFile[] {
  const kept: ImageFile[] = [];
  for (const file of [...files].reverse()) {
    const rivals = [...kept, ...others.filter(({ name, width }) => width >= file.width && name !== file.name)];
    if (rivals.every(({ bytes }) => file.bytes < bytes)) kept.unshift(file);
    else if (kept.length === 0) return [];
  }
  return kept;
}

/** Tells a drawing from a photo by what suits it: without loss it is as small as with, or nearly. */
async function isDrawing({ data, width, height, channels }: RawImage): Promise<boolean> {
  const raw = { raw: { width, height, channels } };
  const lossless = await sharp(data, raw).webp(DRAWING_TRIAL.lossless).toBuffer();
  const lossy = await sharp(data, raw).webp(DRAWING_TRIAL.lossy).toBuffer();
  return lossless.length <= lossy.length * DRAWING_TRIAL.ratio;
}

function dropUnused(image: EncodedImage, files: Map<string, Buffer>): MadeImage {
  const used = new Set(
    [image.full, ...image.own, ...image.sources.flatMap((source) => source.files)].map(({ name }) => name),
  );
  for (const name of [...files.keys()]) if (!used.has(name)) files.delete(name);
  return { image, files };
}

function briefly(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n")[0] ?? "").slice(0, 120);
}
