// Tells of comments that answer themselves in a circle: some exports hold such.

import type { LedgerBuilder } from "../archive/ledger.ts";
import type { CommentDraft } from "../archive/model.ts";
import { findLoops } from "../archive/thread.ts";

/** Adds a warning to the account for each comment of a post whose parents lead back to itself. `item` names the post. */
export function reportLoops(thread: readonly CommentDraft[], item: string, ledger: LedgerBuilder): void {
  for (const { id, parent } of findLoops(thread)) {
    const what = `answers ${parent}, which answers it in turn; it stands at the beginning of a conversation here`;
    ledger.problem("warning", `${id} on ${item}`, what);
  }
}
