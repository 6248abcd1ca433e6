// Makes the images of all shown posts ready before pages are drawn: sizes and file names, from the cache where they are known.

import { open, readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { PostFacts } from "../../archive/facts.ts";
import { toWarning } from "../../archive/found.ts";
import { readImageHeader } from "../../archive/image-header.ts";
import type { Problem } from "../../archive/model.ts";
import { isPublishedAttachment } from "../attachments.ts";
import type { EncodedImage } from "./encoded-image.ts";
import type { HeldImage } from "./held-image.ts";
import { type CachedImage, findCachedImage, imageKey, makeCachedImage, pruneImageCache } from "./image-cache.ts";
import { type NamedImage, nameImages } from "./name-images.ts";

/** Where images come from and where they are kept. */
export interface ImageOptions {
  readonly contentDir: string;
  readonly imageCacheDir: string;
  readonly avif: boolean;
}

/** An image of a post with its files. */
export interface PreparedImage extends NamedImage {
  /** Its name in the cache. */
  readonly key: string;
}

/** The images of one post, by path in its folder. */
export interface PostImages {
  readonly shown: ReadonlyMap<string, PreparedImage>;
  /** Files that are not published, because they are no images that can be shown. */
  readonly damaged: ReadonlySet<string>;
}

/** All images of a site, by post id; posts without images are absent. */
export interface PreparedImages {
  readonly byPost: ReadonlyMap<string, PostImages>;
  readonly problems: readonly Problem[];
}

const IMAGE_NAME = /\.(?:png|jpe?g|gif|webp|avif)$/i;
/** Bytes that tell an image from other files. */
const HEAD = 64;
const NO_IMAGES: PostImages = { shown: new Map(), damaged: new Set() };

/** What a file was when it was last looked at; under `npm start` a file that has not changed is not read again. */
const seen = new Map<string, { readonly signature: string; readonly key: string | undefined }>();

/** Returns the images of a post as pages show them, by their path in its folder. */
export function heldImagesOf(images: PreparedImages, post: Pick<PostFacts, "id">): ReadonlyMap<string, HeldImage> {
  return new Map([...imagesOf(images, post).shown].map(([name, image]) => [name, image.held]));
}

/** Returns the images of a post. */
export function imagesOf(images: PreparedImages, post: Pick<PostFacts, "id">): PostImages {
  return images.byPost.get(post.id) ?? NO_IMAGES;
}

/**
 * Makes what is not in the cache; calls `onMaking` when there is anything to make. Files that cannot be shown become
 * problems, and nothing of them is published. Throws when the cache cannot be written: a site without its images would
 * otherwise take the place of a whole one.
 */
export async function prepareImages(
  posts: readonly PostFacts[],
  options: ImageOptions,
  onMaking: () => void = () => {},
): Promise<PreparedImages> {
  const jobs = posts.flatMap((post) => post.attachments.filter(isPublishedAttachment).map((name) => ({ post, name })));
  const outcomes = new Map<PostFacts, Map<string, Outcome>>();
  for (const { post } of jobs) outcomes.set(post, new Map());
  let isMaking = false;
  const make = (key: string, data: Buffer): Promise<CachedImage> => {
    if (!isMaking) onMaking();
    isMaking = true;
    return makeCachedImage(options.imageCacheDir, key, data, options).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`Copies of images cannot be kept in ${options.imageCacheDir}: ${why}`);
    });
  };
  await forEachAtOnce(jobs, async ({ post, name }) => {
    const file = join(options.contentDir, dirname(post.file), name);
    outcomes.get(post)?.set(name, await prepareFile(file, name, options, make));
  });
  if (jobs.length > 0) await pruneImageCache(options.imageCacheDir).catch(() => {});
  const problems: Problem[] = [];
  const byPost = new Map([...outcomes].map(([post, files]) => [post.id, collect(post, files, problems)] as const));
  return { byPost, problems: problems.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

/** What became of a file: undefined for one that is no image and does not claim to be. */
type Outcome = (CachedImage & { readonly key: string }) | { readonly problem: string } | undefined;

async function prepareFile(
  file: string,
  name: string,
  options: ImageOptions,
  make: (key: string, data: Buffer) => Promise<CachedImage>,
): Promise<Outcome> {
  let read: { readonly key: string; readonly data?: Buffer } | undefined;
  try {
    read = await readImage(file, name, options);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { problem: `cannot be read (${code}); check its permissions` };
  }
  if (read === undefined) return undefined;
  const { key } = read;
  const cached = await findCachedImage(options.imageCacheDir, key);
  return { ...(cached ?? (await make(key, read.data ?? (await readFile(file))))), key };
}

/** Returns an image's name in the cache, without its data when it has not changed since this process read it. */
async function readImage(
  file: string,
  name: string,
  options: ImageOptions,
): Promise<{ readonly key: string; readonly data?: Buffer } | undefined> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(file, { bigint: true });
  const signature = [size, mtimeNs, ctimeNs, ino, options.avif].join(" ");
  const known = seen.get(file);
  if (known?.signature === signature) return known.key === undefined ? undefined : { key: known.key };
  // A photo that is called .txt gives its place away all the same.
  if (!IMAGE_NAME.test(name) && !(await isImageFile(file))) {
    seen.set(file, { signature, key: undefined });
    return undefined;
  }
  const data = await readFile(file);
  const key = imageKey(data, options);
  seen.set(file, { signature, key });
  return { key, data };
}

async function isImageFile(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return readImageHeader(buffer.subarray(0, bytesRead)) !== undefined;
  } finally {
    await handle.close();
  }
}

function collect(post: PostFacts, files: ReadonlyMap<string, Outcome>, problems: Problem[]): PostImages {
  const shown = new Map<string, EncodedImage>();
  const keys = new Map<string, string>();
  const damaged = new Set<string>();
  for (const [name, outcome] of files) {
    if (outcome === undefined) continue;
    const problem =
      "problem" in outcome ? outcome.problem : "problem" in outcome.image ? outcome.image.problem : undefined;
    if (problem !== undefined) {
      damaged.add(name);
      const found = toWarning(undefined, "image-unreadable.build", { what: problem });
      problems.push({ ...found, file: `${dirname(post.file)}/${name}` });
    } else if (!("problem" in outcome) && !("problem" in outcome.image)) {
      shown.set(name, outcome.image);
      keys.set(name, outcome.key);
    }
  }
  const named = nameImages(shown, post.attachments);
  return {
    shown: new Map([...named].map(([name, image]) => [name, { ...image, key: keys.get(name) ?? "" }])),
    damaged,
  };
}

/** Does the work for all items, as many at once as there are processors. */
async function forEachAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const run = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, run));
}
