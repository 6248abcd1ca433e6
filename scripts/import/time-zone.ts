// Names of time zones, as luxon knows them.

import { DateTime } from "luxon";

// They name whatever the machine is set to: dates would depend on where the import ran.
const PLACELESS: ReadonlySet<string> = new Set(["local", "system", "default"]);

/** Tells whether there is a zone of this name: `Europe/Stockholm`, `UTC+1`. */
export function isTimeZone(zone: string): boolean {
  return !PLACELESS.has(zone.toLowerCase()) && DateTime.utc().setZone(zone).isValid;
}
