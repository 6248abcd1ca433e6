// The groups of records in the account of an import, and what was left out of one.

import type { Tally } from "../scripts/archive/ledger-model.ts";

/** The groups in the order in which they are shown. */
export const LEDGER_GROUPS = ["posts", "pages", "comments", "other"] as const;

/** Returns how many records of a group were left out, for whatever reason. */
export function countSkipped({ skipped }: Tally): number {
  return Object.values(skipped).reduce((sum, count) => sum + count, 0);
}
