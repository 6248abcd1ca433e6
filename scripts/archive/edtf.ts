// Reads and writes the dates of the archive: EDTF level 0, plus the qualifiers ~ ? % (https://www.loc.gov/standards/datetime/).

/** A date to the precision that it has: what is absent is unknown. */
export interface EdtfDate {
  readonly year: number;
  /** 1-12. */
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  /** May hold a fraction: `12.5`. */
  readonly second?: number;
  /** Minutes east of UTC, a fraction for local mean time (`+01:00:12` is 60.2); absent for a floating time or a mere date. */
  readonly offsetMinutes?: number;
  /** Qualified with `~` or `%`. */
  readonly isApproximate: boolean;
  /** Qualified with `?` or `%`. */
  readonly isUncertain: boolean;
}

// A qualifier belongs to a date only; a time of day is either known or left out.
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(?:(Z)|([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?)?$/;

const MAX_OFFSET_MINUTES = 18 * 60;

// What is asked of a date is asked several times on end: how it is written, sorted, and told to machines.
const known = new Map<string, EdtfDate | undefined>();
/** A page has a few dates; more would only take memory. */
const MAX_KNOWN = 2000;

/** Reads a date; undefined when it is none, or one that no calendar has (`2011-02-30`, `0000-00-00`). */
export function parseEdtf(text: string): EdtfDate | undefined {
  const found = known.get(text);
  if (found !== undefined || known.has(text)) return found;
  const date = text.length > 10 ? (parseDateTime(text) ?? parseDate(text)) : parseDate(text);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, date);
  return date;
}

/** Returns the earliest instant that a date may mean, in ms since 1970 UTC; a time without offset is read as UTC. Undefined for no date. */
export function instantOf(text: string): number | undefined {
  const date = parseEdtf(text);
  if (date === undefined) return undefined;
  const ms = dayInMs(date.year, date.month ?? 1, date.day ?? 1);
  const seconds =
    (date.hour ?? 0) * 3600 + (date.minute ?? 0) * 60 + (date.second ?? 0) - (date.offsetMinutes ?? 0) * 60;
  return ms + Math.round(seconds * 1000);
}

/** Compares two dates by their earliest instant, for sorting; absent and unreadable ones come last. */
export function compareDates(a?: string, b?: string): number {
  const first = a === undefined ? undefined : instantOf(a);
  const second = b === undefined ? undefined : instantOf(b);
  if (first === undefined || second === undefined) {
    return Number(first === undefined) - Number(second === undefined);
  }
  return first - second;
}

/** Returns the folder name for a date: its year as written, in its own offset (`"2011"`), or `"undated"`. */
export function yearOf(text?: string): string {
  return text !== undefined && parseEdtf(text) !== undefined ? text.slice(0, 4) : "undated";
}

/**
 * Writes an instant as a date-time, to the second.
 * @param offsetMinutes minutes east of UTC; a fraction becomes an offset with seconds; undefined writes `Z`, for sources that tell only UTC
 * @example formatEdtf(1295428320000, 60) // "2011-01-19T10:12:00+01:00"
 */
export function formatEdtf(epochMs: number, offsetMinutes?: number): string {
  const offsetSeconds = Math.round((offsetMinutes ?? 0) * 60);
  const local = new Date(Math.floor(epochMs / 1000) * 1000 + offsetSeconds * 1000);
  const text = local.toISOString().slice(0, 19);
  if (offsetMinutes === undefined) return `${text}Z`;
  const size = Math.abs(offsetSeconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60];
  if (size % 60 !== 0) parts.push(size % 60);
  return `${text}${offsetSeconds < 0 ? "-" : "+"}${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

function parseDate(text: string): EdtfDate | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, qualifier] = match;
  if (!isCalendarDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined;
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
    isApproximate: qualifier === "~" || qualifier === "%",
    isUncertain: qualifier === "?" || qualifier === "%",
  };
}

function parseDateTime(text: string): EdtfDate | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, zulu, sign, offsetHour, offsetMinute, offsetSecond] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) >= 60) return undefined;
  const offset = zulu === undefined ? readOffset(sign, offsetHour, offsetMinute, offsetSecond) : 0;
  if (offset === "impossible") return undefined;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    ...(second !== undefined && { second: Number(second) }),
    ...(offset !== undefined && { offsetMinutes: offset }),
    isApproximate: false,
    isUncertain: false,
  };
}

function readOffset(sign?: string, hour?: string, minute?: string, second?: string): number | undefined | "impossible" {
  if (sign === undefined) return undefined;
  const size = Number(hour) * 60 + Number(minute) + Number(second ?? 0) / 60;
  if (Number(minute) > 59 || Number(second ?? 0) > 59 || size > MAX_OFFSET_MINUTES) return "impossible";
  return sign === "-" && size > 0 ? -size : size;
}

// There is no year 0000 here: in an export it means that the date is unknown.
function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

// Date.UTC would read the years 1 to 99 as 1901 to 1999.
function dayInMs(year: number, month: number, day: number): number {
  return year >= 100 ? Date.UTC(year, month - 1, day) : new Date(0).setUTCFullYear(year, month - 1, day);
}
