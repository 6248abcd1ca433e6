// Where a text stood first, and where the Internet Archive may have a picture of that.

import { parseEdtf } from "../archive/edtf.ts";

/** Returns an address of the web as a link takes it; undefined for anything else. */
export function toWebAddress(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href;
}

/**
 * Returns the address at which the Wayback Machine shows its capture nearest to a date, or all it has where the date is
 * unknown. A date without a day stands for the end of its month or year: no capture is older than the text.
 * @see https://web.archive.org
 */
export function waybackAddress(address: string, edtf: string | undefined): string {
  const page = address.replace(/#.*$/s, "");
  return `https://web.archive.org/web/${edtf === undefined ? "*" : (writeStamp(edtf) ?? "*")}/${page}`;
}

function writeStamp(edtf: string): string | undefined {
  const date = parseEdtf(edtf);
  if (date === undefined) return undefined;
  if (date.month === undefined) return `${pad(date.year, 4)}1231235959`;
  const last = new Date(Date.UTC(2000, 0, 1));
  if (date.day === undefined) {
    last.setUTCFullYear(date.year, date.month, 0);
    return `${pad(date.year, 4)}${pad(date.month, 2)}${pad(last.getUTCDate(), 2)}235959`;
  }
  if (date.hour === undefined) return `${pad(date.year, 4)}${pad(date.month, 2)}${pad(date.day, 2)}235959`;
  last.setUTCFullYear(date.year, date.month - 1, date.day);
  last.setUTCHours(date.hour, (date.minute ?? 0) - Math.round(date.offsetMinutes ?? 0), Math.floor(date.second ?? 0));
  return last
    .toISOString()
    .replace(/\.\d+Z$/, "")
    .replace(/\D/g, "");
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
