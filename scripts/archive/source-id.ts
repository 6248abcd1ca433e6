// What may be the id of a source: the name of its file, and a part of its address.

import { createHash } from "node:crypto";
import { SAMPLE_SOURCE } from "./sample.ts";
import { isReservedSlug, isSafeFolderName } from "./slug.ts";

/** Tells whether a text can be a source's id: lower-case letters from a to z, digits and single hyphens. */
export function isSourceId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && isSafeFolderName(text);
}

/** Tells whether an import may give that id: the sample's own is removed with the sample. */
export function isImportedSourceId(text: string): boolean {
  return isSourceId(text) && !isReservedSlug(text) && text !== SAMPLE_SOURCE;
}

/** Returns a slug as a source's id, or the platform's name with something of the slug where it cannot be one. */
export function toSourceId(slug: string, platform: string): string {
  if (isImportedSourceId(slug)) return slug;
  const longer = `${platform}-${slug}`;
  if (isImportedSourceId(longer)) return longer;
  return `${platform}-${createHash("sha256").update(slug).digest("hex").slice(0, 8)}`;
}
