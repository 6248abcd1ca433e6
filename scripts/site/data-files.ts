// Writes the archive as data for researchers: posts and comments as NDJSON and CSV, of rows that were written as posts were drawn.

import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { writeDataPackage, writeDataReadme } from "./data-package.ts";
import { ROW_FILE_HEADS, ROW_FILES } from "./data-rows.ts";
import type { Site } from "./site.ts";

/** Returns where the rows of one of the shares of an archive stand until they are put together. */
export function rowPart(outputDir: string, name: (typeof ROW_FILES)[number], share: number): string {
  return join(outputDir, "data", `${name}.part-${share}`);
}

/** Completes data/ in the output folder. The rows of so many shares are put together, in their order. */
export async function writeDataFiles(site: Site, shares: number, outputDir: string): Promise<void> {
  const folder = join(outputDir, "data");
  await mkdir(folder, { recursive: true });
  for (const name of ROW_FILES) {
    const parts = Array.from({ length: shares }, (_, share) => rowPart(outputDir, name, share)).filter(existsSync);
    const read = async function* (): AsyncGenerator<string | Buffer> {
      yield ROW_FILE_HEADS[name];
      for (const part of parts) yield* createReadStream(part, { highWaterMark: 1 << 20 });
    };
    await pipeline(read(), createWriteStream(join(folder, name)));
    for (const part of parts) await rm(part);
  }
  await writeFile(join(folder, "README.txt"), writeDataReadme(site));
  await writeFile(join(folder, "datapackage.json"), writeDataPackage(site));
}
