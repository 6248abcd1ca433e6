// Makes V8 collect what an import no longer needs early: by itself it lets the memory grow to several times of that.

import { setFlagsFromString } from "node:v8";

// Per cent by which the memory may grow between two large collections. An import holds some tens of megabytes that last
// and passes gigabytes through, so it needs little room to spare.
const GROWTH = 20;

/** Sets it for the whole process, worker threads included. */
export function keepMemorySmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
