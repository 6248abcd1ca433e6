// Dates of Blogger: RFC 3339 with the blog's offset in the classic export, in UTC in Takeout.

import { DateTime } from "luxon";
import { formatEdtf } from "../../archive/edtf.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A moment of the export. */
export interface FeedTime {
  /** Milliseconds since 1970 UTC. */
  readonly ms: number;
  /** Minutes east of UTC; absent where the export tells UTC only. */
  readonly offset?: number;
}

/** Reads `2009-01-07T02:27:00.001-08:00`; undefined for what no calendar has. */
export function readFeedTime(text: string | undefined): FeedTime | undefined {
  const match = /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:(Z)|([+-])(\d\d):?(\d\d))\s*$/i.exec(text ?? "");
  if (match === null) return undefined;
  const [, local = "", zulu, sign, hours = "0", minutes = "0"] = match;
  const localMs = Date.parse(`${local.toUpperCase()}Z`);
  // The calendar is checked by reading back, because 30 February parses as a day of March.
  if (Number.isNaN(localMs) || new Date(localMs).toISOString().slice(0, 10) !== local.slice(0, 10)) return undefined;
  if (localMs < 0 && local.startsWith("0000")) return undefined;
  if (zulu !== undefined) return { ms: localMs };
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return Math.abs(offset) > 18 * 60 ? undefined : { ms: localMs - offset * MINUTE, offset };
}

/** Returns a moment as the archive writes it. `zone` places the times that are told in UTC only. */
export function toArchiveDate(time: FeedTime | undefined, zone: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  if (time.offset !== undefined || zone === undefined) return formatEdtf(time.ms, time.offset);
  return formatEdtf(time.ms, DateTime.fromMillis(time.ms, { zone }).offset);
}

/** Tells whether a change is one: Blogger stamps every post some time after the moment at which writing it began. */
export function isLaterChange(published: FeedTime | undefined, updated: FeedTime): boolean {
  return published === undefined || updated.ms - published.ms >= HOUR;
}
