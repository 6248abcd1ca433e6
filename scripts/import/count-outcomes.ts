// Counts what an import does to the archive: in the account what stands, for this run what is new.

import type { WriteResult } from "../archive/archive-writer.ts";
import type { LedgerBuilder } from "../archive/ledger.ts";
import type { LedgerProblem } from "../archive/ledger-model.ts";
import type { CommentResults, ThreadOutcome } from "../archive/write-thread.ts";
import type { UnclaimedComment } from "./find-withdrawn.ts";
import { reportLoops } from "./report-loops.ts";
import type { ConvertedComments, ConvertedPost } from "./texts/convert-entries.ts";
import type { FidelityBuilder } from "./texts/fidelity.ts";

/** Records of posts and comments by what became of them. */
export interface Outcomes {
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** A record that was removed here and came back. */
export interface ReturnedRecord {
  /** Its id in the archive. */
  readonly record: string;
  /** What its source's `exclude` must say to keep it away. */
  readonly exclude: string;
}

/** What an import did in this run; it is no part of the account. */
export interface Tallies {
  readonly posts: Outcomes;
  readonly comments: Outcomes;
  /** Records that a person edited or redacted: they stay as they are. */
  readonly kept: readonly string[];
  /** Those of them that a person edited and that have changed at the source, too. */
  readonly conflicts: readonly string[];
  /** Records that were removed here, and that the export brought back. */
  readonly returned: readonly ReturnedRecord[];
  /** What happened in this run only: slugs that were taken. */
  readonly notes: readonly LedgerProblem[];
  /** Comments that stand and that the import did not bring. */
  readonly unclaimed: readonly UnclaimedComment[];
}

/** Counts as records are written. */
export interface OutcomeCounter {
  readonly countPost: (entry: ConvertedPost, result: WriteResult) => void;
  readonly countComments: (entry: ConvertedComments, outcome: ThreadOutcome) => void;
  readonly note: (problem: LedgerProblem) => void;
  readonly tallies: Tallies;
}

/** Opens the counts. */
export function createOutcomeCounter(ledger: LedgerBuilder, fidelity: FidelityBuilder): OutcomeCounter {
  const posts = { new: 0, updated: 0, unchanged: 0 };
  const comments = { new: 0, updated: 0, unchanged: 0 };
  const kept: string[] = [];
  const conflicts: string[] = [];
  const returned: ReturnedRecord[] = [];
  const notes: LedgerProblem[] = [];
  const unclaimed: UnclaimedComment[] = [];
  const countThread = (
    postId: string,
    sourceId: string,
    results: CommentResults,
    found: WriteResult["unclaimed"],
  ): void => {
    ledger.written("comments", results.written);
    ledger.skipped("comments", "excluded", results.excluded.length);
    const untouched = [...results.keptEdited, ...results.keptRedacted];
    for (const comment of untouched) kept.push(`${postId}#${comment}`);
    for (const comment of results.conflicts) conflicts.push(`${postId}#${comment}`);
    for (const comment of results.returned) {
      returned.push({ record: `${postId}#${comment}`, exclude: toExcludeId(sourceId, comment) });
    }
    comments.new += results.new;
    comments.updated += results.updated;
    comments.unchanged += results.written - results.new - results.updated - untouched.length;
    for (const comment of found) unclaimed.push({ postId, comment });
  };
  const noteAll = (item: string, texts: readonly string[]): void => {
    for (const what of texts) notes.push({ level: "warning", item, what });
  };
  return {
    tallies: { posts, comments, kept, conflicts, returned, notes, unclaimed },
    note: (problem) => {
      notes.push(problem);
    },
    countPost: ({ draft, group, proofs }, result) => {
      const { id, outcome, comments: results, notes: texts, unclaimed: found } = result;
      const item = `post ${draft.source_id}`;
      reportLoops(draft.thread, item, ledger);
      if (outcome === "excluded") ledger.skipped(group, "excluded");
      else {
        ledger.written(group);
        fidelity.add(proofs, { left: results.excluded, redacted: results.keptRedacted });
      }
      if (outcome === "kept-edited") kept.push(id);
      else if (outcome !== "excluded") posts[outcome] += 1;
      if (result.isConflict) conflicts.push(id);
      if (result.isReturned) returned.push({ record: id, exclude: draft.source_id });
      countThread(id, draft.source_id, results, found);
      noteAll(item, texts);
    },
    countComments: ({ comments: draft, proofs }, { results, known, notes: texts, unclaimed: found }) => {
      const item = `post ${draft.postId}`;
      reportLoops(draft.thread, item, ledger);
      ledger.skipped("comments", "already-here", known.length);
      fidelity.add(proofs, { left: [...results.excluded, ...known], redacted: results.keptRedacted });
      countThread(draft.postId, draft.source_ids[0] ?? "", results, found);
      noteAll(item, texts);
    },
  };
}

// Numbers of a platform are enough by themselves; "comment-01" is on every page that had no numbers.
function toExcludeId(sourceId: string, commentId: string): string {
  return /^(?:comment-[1-9]\d*|c\d+)$/.test(commentId) ? commentId : `${sourceId}#${commentId}`;
}
