// The published comments of the archive with the posts that they stand below, gathered once a build.

import { instantOf } from "../archive/edtf.ts";
import type { CommentFacts } from "../archive/facts.ts";
import type { Entry } from "./catalog.ts";

/** A published comment, no pingback, and its post. */
export interface PlacedComment {
  readonly comment: CommentFacts;
  /** The original, never a translation: the thread stands there. */
  readonly entry: Entry;
}

/** Returns all published comments in the order of the entries. */
export function listComments(entries: readonly Entry[]): readonly PlacedComment[] {
  const placed: PlacedComment[] = [];
  for (const entry of entries) {
    for (const comment of entry.post.thread) {
      if (!comment.kind && !comment.status) placed.push({ comment, entry });
    }
  }
  return placed;
}

/** Returns comments newest first. Those without a date are left out, or stand last in their given order. */
export function sortNewestFirst(
  comments: readonly PlacedComment[],
  options: { readonly undated: "leave out" | "last" },
): readonly PlacedComment[] {
  const dated: { readonly placed: PlacedComment; readonly instant: number }[] = [];
  const undated: PlacedComment[] = [];
  for (const placed of comments) {
    const instant = placed.comment.date === undefined ? undefined : instantOf(placed.comment.date);
    if (instant === undefined) undated.push(placed);
    else dated.push({ placed, instant });
  }
  // Of comments of one moment, the later one in the archive is taken for the newer.
  const sorted = dated
    .reverse()
    .sort((a, b) => b.instant - a.instant)
    .map(({ placed }) => placed);
  return options.undated === "last" ? [...sorted, ...undated] : sorted;
}
