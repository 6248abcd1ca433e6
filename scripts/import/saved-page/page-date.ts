// Reads the dates that pages show to people, in English and Swedish, to the precision that they have.

import { parseEdtf } from "../../archive/edtf.ts";

/** A date found in a text. */
export interface FoundDate {
  /** EDTF; without an offset where the page shows none. */
  readonly date: string;
  /** What stands before and after it. */
  readonly before: string;
  readonly after: string;
}

const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^feb/, 2],
  [/^mar/, 3],
  [/^apr/, 4],
  [/^ma[jy]/, 5],
  [/^jun/, 6],
  [/^jul/, 7],
  [/^aug/, 8],
  [/^sep/, 9],
  [/^o[ck]t/, 10],
  [/^nov/, 11],
  [/^dec/, 12],
];

const MONTH =
  "(?<month>jan(?:uar[iy])?|feb(?:ruar[iy])?|mar(?:s|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli|aug(?:ust[i]?)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>[0-3]?\\d)(?:st|nd|rd|th|:[ea]|\\.)?";
const YEAR = "(?<year>(?:19|20)\\d\\d)";
const NOON = "(?<noon>[ap]\\.?\\s?m\\b\\.?|[fe]\\.?\\s?m\\b\\.?)";
const CLOCK = `(?<hour>[0-2]?\\d)[:.](?<minute>[0-5]\\d)(?:[:.](?<second>[0-5]\\d))?(?:\\s*${NOON})?`;
const BETWEEN = "[\\s\\u00a0]*(?:[,@|·•–—-]|&middot;)?[\\s\\u00a0]*(?:at|kl\\.?|klockan)?[\\s\\u00a0]*";
const AFTER_CLOCK = "[\\s\\u00a0]*[,|·–—-]?[\\s\\u00a0]*(?:on|den)?[\\s\\u00a0]*";
const START = "(?<![\\p{L}\\p{N}.:/-])";
const END = "(?![\\p{L}\\p{N}/-])";

const DAYS: readonly string[] = [
  `(?<year>(?:19|20)\\d\\d)[-/.](?<month>[01]\\d)[-/.](?<day>[0-3]\\d)`,
  `${MONTH}\\s*${DAY}\\s*,?\\s*${YEAR}`,
  `${DAY}\\s*(?:of\\s+)?${MONTH}\\s*,?\\s*${YEAR}`,
  `(?<first>[0-3]?\\d)(?<mark>[/.])(?<second2>[0-3]?\\d)[/.]${YEAR}`,
];

const ISO =
  /(?<![\p{L}\p{N}])(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?(?![\p{L}\p{N}:])/u;

const PATTERNS: readonly RegExp[] = [
  ...DAYS.map((day) => `${day}${BETWEEN}${CLOCK}`),
  ...DAYS.map((day) => `${CLOCK}${AFTER_CLOCK}${day}`),
  ...DAYS,
  `${MONTH}\\s*,?\\s*${YEAR}`,
].map((pattern) => new RegExp(`${START}${pattern}${END}`, "iu"));

// A page's date stands in a short text; nothing longer is searched.
const MAX_LENGTH = 300;

/** Returns the first date in a short text; undefined when there is none that is certain (`3 years ago`, `02/03/2011`). */
export function findPageDate(text: string): FoundDate | undefined {
  const short = text.slice(0, MAX_LENGTH);
  const iso = ISO.exec(short);
  if (iso !== null) {
    const offset = iso[3]?.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2") ?? "";
    return found(short, iso, `${iso[1]}T${iso[2]}${offset}`);
  }
  for (const pattern of PATTERNS) {
    const match = pattern.exec(short);
    const date = match === null ? undefined : toDate(match.groups ?? {});
    const result = match === null || date === undefined ? undefined : found(short, match, date);
    if (result !== undefined) return result;
  }
  return undefined;
}

const FILLER =
  /\b(?:on|at|the|den|kl|klockan|posted|published|publicerat|publicerad|skapad|written|date|datum|permalink|permalänk|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|måndag(?:en)?|tisdag(?:en)?|onsdag(?:en)?|torsdag(?:en)?|fredag(?:en)?|lördag(?:en)?|söndag(?:en)?|mån|tis|ons|tors?|fre|lör|sön)(?![\p{L}])/giu;

/** Returns the date of a text that says nothing but a date (`Posted on October 31, 2011 at 11:30 am`). */
export function readPageDate(text: string): string | undefined {
  const date = findPageDate(text);
  if (date === undefined || text.length > MAX_LENGTH) return undefined;
  return /\p{L}|\p{N}/u.test(`${date.before} ${date.after}`.replace(FILLER, "")) ? undefined : date.date;
}

/** Returns a machine's date (`2011-10-31T11:30:00+0100`, `2011-10-31`) as the archive writes it; undefined when it is none. */
export function readMachineDate(text: string): string | undefined {
  const match =
    /^\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ](\d\d:\d\d)(:\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\s*$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, day = "", time, seconds = "", zone = ""] = match;
  const offset = zone
    .toUpperCase()
    .replace(/^([+-]\d\d):?(\d\d)?$/, (_all, hours: string, minutes = "00") => `${hours}:${minutes}`);
  const date = time === undefined ? day : `${day}T${time}${seconds.replace(/[.,].*/, "")}${offset}`;
  return parseEdtf(date) === undefined ? undefined : date;
}

function found(text: string, match: RegExpExecArray, date: string): FoundDate | undefined {
  if (parseEdtf(date) === undefined) return undefined;
  return { date, before: text.slice(0, match.index), after: text.slice(match.index + match[0].length) };
}

function toDate(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const year = groups.year ?? "";
  const { month, day } = groups.first === undefined ? readWords(groups) : readNumbers(groups);
  if (month === undefined) return undefined;
  const date = [year, pad(month), ...(day === undefined ? [] : [pad(day)])].join("-");
  if (groups.hour === undefined) return date;
  const hour = readHour(Number(groups.hour), groups.noon);
  if (hour === undefined) return undefined;
  const seconds = groups.second === undefined ? "" : `:${groups.second}`;
  return `${date}T${pad(hour)}:${groups.minute}${seconds}`;
}

function readWords(groups: Readonly<Record<string, string | undefined>>): {
  month?: number | undefined;
  day?: number | undefined;
} {
  const name = groups.month?.toLowerCase() ?? "";
  const month = /^\d/.test(name) ? Number(name) : MONTHS.find(([pattern]) => pattern.test(name))?.[1];
  return { month, day: groups.day === undefined ? undefined : Number(groups.day) };
}

// 31/10/2011 and 10/31/2011 are clear, 02/03/2011 is not; with dots the day comes first everywhere.
function readNumbers(groups: Readonly<Record<string, string | undefined>>): {
  month?: number | undefined;
  day?: number | undefined;
} {
  const [first, second] = [Number(groups.first), Number(groups.second2)];
  if (groups.mark === "." || first > 12 || first === second) return { day: first, month: second };
  return second > 12 ? { month: first, day: second } : {};
}

// "f m" and "e m" are the Swedish am and pm.
function readHour(hour: number, noon: string | undefined): number | undefined {
  if (noon === undefined) return hour;
  if (hour < 1 || hour > 12) return /^[pe]/i.test(noon) && hour <= 23 ? hour : undefined;
  return (hour % 12) + (/^[pe]/i.test(noon) ? 12 : 0);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
