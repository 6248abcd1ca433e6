// The ways to write a reference, by the names that pages and scripts know them by.

import { writeBibtex } from "./bibtex.ts";
import { type Citation, type CiteFormat, type CiteWords, tidyCitation } from "./citation.ts";
import { writeCslJson } from "./csl-json.ts";
import { writeRis } from "./ris.ts";
import { writeText } from "./text.ts";

const FORMATS = { text: writeText, bibtex: writeBibtex, ris: writeRis, csl: writeCslJson } satisfies Readonly<
  Record<string, CiteFormat>
>;

/** Name of a format. */
export type FormatName = keyof typeof FORMATS;

/** Names of all formats, in the order in which they are shown. */
export const FORMAT_NAMES: readonly FormatName[] = ["text", "bibtex", "ris", "csl"];

/** Returns a reference in a format. */
export function writeCitation(format: FormatName, citation: Citation, words: CiteWords): string {
  return writeTidyCitation(format, tidyCitation(citation), words);
}

/** The same of what tidyCitation() returned. */
export function writeTidyCitation(format: FormatName, citation: Citation, words: CiteWords): string {
  return FORMATS[format](citation, words);
}
