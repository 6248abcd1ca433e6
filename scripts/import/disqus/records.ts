// Counts the records of a forum's files, and leaves out the damaged ones and those that come twice.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { isDeleted, type ThreadRecord } from "./pages.ts";
import type { ForumSurvey } from "./survey.ts";

/** Returns the whole threads, each once. Of two readings the one that is not public counts: somebody decided so later. */
export function takeThreads(
  { threads, comments, categories }: ForumSurvey,
  ledger: LedgerBuilder,
): readonly ThreadRecord[] {
  ledger.read("posts", threads.length);
  ledger.read("comments", comments.count);
  ledger.read("other", categories.length);
  ledger.skipped("other", "type-category", categories.length);
  const taken = new Map<string, ThreadRecord>();
  let nameless = 0;
  for (const thread of threads) {
    if (thread.isDamaged) {
      ledger.skipped("posts", "damaged");
      reportDamage("thread", thread.line, ledger);
      continue;
    }
    if (thread.id === undefined) nameless += 1;
    const id = thread.id ?? `nameless-${nameless}`;
    const standing = taken.get(id);
    if (standing !== undefined) ledger.skipped("posts", "duplicate");
    if (standing === undefined || (isDeleted(thread) && !isDeleted(standing))) taken.set(id, { ...thread, id });
  }
  ledger.skipped("comments", "duplicate", comments.byThread.duplicates);
  ledger.skipped("comments", "damaged", comments.damaged.length);
  for (const line of comments.damaged) reportDamage("comment", line, ledger);
  return [...taken.values()];
}

function reportDamage(kind: string, line: number, ledger: LedgerBuilder): void {
  ledger.problem("error", `line ${line}`, `the ${kind} that begins here has no end; it is left out`);
}
