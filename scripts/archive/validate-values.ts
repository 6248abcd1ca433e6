// Checks single values: dates, languages, addresses, and e-mail addresses in texts.

import { findEmailAddresses } from "../markdown/email-address.ts";
import { parseEdtf } from "./edtf.ts";
import type { Problem } from "./model.ts";
import { show } from "./show.ts";

/** A problem whose file is known to the caller. */
export type Found = Omit<Problem, "file">;

/** Checks that a date can be read. */
export function* checkDate(key: string, date: string | undefined): Generator<Found> {
  if (date === undefined || parseEdtf(date) !== undefined) return;
  const message = `${key} is ${show(date)}; write it like "2011-01-19T10:12:00+01:00", "2011-01-19", "2011-01", "2011" or "2011~", or leave it out`;
  yield { level: "error", code: "date-invalid", key, message };
}

/** Checks that a language code has the form of BCP 47. */
export function* checkLang(lang: string | undefined): Generator<Found> {
  if (lang === undefined || isLanguageCode(lang)) return;
  const message = `lang is ${show(lang)}; write a language code, like "sv", "en" or "en-GB"`;
  yield { level: "error", code: "lang-invalid", key: "lang", message };
}

/** Checks that an address is one of the web. A warning: it is mostly what the source held. */
export function* checkAddress(key: string, url: string | undefined): Generator<Found> {
  if (url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))) return;
  const message = `${key} is ${show(url)}, which is no web address, so it is not linked; correct it or remove it`;
  yield { level: "warning", code: "url-invalid", key, message };
}

/** Looks for e-mail addresses in names and texts, by key; the message does not repeat them. */
export function* checkMails(texts: Readonly<Record<string, string | undefined>>): Generator<Found> {
  for (const [key, text] of Object.entries(texts)) {
    const count = text === undefined ? 0 : countMails(text);
    if (count === 0) continue;
    const what = count === 1 ? "an e-mail address" : `${count} e-mail addresses`;
    const message = `${key === "text" ? "the text" : key} holds ${what}; remove it unless its owner wants it public`;
    yield { level: "warning", code: "mail-address", ...(key !== "text" && { key }), message };
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
