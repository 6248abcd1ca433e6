// Counts the records of a forum's files, and leaves out the damaged ones and those that come twice.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { describePlace } from "../file-defects.ts";
import { isDeleted, type ThreadRecord } from "./pages.ts";
import type { ForumSurvey } from "./survey.ts";

/** Returns the whole threads, each once. Of two readings the one that is not public counts: somebody decided so later. */
export function takeThreads(
  { threads, comments, categories, files }: ForumSurvey,
  ledger: LedgerBuilder,
): readonly ThreadRecord[] {
  ledger.read("posts", threads.length);
  ledger.read("comments", comments.count);
  ledger.read("other", categories.length);
  ledger.skipped("other", "type-category", categories.length);
  const report = (kind: string, { line, file }: { readonly line: number; readonly file: number }): void =>
    ledger.problem(
      "error",
      describePlace(line, file, files),
      `the ${kind} that begins here has no end, or a text of more than 32 MB; it is left out`,
    );
  const taken = new Map<string, ThreadRecord>();
  let nameless = 0;
  for (const thread of threads) {
    if (thread.isDamaged) {
      ledger.skipped("posts", "damaged");
      report("thread", thread);
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
  for (const place of comments.damaged) report("comment", place);
  return [...taken.values()];
}
