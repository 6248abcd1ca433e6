// Counts the records of a forum's files, and leaves out the damaged ones and those that come twice.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { type CommentRecord, findSkipReason } from "./comments.ts";
import type { DisqusEntry } from "./disqus-model.ts";
import { isDeleted, type ThreadRecord } from "./pages.ts";
import type { ForumSurvey } from "./survey.ts";

/** The records that count. */
export interface TakenRecords {
  readonly threads: readonly ThreadRecord[];
  readonly comments: readonly CommentRecord[];
}

/** Returns the whole records, each once. Of two readings the one that is not public counts: somebody decided so later. */
export function takeRecords(survey: ForumSurvey, ledger: LedgerBuilder): TakenRecords {
  ledger.read("posts", survey.threads.length);
  ledger.read("comments", survey.comments.length);
  ledger.read("other", survey.categories.length);
  ledger.skipped("other", "type-category", survey.categories.length);
  const threads = takeOnce(survey.threads, isDeleted, (reason) => ledger.skipped("posts", reason), ledger);
  const isHidden = (comment: ForumSurvey["comments"][number]): boolean => findSkipReason(comment) !== undefined;
  const comments = takeOnce(survey.comments, isHidden, (reason) => ledger.skipped("comments", reason), ledger);
  return { threads, comments };
}

function takeOnce<Entry extends DisqusEntry>(
  entries: readonly Entry[],
  isHidden: (entry: Entry) => boolean,
  skip: (reason: string) => void,
  ledger: LedgerBuilder,
): readonly (Entry & { readonly id: string })[] {
  const taken = new Map<string, Entry & { readonly id: string }>();
  let nameless = 0;
  for (const entry of entries) {
    if (entry.isDamaged) {
      skip("damaged");
      ledger.problem("error", `line ${entry.line}`, `the ${entry.kind} that begins here has no end; it is left out`);
      continue;
    }
    if (entry.id === undefined) nameless += 1;
    const id = entry.id ?? `nameless-${nameless}`;
    const standing = taken.get(id);
    if (standing !== undefined) skip("duplicate");
    if (standing === undefined || (isHidden(entry) && !isHidden(standing))) taken.set(id, { ...entry, id });
  }
  return [...taken.values()];
}
