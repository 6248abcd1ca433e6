// Checks single values: dates, languages, addresses, and e-mail addresses in texts.

import { findEmailAddresses } from "../markdown/email-address.ts";
import { toMessage } from "../strings/messages/index.ts";
import { parseEdtf } from "./edtf.ts";
import { type Found, toError, toWarning } from "./found.ts";
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

/** Looks for e-mail addresses in names and texts, by key; the message does not repeat them. */
export function* checkMails(texts: Readonly<Record<string, string | undefined>>): Generator<Found> {
  for (const [key, text] of Object.entries(texts)) {
    const count = text === undefined ? 0 : countMails(text);
    if (count === 0) continue;
    const where = key === "text" ? toMessage("where.text") : key;
    const place = key === "text" ? undefined : key;
    yield count === 1
      ? toWarning(place, "mail-address.one", { where })
      : toWarning(place, "mail-address.other", { where, count });
  }
}

// "@name@host" is a name on a federated network, not an address of post.
function countMails(text: string): number {
  return findEmailAddresses(text).filter(({ start }) => text[start - 1] !== "@").length;
}

const knownCodes = new Map<string, boolean>();

function isLanguageCode(code: string): boolean {
  const known = knownCodes.get(code);
  if (known !== undefined) return known;
  let isCode = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/i.test(code) && code.length <= 35;
  try {
    Intl.getCanonicalLocales(code);
  } catch {
    isCode = false;
  }
  if (knownCodes.size < 1000) knownCodes.set(code, isCode);
  return isCode;
}
