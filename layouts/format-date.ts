// Writes dates for readers, exactly as precise as the archive knows them, in the wall time of the source.

import { type EdtfDate, parseEdtf } from "../scripts/archive/edtf.ts";
import { fill, getLocale } from "../scripts/strings/fill.ts";
import { getStrings, type Language } from "../scripts/strings/index.ts";

/** How much of a date-time to write: the day, the time of day too, or its offset from UTC as well. */
export type DateDetail = "day" | "minute" | "offset";

/** A time of day that HTML takes as it stands, as nearly all are. */
const ISO_TIME = /T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/;

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Days in words. Thousands of comments share few days; the rest of a long archive has not many thousand. */
const days = new Map<string, string>();

/**
 * Writes a date: `19 January 2011`, `omkring juli 2011`, `2009`. Absent is "Date unknown"; what cannot be read stays as written.
 * @param detail matters only for a date with a time of day; `offset` when absent
 */
export function formatDate(edtf: string | undefined, language: Language, detail: DateDetail = "offset"): string {
  const t = getStrings(language);
  if (edtf === undefined) return t["date.unknown"];
  const date = parseEdtf(edtf);
  if (date === undefined) return edtf;
  let text = writeDay(date, language);
  if (date.hour !== undefined && detail !== "day") {
    const time = `${pad(date.hour)}:${pad(date.minute ?? 0)}`;
    const hasOffset = detail === "offset" && date.offsetMinutes !== undefined;
    text = hasOffset
      ? fill(t["date.withOffset"], { date: text, time, offset: writeOffset(date.offsetMinutes ?? 0) })
      : fill(t["date.withTime"], { date: text, time });
  }
  if (date.isApproximate) text = fill(t["date.about"], { date: text });
  return date.isUncertain ? fill(t["date.uncertain"], { date: text }) : text;
}

/** Returns the name of a month alone, for lists of one year: `March`, `mars`, of `2011-03`. */
export function formatMonthName(month: string, language: Language): string {
  return findFormatter(language, { month: "long" }).format(Date.UTC(2000, Number(month.slice(5)) - 1, 1));
}

/** Returns the value of a `datetime` attribute, as precise as HTML allows; undefined when there is no such value. */
export function toHtmlDate(edtf: string): string | undefined {
  const date = parseEdtf(edtf);
  if (date === undefined) return undefined;
  if (ISO_TIME.test(edtf)) return edtf;
  const plain = edtf.replace(/[~?%]$/, "");
  // HTML knows offsets to the minute only, and seconds to three decimals.
  return plain
    .replace(/(\.\d{3})\d+/, "$1")
    .replace(/([+-]\d{2}:?\d{2}):?\d{2}$/, (whole, minutes: string) => (date.hour === undefined ? whole : minutes));
}

function writeDay(date: EdtfDate, language: Language): string {
  if (date.month === undefined) return String(date.year);
  const key = `${language} ${date.year} ${date.month} ${date.day}`;
  let words = days.get(key);
  if (words === undefined) {
    words = formatDay(date, date.month, language);
    days.set(key, words);
  }
  return words;
}

function formatDay(date: EdtfDate, month: number, language: Language): string {
  const formatter = findFormatter(language, {
    year: "numeric",
    month: "long",
    ...(date.day !== undefined && { day: "numeric" }),
  });
  // Set apart: Date.UTC reads the years 1 to 99 as 1901 to 1999.
  const moment = new Date(0);
  moment.setUTCFullYear(date.year, month - 1, date.day ?? 1);
  return formatter.format(moment);
}

/** Making a formatter costs a thousand times its use. */
function findFormatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [language, ...Object.keys(options)].join(" ");
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(getLocale(language), { ...options, timeZone: "UTC" });
  formatters.set(key, formatter);
  return formatter;
}

function writeOffset(minutes: number): string {
  if (minutes === 0) return "UTC";
  const size = Math.abs(Math.round(minutes));
  const rest = size % 60 === 0 ? "" : `:${pad(size % 60)}`;
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
