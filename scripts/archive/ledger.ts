// Keeps the account of an import: what was read, what stands in content/ after it, and what was left out, with the reason.

import { createTextMap } from "./compact/text-map.ts";
import type { Ledger, LedgerProblem, Tally } from "./ledger-model.ts";

/** The kinds of record that an account tells apart. */
export const LEDGER_GROUPS = ["posts", "pages", "comments", "other"] as const;

/** A kind of record in an account. */
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

/** Counts during an import; each record read must be counted once more, as written or as skipped. */
export interface LedgerBuilder {
  /** Counts records that the export holds. */
  readonly read: (group: LedgerGroup, count?: number) => void;
  /** Counts records of the export that stand in content/ after the import, whether this run wrote them or not. */
  readonly written: (group: LedgerGroup, count?: number) => void;
  /** Counts records that were left out. The reason is in kebab case: `draft`, `on-attachment`. */
  readonly skipped: (group: LedgerGroup, reason: string, count?: number) => void;
  /** Counts a record that was left out because it is not public, and remembers its id at the source: it may have been public before. */
  readonly withheld: (group: LedgerGroup, reason: string, sourceId: string) => void;
  /** Tells that a record stands in content/. If it was counted as withheld it counts as written instead; returns whether it was. */
  readonly stands: (group: LedgerGroup, sourceId: string) => boolean;
  /** Returns the ids of the records of a group that were withheld. */
  readonly listWithheld: (group: LedgerGroup) => readonly string[];
  /** Adds something that a person should know. */
  readonly problem: (level: LedgerProblem["level"], item: string, what: string) => void;
  /** Returns the account; reasons are sorted, problems stay in the order in which they were met. */
  readonly finish: () => Ledger;
}

/** Opens an account. `format` names the export's format: `wxr-1.2`, `blogger-atom`. */
export function createLedger(format: string): LedgerBuilder {
  const counts = new Map(
    LEDGER_GROUPS.map((group) => [group, { read: 0, written: 0, skipped: new Map<string, number>() }]),
  );
  const problems: LedgerProblem[] = [];
  const countsOf = (group: LedgerGroup) => {
    const found = counts.get(group);
    if (found === undefined) throw new TypeError(`No group "${group}" in a ledger.`);
    return found;
  };
  const tallyOf = (group: LedgerGroup): Tally => {
    const { read, written, skipped } = countsOf(group);
    return { read, written, skipped: Object.fromEntries([...skipped].sort(([a], [b]) => (a < b ? -1 : 1))) };
  };
  // A blog may have more spam than comments.
  const withheld = new Map(LEDGER_GROUPS.map((group) => [group, createTextMap()]));
  const skip = (group: LedgerGroup, reason: string, count: number): void => {
    const { skipped } = countsOf(group);
    const total = (skipped.get(reason) ?? 0) + count;
    if (total === 0) skipped.delete(reason);
    else skipped.set(reason, total);
  };
  return {
    read: (group, count = 1) => {
      countsOf(group).read += count;
    },
    written: (group, count = 1) => {
      countsOf(group).written += count;
    },
    skipped: (group, reason, count = 1) => skip(group, reason, count),
    withheld: (group, reason, sourceId) => {
      skip(group, reason, 1);
      withheld.get(group)?.set(sourceId, reason);
    },
    stands: (group, sourceId) => {
      const reason = withheld.get(group)?.get(sourceId);
      if (reason === undefined) return false;
      withheld.get(group)?.delete(sourceId);
      skip(group, reason, -1);
      countsOf(group).written += 1;
      return true;
    },
    listWithheld: (group) => [...(withheld.get(group)?.keys() ?? [])],
    problem: (level, item, what) => {
      problems.push({ level, item, what });
    },
    finish: () => {
      const tallies = {
        posts: tallyOf("posts"),
        pages: tallyOf("pages"),
        comments: tallyOf("comments"),
        other: tallyOf("other"),
      };
      const balanced = LEDGER_GROUPS.every((group) => isTallyBalanced(tallies[group]));
      return { format, ...tallies, problems: [...problems], balanced };
    },
  };
}

/** Tells whether everything that was read is accounted for, by the counts themselves, not by the `balanced` that stands written. */
export function isLedgerBalanced(ledger: Ledger): boolean {
  return LEDGER_GROUPS.every((group) => isTallyBalanced(ledger[group]));
}

/** Returns how many records a tally says were left out, for all reasons together. */
export function countSkipped(tally: Tally): number {
  return Object.values(tally.skipped).reduce((sum, count) => sum + count, 0);
}

function isTallyBalanced(tally: Tally): boolean {
  return tally.read === tally.written + countSkipped(tally);
}
