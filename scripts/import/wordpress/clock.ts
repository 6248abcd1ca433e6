// Dates of WordPress: a local time without an offset beside the same moment in UTC, either of which may be missing or wrong.

import { DateTime } from "luxon";
import { formatEdtf } from "../../archive/edtf.ts";
import { show } from "../../archive/show.ts";
import { hideEmailAddresses } from "../../markdown/email-address.ts";

const MINUTE = 60_000;
const QUARTER = 15;
const MAX_OFFSET = 14 * 60;
const PLAIN_LENGTH = "2012-03-17 16:27:50".length;

/** How times are placed whose own offset is not to be had. */
export interface Clock {
  /** IANA zone or fixed offset that the user named. */
  readonly zone?: string;
  /** The export's commonest offset, in minutes east of UTC. */
  readonly usualOffset?: number;
}

/** Reads `2012-03-17 16:27:50` as if it were UTC, in ms; undefined for zero dates and for what no calendar has. */
export function readTime(text: string | undefined): number | undefined {
  return text?.length === PLAIN_LENGTH ? (readPlainTime(text) ?? readAnyTime(text)) : readAnyTime(text);
}

// Every post and comment tells up to four times, nearly all in this form.
function readPlainTime(text: string): number | undefined {
  const [year, month, day] = [readDigits(text, 0, 4), readDigits(text, 5, 7), readDigits(text, 8, 10)];
  const [hour, minute, second] = [readDigits(text, 11, 13), readDigits(text, 14, 16), readDigits(text, 17, 19)];
  const isPlain = text[4] === "-" && text[7] === "-" && text[10] === " " && text[13] === ":" && text[16] === ":";
  // No month is shorter, and Date.UTC takes small years for those of the last century.
  if (!isPlain || !(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return undefined;
  return hour <= 23 && minute <= 59 && second <= 59 ? Date.UTC(year, month - 1, day, hour, minute, second) : undefined;
}

function readDigits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function readAnyTime(text: string | undefined): number | undefined {
  const match = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?/.exec(text ?? "");
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (year === 0 || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

// The second is what some tools make of the first.
const ZERO_DATE = /^\s*(?:0000-00-00|-0001-11-30)/;

/** Returns what a person should know of those fields that tell a time which cannot be read; zero dates tell none. */
export function describeUnreadableTimes(
  fields: ReadonlyMap<string, string>,
  names: readonly string[],
): readonly string[] {
  return names.flatMap((name) => {
    const text = fields.get(name)?.trim() ?? "";
    if (text === "" || readTime(text) !== undefined || ZERO_DATE.test(text)) return [];
    return [`${name} is ${show(hideEmailAddresses(text))}, which is no date; it was passed over`];
  });
}

/** Returns the offset between a local time and UTC, in minutes, rounded to a quarter; undefined when either is unknown or they are too far apart. */
export function readOffset(local: string | undefined, utc: string | undefined): number | undefined {
  const localMs = readTime(local);
  const utcMs = readTime(utc);
  if (localMs === undefined || utcMs === undefined) return undefined;
  const offset = Math.round((localMs - utcMs) / MINUTE / QUARTER) * QUARTER;
  return Math.abs(offset) <= MAX_OFFSET ? offset + 0 : undefined;
}

/** Returns a moment as the archive writes it, to the precision that is known; undefined when nothing is. */
export function toArchiveDate(local: string | undefined, utc: string | undefined, clock: Clock): string | undefined {
  const utcMs = readTime(utc);
  if (utcMs !== undefined) return formatEdtf(utcMs, readOffset(local, utc) ?? offsetAt(utcMs, clock));
  const localMs = readTime(local);
  if (localMs === undefined) return undefined;
  const offset = offsetOfLocal(localMs, clock);
  if (offset !== undefined) return formatEdtf(localMs - offset * MINUTE, offset);
  // Nobody says where this clock hung.
  return formatEdtf(localMs).replace(/Z$/, "");
}

function offsetAt(utcMs: number, { zone, usualOffset }: Clock): number | undefined {
  if (zone === undefined) return usualOffset;
  return DateTime.fromMillis(utcMs, { zone }).offset;
}

function offsetOfLocal(localMs: number, { zone, usualOffset }: Clock): number | undefined {
  if (zone === undefined) return usualOffset;
  const local = new Date(localMs).toISOString().slice(0, 19);
  return DateTime.fromISO(local, { zone }).offset;
}

/** Counts offsets to find the commonest. */
export interface OffsetVotes {
  readonly add: (local: string | undefined, utc: string | undefined) => void;
  /** Of several equally common ones the smallest; undefined when there were none. */
  readonly winner: () => number | undefined;
}

/** Returns a count of offsets. */
export function createOffsetVotes(): OffsetVotes {
  const votes = new Map<number, number>();
  return {
    add: (local, utc) => {
      const offset = readOffset(local, utc);
      if (offset !== undefined) votes.set(offset, (votes.get(offset) ?? 0) + 1);
    },
    winner: () => [...votes].sort(([a, aVotes], [b, bVotes]) => bVotes - aVotes || a - b)[0]?.[0],
  };
}
