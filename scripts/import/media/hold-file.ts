// Puts a file beside its post: without metadata, under a safe name, once for each content.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { foldName, isSafeFolderName, toSlug, uniqueSlug } from "../../archive/slug.ts";
import { writeFileWhole } from "../../archive/write-file.ts";
import { detectKind, type FileKind, isErrorPage } from "./file-kind.ts";
import { stripMetadata } from "./strip-metadata.ts";

/** A file that may be held, or why it may not. */
export type CheckedFile =
  | { readonly kind: FileKind; readonly bytes: Buffer; readonly sha256: string }
  | { readonly state: "wrong-content" | "unsupported-kind"; readonly note: string };

/** Where a file lies. */
export interface HeldFile {
  /** Name in the post's folder. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Looks at a file's content, and takes its metadata out. `isImage`: a text shows it as an image. */
export function checkFile(content: Buffer, isImage: boolean): CheckedFile {
  const kind = detectKind(content);
  if (kind === undefined) {
    return isErrorPage(content)
      ? { state: "wrong-content", note: content.length === 0 ? "it is empty" : "it is a web page" }
      : {
          state: "unsupported-kind",
          note: "only PNG, JPEG, GIF, WebP, AVIF, PDF, MP3, M4A, Ogg, MP4 and WebM are held",
        };
  }
  if (isImage && kind.family !== "image")
    return { state: "wrong-content", note: `it is no image but ${kind.extension}` };
  const bytes = stripMetadata(content);
  if (bytes === undefined) return { state: "wrong-content", note: "it is too damaged to be shown" };
  return { kind, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** A file that was put beside its post, or found there. */
export interface PutFile extends HeldFile {
  readonly isNew: boolean;
}

/** Writes a file into a post's folder, unless its content lies there already. `name` is the one that it had. */
export function holdFile(
  folder: string,
  name: string,
  { kind, bytes, sha256 }: Extract<CheckedFile, { kind: FileKind }>,
): PutFile {
  const held = { bytes: bytes.length, sha256 };
  const standing = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("."));
  for (const entry of standing) {
    if (!entry.isFile() || !entry.name.endsWith(`.${kind.extension}`)) continue;
    const path = `${folder}/${entry.name}`;
    if (statSync(path).size === bytes.length && readFileSync(path).equals(bytes))
      return { ...held, file: entry.name, isNew: false };
  }
  // photo.jpg and photo.png are two files, and photo.jpg and Photo.JPG one.
  const taken = new Set(standing.map((entry) => foldName(entry.name)));
  const stem = toStem(name, kind);
  const isTaken = (folded: string): boolean => taken.has(`${folded}.${foldName(kind.extension)}`);
  const file = `${uniqueSlug(stem, isTaken)}.${kind.extension}`;
  writeFileWhole(`${folder}/${file}`, bytes);
  return { ...held, file, isNew: true };
}

/** Tells whether a held file still lies where it was put; a person may have put another one in its place. */
export function isHeld(folder: string, file: string): boolean {
  return file !== "" && existsSync(`${folder}/${file}`);
}

function toStem(name: string, { family }: FileKind): string {
  const slug = toSlug(name.replace(/\.\w{2,5}$/, ""));
  const stem = /^\d*$/.test(slug) ? `${family}-${slug}`.replace(/-$/, "") : slug;
  // "index.jpg" would be fine, but a name that only differs by its end from the post's own file misleads.
  return isSafeFolderName(stem) && stem !== "index" ? stem : `${family}-${stem}`;
}
