// An image that lies beside a post, under the names that its files have on the site. Plain data, for text workers.

/** A file of an image that a browser may choose. */
export interface ImageCandidate {
  /** Path in the post's folder, as a file name: not encoded. */
  readonly file: string;
  readonly width: number;
}

/** An image that is held, and the files to choose from. */
export interface HeldImage {
  /** Path in the post's folder of the full size; its promised address. */
  readonly file: string;
  /** As shown, in pixels. */
  readonly width: number;
  readonly height: number;
  /** In its own format, narrowest first; empty when there is the full size only. */
  readonly candidates: readonly ImageCandidate[];
  /** In better formats, the best first. */
  readonly sources: readonly { readonly type: string; readonly candidates: readonly ImageCandidate[] }[];
}
