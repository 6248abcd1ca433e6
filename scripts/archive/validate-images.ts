// Checks the files beside posts: images that pages cannot show or that are too large for them, and files that no text names.

import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { dirname } from "node:path/posix";
import { type Found, toWarning } from "./found.ts";
import { IMAGE_EXTENSIONS, IMAGE_HEADER_LENGTH, type ImageHeader, readImageHeader } from "./image-header.ts";
import type { Archive, Post, Problem } from "./model.ts";
import { fileNameOf, findNames, LEADS_OUT, listTexts } from "./named-files.ts";

const IMAGE_NAME = /\.(png|jpe?g|gif|webp|avif)$/i;
/** In bytes and in pixels. */
const LARGE_FILE = 5_000_000;
const LARGE_SIDE = 8000;

/** Returns what is wrong with the files beside posts. All are warnings: the texts are whole without them. */
export function validateImages(contentDir: string, archive: Archive): readonly Problem[] {
  const problems: Problem[] = [];
  for (const post of archive.posts) {
    for (const name of post.attachments) {
      if (!IMAGE_NAME.test(name)) continue;
      const file = `${dirname(post.file)}/${name}`;
      for (const found of checkImage(`${contentDir}/${file}`, name)) problems.push({ ...found, file });
    }
  }
  return [...problems, ...findUnused(archive)];
}

function* checkImage(path: string, name: string): Generator<Found> {
  const read = readHeader(path);
  if (read === undefined) return yield toWarning(undefined, "image-unreadable.access");
  const { bytes, header } = read;
  if (header === undefined) return yield toWarning(undefined, "image-unreadable.kind");
  const { format, size } = header;
  if (size === undefined || size.width === 0 || size.height === 0) {
    return yield toWarning(undefined, "image-unreadable.damaged");
  }
  const extension = /[^.]*$/.exec(name)?.[0].toLowerCase() ?? "";
  if (!IMAGE_EXTENSIONS[format].includes(extension)) {
    yield toWarning(undefined, "image-extension", { format: format.toUpperCase(), extension });
  }
  if (size.width > LARGE_SIDE || size.height > LARGE_SIDE) {
    yield toWarning(undefined, "image-large.pixels", { width: size.width, height: size.height, side: LARGE_SIDE });
  } else if (bytes > LARGE_FILE) {
    yield toWarning(undefined, "image-large.bytes", { size: (bytes / 1e6).toFixed(1), limit: LARGE_FILE / 1e6 });
  }
}

function readHeader(path: string): { readonly bytes: number; readonly header: ImageHeader | undefined } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const bytes = fstatSync(file).size;
    const head = Buffer.alloc(Math.min(bytes, IMAGE_HEADER_LENGTH));
    const length = readSync(file, head, 0, head.length, 0);
    const header = readImageHeader(head.subarray(0, length));
    // A long profile or preview may stand before the size.
    const isFar = header !== undefined && header.size === undefined && bytes > head.length;
    return { bytes, header: isFar ? readImageHeader(readFileSync(path)) : header };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A file that is named nowhere: in no text and no front matter of its own post, nor by any text that leads to other posts. */
function findUnused(archive: Archive): readonly Problem[] {
  const unnamed: { readonly post: Post; readonly name: string }[] = [];
  for (const post of archive.posts) {
    if (post.attachments.length === 0) continue;
    const named = findNames(listTexts(post));
    for (const name of post.attachments) if (!named.has(fileNameOf(name))) unnamed.push({ post, name });
  }
  if (unnamed.length === 0) return [];
  const elsewhere = findNames(archive.posts.flatMap((post) => listTexts(post).filter((text) => LEADS_OUT.test(text))));
  return unnamed
    .filter(({ name }) => !elsewhere.has(fileNameOf(name)) && !name.endsWith(".md"))
    .map(({ post, name }) => ({ ...toWarning(undefined, "file-unused"), file: `${dirname(post.file)}/${name}` }));
}
