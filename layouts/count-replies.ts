// Counts what hangs on a comment.

import type { CommentView } from "../scripts/site/view.ts";

/** Returns the number of replies in a comment's branch, of every level. */
export function countReplies(view: CommentView): number {
  return view.replies.reduce((sum, reply) => sum + 1 + countReplies(reply), 0);
}
