// The error of an image file that cannot be shown: its message says why, as the end of a sentence about the file.

/** An image cannot be read. The message goes on from the file's name: "is cut off …". */
export class DamagedImageError extends Error {
  readonly code = "image-damaged";
}
