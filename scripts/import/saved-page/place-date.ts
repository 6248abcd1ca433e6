// Gives times without an offset the one of the time zone that the user named.

import { DateTime } from "luxon";

/** Returns the date with the zone's offset, if it is a time that has none; unchanged otherwise and without a zone. */
export function placeDate(date: string, zone: string | undefined): string {
  if (zone === undefined || !date.includes("T") || /(?:Z|[+-]\d\d:\d\d)$/.test(date)) return date;
  const local = DateTime.fromISO(date, { zone });
  return local.isValid ? `${date}${local.toFormat("ZZ")}` : date;
}
