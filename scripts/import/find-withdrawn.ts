// Finds what an earlier export showed and this one does not show any more, and which still stands in content/.

import type { ArchiveWriter, UnmetPost } from "../archive/archive-writer.ts";
import type { LedgerBuilder } from "../archive/ledger.ts";
import type { LedgerProblem } from "../archive/ledger-model.ts";
import type { StandingRecord } from "../archive/write-thread.ts";

const WAS_PUBLIC = "was public in an earlier export and is not any more, but it still stands here";

/** A comment that stands in a post, and that the import did not bring. */
export interface UnclaimedComment {
  readonly postId: string;
  readonly comment: StandingRecord;
}

/**
 * Returns a warning for each record that the export withholds and that stands in content/, and counts it as standing.
 * Nothing is removed: whether it goes is for a person to decide.
 */
export function findWithdrawn(
  writer: ArchiveWriter,
  ledger: LedgerBuilder,
  { source, platform }: { readonly source: string; readonly platform: string | undefined },
  unclaimed: readonly UnclaimedComment[],
): readonly LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const warn = (item: string, what: string): void => {
    problems.push({ level: "warning", item, what: `${WAS_PUBLIC}; ${what}` });
  };
  for (const group of ["posts", "pages", "other"] as const) {
    for (const sourceId of ledger.listWithheld(group)) {
      for (const { id, comments } of writer.findUnmet(sourceId)) {
        ledger.stands(group, sourceId);
        for (const comment of comments) standsOf(ledger, source, comment);
        warn(`post ${id}`, "remove its folder, unless it should stay");
      }
    }
  }
  // Posts of other sources that the comments came to: the export may hold none for them any more.
  const isService = platform === "disqus" && ledger.listWithheld("comments").length > 0;
  for (const { postId, comment } of listStanding(unclaimed, isService ? writer.listUnmet() : [])) {
    if (!standsOf(ledger, source, comment)) continue;
    const what = `remove its file, or write status: "redacted" into it and take out its author and text, unless it should stay`;
    warn(`comment ${postId}#${comment.id}`, what);
  }
  return problems;
}

// An archive has a million comments: one post's are looked at at a time.
function* listStanding(
  unclaimed: readonly UnclaimedComment[],
  posts: Iterable<UnmetPost>,
): Generator<UnclaimedComment> {
  yield* unclaimed;
  for (const { id, comments } of posts) yield* comments.map((comment) => ({ postId: id, comment }));
}

function standsOf(ledger: LedgerBuilder, source: string, comment: StandingRecord): boolean {
  return comment.source === source && comment.source_id !== undefined && ledger.stands("comments", comment.source_id);
}
