// What the strippers of each format have in common: what they keep, and what they tell of a file beside its pixels.

/**
 * How much stays. `appearance`: all that decides how the file looks wherever it is shown, which is the colour profile and the
 * orientation, too. `pixels`: the coded picture alone, for a file that is already upright and in usual colours.
 */
export type Keep = "appearance" | "pixels";

/** An image file without metadata. */
export interface StrippedImage {
  readonly data: Buffer;
  /** There is something to show; else `damage` says why not. */
  readonly hasPicture: boolean;
  readonly isAnimated: boolean;
  /** Every pixel is as it was before it was coded. */
  readonly isLossless: boolean;
  /** What is wrong with the file, as the end of a sentence about it: "is cut off …". Browsers may show it all the same. */
  readonly damage?: string;
  /** The end of a JPEG was missing: the picture may be whole or cut off. */
  readonly wasOpen?: boolean;
}
