// Tells a page which files of a held image there are to choose from, and how wide it will be shown.

import type { HeldImage, ImageCandidate } from "./held-image.ts";

/** A file to choose from. */
export interface PictureFile {
  /** Path below the base. */
  readonly path: string;
  /** In pixels. */
  readonly width: number;
}

/** A held image on a page. */
export interface Picture {
  /** Path below the base of the full size. */
  readonly path: string;
  /** As shown when there is room, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Widths on the page, for the browser's choice; absent when there is only one file. */
  readonly sizes?: string;
  /** In the image's own format, narrowest first; empty when there is only one file. */
  readonly files: readonly PictureFile[];
  /** In better formats, the best first. */
  readonly sources: readonly { readonly type: string; readonly files: readonly PictureFile[] }[];
}

/** Widths of the columns of text in rem, as in the style sheets: 34 em of the text's size. */
const COLUMNS = { post: 40.4, comment: 37.2 } as const;
/** From this window on a column has its full width; below, it is the window without the gutters. */
const FULL_FROM = 44;
const GUTTERS = 2;
const PIXELS_PER_REM = 16;

/** Returns how an image of a post's folder is shown. `asked` is the size that the text gives it. */
export function describePicture(
  image: HeldImage,
  folderPath: string,
  column: keyof typeof COLUMNS,
  asked: { readonly width?: number; readonly height?: number } = {},
): Picture {
  const locate = ({ file, width }: ImageCandidate): PictureFile => ({ path: folderPath + encodePath(file), width });
  const shown = fitSize(image, asked);
  const hasChoice = image.candidates.length > 0 || image.sources.length > 0;
  return {
    path: folderPath + encodePath(image.file),
    ...shown,
    ...(hasChoice ? { sizes: writeSizes(shown.width, COLUMNS[column]) } : {}),
    files: image.candidates.length > 1 ? image.candidates.map(locate) : [],
    sources: image.sources.map(({ type, candidates }) => ({ type, files: candidates.map(locate) })),
  };
}

/** Returns the files as a `srcset`. `href` makes the address of a path as it stands on the page. */
export function writeSrcset(files: readonly PictureFile[], href: (path: string) => string): string {
  return files.map(({ path, width }) => `${href(path)} ${width}w`).join(", ");
}

/** Returns a path in a post's folder as a part of an address. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** The size that was asked for, in the shape that the image has. */
function fitSize({ width, height }: HeldImage, asked: { readonly width?: number; readonly height?: number }) {
  if (asked.width !== undefined) return { width: asked.width, height: atLeastOne((asked.width * height) / width) };
  if (asked.height !== undefined) return { width: atLeastOne((asked.height * width) / height), height: asked.height };
  return { width, height };
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}

function writeSizes(width: number, column: number): string {
  const narrow = `calc(100vw - ${GUTTERS}rem)`;
  if (width >= column * PIXELS_PER_REM) return `(min-width: ${FULL_FROM}rem) ${column}rem, ${narrow}`;
  return `min(${width}px, ${narrow})`;
}
