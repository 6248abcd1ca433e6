// Writes a reference as a line of text, much as APA does: author, date, title, blog, addresses.

import { parseEdtf } from "../../archive/edtf.ts";
import { fillText } from "../../strings/fill-text.ts";
import { type Citation, type CiteWords, noteOf, titleOf } from "./citation.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Returns the line: `Hester Crumb. (2011, 16 February). The sandwich alibi [Blog post]. Breadcrumbs. …`. */
export function writeText(citation: Citation, words: CiteWords): string {
  const { kind, author, container, url } = citation;
  const title = titleOf(citation, words) ?? `[${words.untitled}]`;
  const named = kind === "comment" ? title : `${title} [${words[kind]}]`;
  const date = `(${writeDate(citation.date, words)})`;
  const head = author === undefined ? [named, date] : [author, date, named];
  const parts = [...head, ...(container === undefined ? [] : [container]), noteOf(citation, words)];
  const line = parts.map(endSentence).join(" ");
  // An address stands last and without a full stop, so that it can be followed.
  return url === undefined ? line : `${line} ${url}`;
}

/** Returns the date in the words of the language, to the day at most; `n.d.` when it is unknown. */
export function writeDate(edtf: string | undefined, words: CiteWords): string {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  if (date === undefined) return edtf ?? words.noDate;
  let text = String(date.year);
  if (date.month !== undefined) {
    const formatter = findFormatter(words.locale, date.day !== undefined);
    text += `, ${formatter.format(Date.UTC(2000, date.month - 1, date.day ?? 1))}`;
  }
  if (date.isUncertain) text += "?";
  return date.isApproximate ? fillText(words.circa, { date: text }) : text;
}

/** Making a formatter costs a thousand times its use, and an archive has references by the ten thousand. */
function findFormatter(locale: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${hasDay}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(locale, {
    month: "long",
    ...(hasDay && { day: "numeric" }),
    timeZone: "UTC",
  });
  formatters.set(key, formatter);
  return formatter;
}

function endSentence(text: string): string {
  return /[.?!…]["”’]?$/.test(text) ? text : `${text}.`;
}
