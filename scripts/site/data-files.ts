// Writes the archive as data for researchers: posts and comments as NDJSON and CSV, of rows that were written as posts were drawn.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeDataPackage, writeDataReadme } from "./data-package.ts";
import type { RowBook } from "./drawing/row-book.ts";
import type { Site } from "./site.ts";

/** Completes data/ in the output folder. */
export async function writeDataFiles(site: Site, rows: RowBook, outputDir: string): Promise<void> {
  const folder = join(outputDir, "data");
  await mkdir(folder, { recursive: true });
  rows.write(outputDir);
  await writeFile(join(folder, "README.txt"), writeDataReadme(site));
  await writeFile(join(folder, "datapackage.json"), writeDataPackage(site));
}
