// Tells in the account how many comments a page claims to have, and how many of them are in it.

import type { LedgerBuilder } from "../../archive/ledger.ts";

/** The comments of one page. */
export interface CommentCounts {
  readonly found: number;
  /** What the page says; undefined when it says nothing. */
  readonly declared: number | undefined;
  /** Names the post. */
  readonly item: string;
}

/** Warns when a page claims to have other comments than it shows. */
export function reportComments({ found, declared, item }: CommentCounts, ledger: LedgerBuilder): void {
  if (declared === undefined || declared === found) return;
  const counts = `comments: ${declared} declared, ${found} found`;
  const what =
    declared > found
      ? `${counts}, ${declared - found} missing: they stood on another page, or the blog hid them`
      : `${counts}, ${found - declared} more than the page says`;
  ledger.problem("warning", item, what);
}
