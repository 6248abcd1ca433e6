// Names a year of the archive; posts without a date have a list of their own.

import type { Strings } from "../scripts/strings/index.ts";

/** Returns the year as readers know it: `2011`, or "Undated". */
export function writeYear(year: string, t: Strings): string {
  return year === "undated" ? t["date.undated"] : year;
}
