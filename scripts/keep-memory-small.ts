// Makes V8 collect early what an import or a build no longer needs: by itself it lets the memory grow to several times of that.

import { setFlagsFromString } from "node:v8";

// Per cent by which the memory may grow between two large collections. Both hold little that lasts beside what they pass
// through, so they need little room to spare.
const GROWTH = 20;

/** Sets it for the whole process, worker threads included. */
export function keepMemorySmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
