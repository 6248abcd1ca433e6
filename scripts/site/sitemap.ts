// Writes sitemap.xml, where the site's own address is known. https://www.sitemaps.org/protocol.html, with the languages as in
// https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../strings/index.ts";
import { escapeXml } from "./escape-xml.ts";
import { absoluteAddress } from "./location.ts";
import type { Site } from "./site.ts";
import type { Alternate } from "./view.ts";

/** A page that search engines may list. */
export interface PublicPage {
  readonly language: Language;
  readonly path: string;
  /** The same page in the other languages; of a post its real translations. */
  readonly alternates: readonly Alternate[];
}

/** Addresses that one sitemap may hold, and bytes: the protocol allows 50 MB. */
const MAX_ADDRESSES = 50_000;
const MAX_BYTES = 45_000_000;

/**
 * Writes the sitemap; nothing when the site's address is unknown. Larger sites get an index of several files. There is no
 * `lastmod`: nobody keeps when a page was last changed, and the date of a post is another thing.
 */
export async function writeSitemap(
  site: Pick<Site, "location">,
  pages: readonly PublicPage[],
  outputDir: string,
  maxAddresses = MAX_ADDRESSES,
): Promise<void> {
  const { location } = site;
  if (location.origin === undefined) return;
  const address = (path: string): string => escapeXml(absoluteAddress(path, location) ?? "");
  const parts = split(
    pages.map((page) => writePage(page, address)),
    maxAddresses,
  );
  if (parts.length <= 1) {
    await writeFile(join(outputDir, "sitemap.xml"), writeUrlSet(parts[0] ?? []));
    return;
  }
  const names = parts.map((_, index) => `/sitemap-${index + 1}.xml`);
  for (const [index, part] of parts.entries()) {
    await writeFile(join(outputDir, names[index] as string), writeUrlSet(part));
  }
  const lines = names.map((name) => `<sitemap><loc>${address(name)}</loc></sitemap>\n`).join("");
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines}</sitemapindex>\n`;
  await writeFile(join(outputDir, "sitemap.xml"), `<?xml version="1.0" encoding="UTF-8"?>\n${index}`);
}

function writePage({ language, path, alternates }: PublicPage, address: (path: string) => string): string {
  // Each page names all of its languages, itself among them.
  const versions = alternates.length === 0 ? [] : [{ language, path }, ...alternates];
  const links = versions.map(
    (version) => `<xhtml:link rel="alternate" hreflang="${version.language}" href="${address(version.path)}"/>`,
  );
  return `<url><loc>${address(path)}</loc>${links.join("")}</url>\n`;
}

function split(lines: readonly string[], maxAddresses: number): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const part = parts.at(-1);
    if (part === undefined || part.length === maxAddresses || bytes + line.length > MAX_BYTES) {
      parts.push([line]);
      bytes = line.length;
    } else {
      part.push(line);
      bytes += line.length;
    }
  }
  return parts;
}

function writeUrlSet(lines: readonly string[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
    `${lines.join("")}</urlset>\n`
  );
}
