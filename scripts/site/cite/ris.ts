// Writes a reference in RIS (https://en.wikipedia.org/wiki/RIS_(file_format)), which reference managers read.

import { parseEdtf } from "../../archive/edtf.ts";
import { type Citation, type CiteWords, noteOf, titleOf } from "./citation.ts";

/** Returns the record. A name with a comma is read as family and given name by the format itself; it is left as it stands. */
export function writeRis(citation: Citation, words: CiteWords): string {
  const { kind, id, author, container, url, archive, lang } = citation;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["TY", kind === "page" ? "ELEC" : "BLOG"],
    ["ID", id],
    ["AU", author],
    ["TI", titleOf(citation, words)],
    ["T2", container],
    ...dateFields(citation.date),
    ["DB", archive],
    ["UR", url],
    ["N1", noteOf(citation, words)],
    ["LA", lang],
    ["ER", ""],
  ];
  return fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join("");
}

function dateFields(edtf: string | undefined): readonly (readonly [string, string])[] {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  if (date === undefined) return [];
  const year = pad(date.year, 4);
  // The fourth part is free: the format has no other place for doubt.
  const doubt = `${date.isApproximate ? "~" : ""}${date.isUncertain ? "?" : ""}`;
  const parts = [year, date.month && pad(date.month, 2), date.day && pad(date.day, 2), doubt];
  return [
    ["PY", year],
    ["DA", parts.map((part) => part ?? "").join("/")],
  ];
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
