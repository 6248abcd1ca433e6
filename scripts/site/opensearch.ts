// Writes what lets a browser take the archive up among its search engines, one description per language.
// https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fill } from "../strings/fill.ts";
import { getStrings, LANGUAGES, type Language } from "../strings/index.ts";
import { mainPath, openSearchPath } from "./addresses.ts";
import { escapeXml } from "./escape-xml.ts";
import { absoluteAddress } from "./location.ts";
import type { Site } from "./site.ts";

/** The standard allows no more in a short name. */
const MAX_SHORT_NAME = 16;
/** Nor in a description. */
const MAX_DESCRIPTION = 1024;

/** Writes the descriptions; nothing where the site's own address is unknown or it has no search. */
export async function writeOpenSearch(
  site: Pick<Site, "location" | "archive" | "assets" | "options">,
  outputDir: string,
): Promise<void> {
  if (!site.options.search || site.location.origin === undefined) return;
  for (const language of LANGUAGES) {
    await writeFile(join(outputDir, openSearchPath(language)), describeSearch(site, language));
  }
}

function describeSearch(
  { location, archive, assets }: Pick<Site, "location" | "archive" | "assets">,
  language: Language,
): string {
  const t = getStrings(language);
  const title = archive.settings.title[language] ?? Object.values(archive.settings.title)[0] ?? "Ordskifte";
  const address = (path: string): string => escapeXml(absoluteAddress(path, location) ?? "");
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(shorten(title, MAX_SHORT_NAME))}</ShortName>`,
    `<LongName>${escapeXml(shorten(title, 48))}</LongName>`,
    `<Description>${escapeXml(shorten(fill(t["search.engine"], { title }), MAX_DESCRIPTION))}</Description>`,
    `<Url type="text/html" method="get" template="${address(mainPath(language, "search"))}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${address(openSearchPath(language))}"/>`,
    `<Image type="image/svg+xml">${address(assets.favicon)}</Image>`,
    `<Language>${language}</Language>`,
    "<InputEncoding>UTF-8</InputEncoding>",
    "<OutputEncoding>UTF-8</OutputEncoding>",
    "</OpenSearchDescription>",
  ];
  return `${lines.join("\n")}\n`;
}

/** Cuts at a word where one ends early enough, and never within a letter. */
function shorten(text: string, length: number): string {
  const letters = [...text];
  if (letters.length <= length) return text;
  const cut = letters.slice(0, length).join("");
  const space = letters[length] === " " ? cut.length : cut.lastIndexOf(" ");
  return space > length / 2 ? cut.slice(0, space) : cut;
}
