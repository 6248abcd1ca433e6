// Writes robots.txt (RFC 9309), where it is of use: at the root of a host whose address is known.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { absoluteAddress } from "./location.ts";
import type { Site } from "./site.ts";

/** Allows everything and names the sitemap. Below a path nobody would look for the file, so there is none. */
export async function writeRobots({ location }: Site, outputDir: string): Promise<void> {
  const sitemap = absoluteAddress("/sitemap.xml", location);
  if (sitemap === undefined || (location.basePath ?? "/") !== "/") return;
  // Pages that are to stay out say so themselves (noindex), which only who may read them can see.
  await writeFile(join(outputDir, "robots.txt"), `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
