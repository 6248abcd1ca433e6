// Writes a reference for BibTeX and biblatex (https://ctan.org/pkg/biblatex): an entry of type `misc`, which both know.

import { parseEdtf } from "../../archive/edtf.ts";
import { type Citation, type CiteWords, noteOf, titleOf } from "./citation.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What LaTeX reads as its own, and how to say it as text; a bare brace, even escaped, upsets BibTeX's counting. */
const SPECIALS: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
};

/** Languages that babel and biblatex know by a name of their own. */
const LANGUAGES: Readonly<Record<string, string>> = {
  da: "danish",
  de: "german",
  en: "english",
  fi: "finnish",
  fr: "french",
  nb: "norsk",
  nn: "nynorsk",
  sv: "swedish",
};

/** Returns the entry. Names and titles are held together by second braces: nothing in them is parted or made small. */
export function writeBibtex(citation: Citation, words: CiteWords): string {
  const { author, container, url, lang } = citation;
  const title = titleOf(citation, words);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", author && `{{${escapeText(author)}}}`],
    ["title", title && `{{${escapeText(title)}}}`],
    ...dateFields(citation.date),
    ["howpublished", container && `{${escapeText(container)}}`],
    ["url", url && `{${escapeAddress(url)}}`],
    ["note", `{${escapeText(noteOf(citation, words))}}`],
    ["langid", LANGUAGES[lang?.split("-")[0]?.toLowerCase() ?? ""]],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${name === "langid" ? `{${value}}` : value}`],
  );
  return `@misc{${writeKey(citation.id)},\n${lines.join(",\n")}\n}\n`;
}

/** Returns the key of an entry: the id, in the letters that every BibTeX allows. Two ids never share one. */
export function writeKey(id: string): string {
  return id.replace(/[^A-Za-z0-9/#.-]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`).replace(/[/#]/g, ":");
}

function dateFields(edtf: string | undefined): readonly (readonly [string, string])[] {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  if (edtf === undefined || date === undefined) return [];
  // biblatex reads `date`, qualifiers and all; BibTeX reads year and month.
  const month = date.month === undefined ? undefined : MONTHS[date.month - 1];
  return [
    ["date", `{${edtf.slice(0, edtf.includes("T") ? edtf.indexOf("T") : undefined)}}`],
    ["year", `{${date.year}}`],
    ...(month === undefined ? [] : [["month", month] as const]),
  ];
}

function escapeText(text: string): string {
  return text.replace(/[\\{}~^$&#%_]/g, (char) => SPECIALS[char] ?? char);
}

/** Addresses are read as they stand, but for what would end the field. */
function escapeAddress(url: string): string {
  return url.replace(/[\\{}]/g, encodeURIComponent);
}
