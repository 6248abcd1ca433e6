// Checks single values: dates, languages, addresses, and what is personal in texts.

import { findEmailAddresses } from "../markdown/email-address.ts";
import { toMessage } from "../strings/messages/index.ts";
import { parseEdtf } from "./edtf.ts";
import { findPersonalNumbers } from "./find-personal-numbers.ts";
import { type Found, toError, toWarning } from "./found.ts";
import { isLanguageCode } from "./language-code.ts";
import { show } from "./show.ts";

/** Checks that a date can be read. */
export function* checkDate(key: string, date: string | undefined): Generator<Found> {
  if (date === undefined || parseEdtf(date) !== undefined) return;
  yield toError(key, "date-invalid", { key, found: show(date) });
}

/** Checks that a language code has the form of BCP 47. */
export function* checkLang(lang: string | undefined): Generator<Found> {
  if (lang === undefined || isLanguageCode(lang)) return;
  yield toError("lang", "lang-invalid", { found: show(lang) });
}

/** Checks that an address is one of the web. A warning: it is mostly what the source held. */
export function* checkAddress(key: string, url: string | undefined): Generator<Found> {
  if (url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))) return;
  yield toWarning(key, "url-invalid", { key, found: show(url) });
}

/**
 * Looks for e-mail addresses, telephone numbers and personal identity numbers in names and texts, by key. No message
 * repeats them.
 */
export function* checkPersonal(texts: Readonly<Record<string, string | undefined>>): Generator<Found> {
  for (const [key, text] of Object.entries(texts)) {
    if (text === undefined) continue;
    const numbers = findPersonalNumbers(text);
    const starts = {
      "mail-address": findMails(text),
      "phone-number": numbers.filter(({ kind }) => kind === "phone").map(({ start }) => start),
      "identity-number": numbers.filter(({ kind }) => kind === "identity").map(({ start }) => start),
    } as const;
    for (const code of ["mail-address", "phone-number", "identity-number"] as const) {
      const [first] = starts[code];
      if (first !== undefined) yield tellPersonal(code, key, starts[code].length, text.slice(0, first));
    }
  }
}

function tellPersonal(
  code: "mail-address" | "phone-number" | "identity-number",
  key: string,
  count: number,
  before: string,
): Found {
  const where = key === "text" ? toMessage("where.text") : key;
  const place = key === "text" ? undefined : key;
  const problem =
    count === 1 ? toWarning(place, `${code}.one`, { where }) : toWarning(place, `${code}.other`, { where, count });
  return key === "text" ? { ...problem, textLine: before.split("\n").length } : problem;
}

// "@name@host" is a name on a federated network, not an address of post.
function findMails(text: string): readonly number[] {
  return findEmailAddresses(text)
    .filter(({ start }) => text[start - 1] !== "@")
    .map(({ start }) => start);
}
