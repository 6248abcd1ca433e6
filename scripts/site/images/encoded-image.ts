// The files that are made of one image, whatever its name and place.

/** A file of an image; its bytes are in the cache. */
export interface ImageFile {
  /** `full`, or `720w.webp`: what a smaller copy adds to the image's name. */
  readonly name: string;
  /** In pixels. */
  readonly width: number;
  readonly bytes: number;
}

/** Copies in a format that is smaller than the image's own. */
export interface ImageSource {
  /** `image/webp`. */
  readonly type: string;
  /** Narrowest first. */
  readonly files: readonly ImageFile[];
}

/** An image as it is served. */
export interface EncodedImage {
  /** As shown, in pixels. */
  readonly width: number;
  readonly height: number;
  /** At full size, without metadata. */
  readonly full: ImageFile;
  /** What pages choose from in the image's own format, narrowest first; empty for an image that is served once. */
  readonly own: readonly ImageFile[];
  /** Better formats, the best first. */
  readonly sources: readonly ImageSource[];
}

/** Why an image is not shown; goes on from its file's name: "is cut off". */
export interface DamagedImage {
  readonly problem: string;
}

/** Returns every file of an image once. */
export function listImageFiles({ full, own, sources }: EncodedImage): readonly ImageFile[] {
  const files = [full, ...own, ...sources.flatMap((source) => source.files)];
  return [...new Map(files.map((file) => [file.name, file])).values()];
}
