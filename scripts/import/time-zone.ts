// Names of time zones, as luxon knows them.

import { DateTime } from "luxon";

/** Tells whether there is a zone of this name: `Europe/Stockholm`, `UTC+1`. */
export function isTimeZone(zone: string): boolean {
  return DateTime.utc().setZone(zone).isValid;
}
