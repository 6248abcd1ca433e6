// Keeps what was made of each image, in a folder named by the hash of its bytes and of all settings: made once, safe to delete.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MadeImage } from "./encode-image.ts";
import { encodeImage } from "./encode-image.ts";
import { type DamagedImage, type EncodedImage, listImageFiles } from "./encoded-image.ts";
import { describeSettings } from "./image-settings.ts";

/** An image in the cache. */
export interface CachedImage {
  readonly image: EncodedImage | DamagedImage;
  /** Folder that holds its files by their names. */
  readonly folder: string;
}

const DESCRIPTION = "image.json";
const LAST_PRUNED = "last-pruned";
const DAY = 24 * 60 * 60 * 1000;
/** An image that no build asked for in so long is forgotten. In days. */
const KEPT_FOR = 30;

/** Returns the name of an image in the cache. */
export function imageKey(data: Buffer, options: { readonly avif: boolean }): string {
  const settings = createHash("sha256").update(describeSettings(options)).digest();
  return createHash("sha256").update(settings).update(data).digest("hex").slice(0, 40);
}

/** Returns what is kept under a key, or undefined when that is nothing, or not all of it. */
export async function findCachedImage(cacheDir: string, key: string): Promise<CachedImage | undefined> {
  const folder = join(cacheDir, key);
  try {
    const image = JSON.parse(await readFile(join(folder, DESCRIPTION), "utf8")) as EncodedImage | DamagedImage;
    const files = "problem" in image ? [] : listImageFiles(image);
    const sizes = await Promise.all(files.map(async ({ name }) => (await stat(join(folder, name))).size));
    if (files.some(({ bytes }, index) => bytes !== sizes[index])) return undefined;
    await touchCached(folder);
    return { image, folder };
  } catch {
    return undefined;
  }
}

/** Makes the files of an image and keeps them under a key. */
export async function makeCachedImage(
  cacheDir: string,
  key: string,
  data: Buffer,
  options: { readonly avif: boolean },
): Promise<CachedImage> {
  const made = await encodeImage(data, options);
  const folder = join(cacheDir, key);
  await writeWhole(folder, made);
  return { image: made.image, folder };
}

/** Forgets images that were not asked for lately and what killed builds left behind; at most once a day. */
export async function pruneImageCache(cacheDir: string): Promise<void> {
  const now = Date.now();
  const stamp = join(cacheDir, LAST_PRUNED);
  const last = await stat(stamp).catch(() => undefined);
  if (last !== undefined && now - last.mtimeMs < DAY) return;
  await mkdir(cacheDir, { recursive: true });
  await writeFile(stamp, "");
  for (const name of await readdir(cacheDir)) {
    if (name === LAST_PRUNED) continue;
    const info = await stat(join(cacheDir, name)).catch(() => undefined);
    const keptFor = /^[0-9a-f]{40}$/.test(name) ? KEPT_FOR : 1;
    if (info !== undefined && now - info.mtimeMs > keptFor * DAY) {
      await rm(join(cacheDir, name), { recursive: true, force: true });
    }
  }
}

/** Writes a folder beside its place and puts it there when it is complete. */
async function writeWhole(folder: string, { image, files }: MadeImage): Promise<void> {
  const temporary = `${folder}.${process.pid}-${performance.now()}`;
  await mkdir(temporary, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(temporary, name), bytes);
  await writeFile(join(temporary, DESCRIPTION), JSON.stringify(image));
  try {
    await rename(temporary, folder);
  } catch {
    // Another build was faster, or only a part of an older one is there.
    if ((await findCachedImage(join(folder, ".."), folder.slice(-40))) === undefined) {
      await rm(folder, { recursive: true, force: true });
      await rename(temporary, folder);
    } else await rm(temporary, { recursive: true, force: true });
  }
}

/** Notes that an image is in use; to the day is enough, and spares writing at every build. Throws when it is not there. */
export async function touchCached(folder: string): Promise<void> {
  const now = Date.now();
  if (now - (await stat(folder)).mtimeMs > DAY) await utimes(folder, new Date(now), new Date(now));
}
