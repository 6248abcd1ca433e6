// Writes dates of the archive for machines: never sharper than they are known.

import { parseEdtf } from "../../archive/edtf.ts";

/** A time of day that ISO 8601 takes as it stands, as nearly all are. */
const ISO_TIME = /T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/;

/**
 * Returns a date as ISO 8601 to the precision that it has: `2011`, `2011-07`, `2011-01-19T10:12:00+01:00`. Undefined for
 * an approximate or uncertain date, whose doubt ISO 8601 cannot say, and for what is no date.
 */
export function toIsoDate(edtf: string | undefined): string | undefined {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  if (edtf === undefined || date === undefined || date.isApproximate || date.isUncertain) return undefined;
  if (date.hour === undefined || ISO_TIME.test(edtf)) return edtf;
  // Local mean time: ISO 8601 knows offsets to the minute only.
  const plain = edtf.replace(/([+-]\d{2}):?(\d{2})(?::?\d{2})?$/, "$1:$2");
  return plain.replace(/T(\d{2}:\d{2})(?=Z|[+-]|$)/, "T$1:00");
}

/** The same, but only where at least the day is known. */
export function toIsoDay(edtf: string | undefined): string | undefined {
  const text = toIsoDate(edtf);
  return text !== undefined && text.length >= 10 ? text : undefined;
}
