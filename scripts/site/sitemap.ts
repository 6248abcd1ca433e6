// Writes sitemap.xml, where the site's own address is known. https://www.sitemaps.org/protocol.html

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { absoluteAddress } from "./location.ts";
import type { Site } from "./site.ts";

/** Addresses that one sitemap may hold. */
const MAX_ADDRESSES = 50_000;

/** Writes the sitemap; nothing when the site's address is unknown. Larger sites get an index of several files. */
export async function writeSitemap(site: Site, paths: readonly string[], outputDir: string): Promise<void> {
  if (site.location.origin === undefined) return;
  const addresses = paths.map((path) => absoluteAddress(path, site.location) as string);
  const parts = Array.from({ length: Math.ceil(addresses.length / MAX_ADDRESSES) }, (_, index) =>
    addresses.slice(index * MAX_ADDRESSES, (index + 1) * MAX_ADDRESSES),
  );
  if (parts.length <= 1) {
    await writeFile(join(outputDir, "sitemap.xml"), toXml("urlset", "url", addresses));
    return;
  }
  const names = parts.map((_, index) => `/sitemap-${index + 1}.xml`);
  for (const [index, part] of parts.entries()) {
    await writeFile(join(outputDir, names[index] as string), toXml("urlset", "url", part));
  }
  const indexed = names.map((name) => absoluteAddress(name, site.location) as string);
  await writeFile(join(outputDir, "sitemap.xml"), toXml("sitemapindex", "sitemap", indexed));
}

function toXml(root: string, element: string, addresses: readonly string[]): string {
  const lines = addresses.map((address) => `<${element}><loc>${address.replaceAll("&", "&amp;")}</loc></${element}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("")}</${root}>\n`;
}
