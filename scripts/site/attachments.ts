// Copies the files that stand beside posts (images and documents) to where their pages are.

import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Site } from "./site.ts";

/** Kinds of files that a browser shows without running anything in them; SVG and HTML are not among them. */
const SAFE_EXTENSIONS = /\.(png|jpe?g|gif|webp|avif|pdf|txt|mp3|m4a|ogg|mp4|webm)$/i;
const CONCURRENT_COPIES = 16;

/** Tells whether a file beside a post is published with it. */
export function isPublishedAttachment(name: string): boolean {
  return SAFE_EXTENSIONS.test(name);
}

/** Copies the attachments of every shown post into the output folder. */
export async function copyAttachments(site: Site, outputDir: string): Promise<void> {
  const copies: { from: string; to: string }[] = [];
  for (const [original] of site.catalog.entriesById.values()) {
    if (!original) continue;
    const folder = dirname(join(site.options.contentDir, original.post.file));
    for (const name of original.post.attachments.filter(isPublishedAttachment)) {
      copies.push({ from: join(folder, name), to: join(outputDir, decodeURIComponent(original.path), name) });
    }
  }
  for (let start = 0; start < copies.length; start += CONCURRENT_COPIES) {
    await Promise.all(
      copies.slice(start, start + CONCURRENT_COPIES).map(async ({ from, to }) => {
        await mkdir(dirname(to), { recursive: true });
        await copyFile(from, to);
      }),
    );
  }
}
