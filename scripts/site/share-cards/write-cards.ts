// Makes PNG files of the cards, and keeps them beside what was made of images: one takes a tenth of a second.

import { createHash } from "node:crypto";
import { copyFile, mkdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { touchCached } from "../images/image-cache.ts";
import type { ShareCards } from "./share-cards.ts";

const FILE = "card.png";

/**
 * Writes the cards into the output folder. Their letters are those of the machine's own fonts: equal bytes are promised on
 * one machine. On one without any font a card shows the mark only.
 */
export async function writeShareCards(cards: ShareCards, cacheDir: string, outputDir: string): Promise<void> {
  for (const [path, svg] of cards.drawings) {
    const file = join(outputDir, path);
    await mkdir(dirname(file), { recursive: true });
    await copyFile(await makeCard(svg, cacheDir), file);
  }
}

async function makeCard(svg: string, cacheDir: string): Promise<string> {
  const name = JSON.stringify([svg, sharp.versions, process.platform, process.arch]);
  const folder = join(cacheDir, createHash("sha256").update(name).digest("hex").slice(0, 40));
  const file = join(folder, FILE);
  try {
    await stat(file);
    await touchCached(folder);
    return file;
  } catch {
    const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();
    const temporary = `${folder}.${process.pid}-${performance.now()}`;
    await mkdir(temporary, { recursive: true });
    await writeFile(join(temporary, FILE), png);
    // Another build may have been faster: then its file is as good.
    await rename(temporary, folder).catch(() => {});
    return file;
  }
}
