// Writes the files that stand beside posts to where their pages are: images with their copies, other files as they are.

import { constants } from "node:fs";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PostFacts } from "../archive/facts.ts";
import { imageKey, makeCachedImage } from "./images/image-cache.ts";
import { imagesOf } from "./images/prepare-images.ts";
import type { Site } from "./site.ts";

/** Kinds of files that a browser shows without running anything in them; SVG and HTML are not among them. */
const SAFE_EXTENSIONS = /\.(png|jpe?g|gif|webp|avif|pdf|txt|mp3|m4a|ogg|mp4|webm)$/i;
const CONCURRENT_COPIES = 16;

interface Copy {
  readonly from: string;
  readonly to: string;
  /** Of an image file. */
  readonly image?: { readonly key: string; readonly original: string };
}

/** Tells whether a file beside a post is published with it. */
export function isPublishedAttachment(name: string): boolean {
  return SAFE_EXTENSIONS.test(name);
}

/** Returns the files beside a post that are published: all of a safe kind but images that cannot be shown. */
export function listPublished(site: Pick<Site, "images">, post: PostFacts): readonly string[] {
  const { damaged } = imagesOf(site.images, post);
  return post.attachments.filter((name) => isPublishedAttachment(name) && !damaged.has(name));
}

/** Writes the attachments of every shown post into the output folder. Images lose all metadata; other files are copied. */
export async function writeAttachments(site: Site, outputDir: string): Promise<void> {
  const copies = [...site.catalog.entriesById.values()].flatMap(([original]) =>
    original === undefined ? [] : listCopies(site, original.post, join(outputDir, decodeURIComponent(original.path))),
  );
  for (let start = 0; start < copies.length; start += CONCURRENT_COPIES) {
    await Promise.all(copies.slice(start, start + CONCURRENT_COPIES).map((copy) => write(copy, site)));
  }
}

function listCopies(site: Site, post: PostFacts, target: string): readonly Copy[] {
  const { contentDir, imageCacheDir } = site.options;
  const folder = dirname(join(contentDir, post.file));
  const { shown } = imagesOf(site.images, post);
  return listPublished(site, post).flatMap((name): Copy[] => {
    const image = shown.get(name);
    const original = join(folder, name);
    if (image === undefined) return [{ from: original, to: join(target, name) }];
    return [...image.files].map(([path, file]) => ({
      from: join(imageCacheDir, image.key, file),
      to: join(target, path),
      image: { key: image.key, original },
    }));
  });
}

async function write(copy: Copy, site: Site): Promise<void> {
  const { from, to, image } = copy;
  await mkdir(dirname(to), { recursive: true });
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (image === undefined || (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    // Somebody emptied the cache in the meantime, as they may.
    const data = await readFile(image.original);
    await makeCachedImage(site.options.imageCacheDir, imageKey(data, site.options), data, site.options);
    await copyFile(from, to);
  }
}
