// Writes a reference as CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html): what citation processors read.

import { parseEdtf } from "../../archive/edtf.ts";
import { type Citation, type CiteWords, noteOf, short, titleOf } from "./citation.ts";

const TYPES = { post: "post-weblog", page: "webpage", comment: "post" } as const;

/** Returns the item as JSON; a file of them is a list of such items. */
export function writeCslJson(citation: Citation, words: CiteWords): string {
  const { kind, id, author, container, url, archive, version, lang } = citation;
  const item = {
    id,
    type: TYPES[kind],
    title: titleOf(citation, words),
    author: author === undefined ? undefined : [{ literal: author }],
    issued: writeIssued(citation.date),
    "container-title": container,
    URL: url,
    archive,
    version: version && short(version),
    language: lang,
    note: noteOf(citation, words),
  };
  const lines = Object.entries(item).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${JSON.stringify(name)}: ${JSON.stringify(value)}`],
  );
  return `{\n${lines.join(",\n")}\n}`;
}

/** CSL knows only one kind of doubt. */
function writeIssued(edtf: string | undefined) {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  if (date === undefined) return undefined;
  const parts = [date.year, date.month, date.day].filter((part) => part !== undefined);
  return { "date-parts": [parts], ...((date.isApproximate || date.isUncertain) && { circa: true }) };
}
