// Takes out of a file what it tells beside what is seen or heard, as far as its kind is known. Colour profile and
// orientation stay.

import { recognizeImage } from "../../archive/image-header.ts";
import { stripImage } from "../../media/strip-image.ts";
import { stripIsoMedia } from "../../media/strip-iso-media.ts";
import { detectKind } from "./file-kind.ts";

const FILMS: ReadonlySet<string> = new Set(["mp4", "m4a"]);

/**
 * Returns a file without its metadata; a file of a kind that has none, or whose metadata names what is heard or read (MP3,
 * Ogg, WebM, PDF), as it is. Undefined for an image that is too broken to be shown. Twice gives the same as once.
 */
export function stripMetadata(bytes: Buffer): Buffer | undefined {
  const format = recognizeImage(bytes);
  if (format !== undefined) {
    const { data, hasPicture } = stripImage(bytes, format, "appearance");
    return hasPicture ? data : undefined;
  }
  return FILMS.has(detectKind(bytes)?.extension ?? "") ? stripIsoMedia(bytes) : bytes;
}
