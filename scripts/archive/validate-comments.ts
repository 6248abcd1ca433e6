// Checks the comments of a post: their ids, their parents, their values.

import { toCommentFileName } from "./comment-file-name.ts";
import { type Found, toError, toWarning } from "./found.ts";
import type { Comment, Post, Problem } from "./model.ts";
import { show } from "./show.ts";
import { findLoops } from "./thread.ts";
import { checkAddress, checkDate, checkPersonal } from "./validate-values.ts";

// An id becomes the anchor of the comment in the page and in links to it.
const COMMENT_ID = /^[A-Za-z][A-Za-z0-9._:-]{0,99}$/;

/** Checks all comments of a post. */
export function checkComments(post: Post, problems: Problem[]): void {
  const firsts = new Map<string, Comment>();
  for (const comment of post.thread) if (!firsts.has(comment.id)) firsts.set(comment.id, comment);
  for (const comment of post.thread) {
    const found = [
      ...checkId(comment, firsts),
      ...checkParent(comment, firsts),
      ...checkDate("date", comment.date),
      ...checkAddress("author_url", comment.author_url),
      ...checkAddress("source_url", comment.source_url),
      ...checkPersonal({ author: comment.author, text: comment.body }),
    ];
    for (const problem of found) problems.push({ ...problem, file: comment.file });
  }
  for (const comment of findLoops(post.thread)) {
    // What a source holds is told, and nothing that a person must mend.
    const level = comment.source === undefined ? "error" : "warning";
    const problem = toError("parent", "parent-loop", { found: show(comment.parent) });
    problems.push({ ...problem, level, file: comment.file });
  }
}

function* checkId(comment: Comment, firsts: ReadonlyMap<string, Comment>): Generator<Found> {
  const { id, file } = comment;
  if (!COMMENT_ID.test(id)) {
    yield toError("id", "id-invalid", { found: show(id) });
    return;
  }
  const first = firsts.get(id);
  if (first !== undefined && first !== comment) {
    const other = first.file.slice(first.file.lastIndexOf("/") + 1);
    yield toError("id", "id-double", { found: show(id), other });
    return;
  }
  if (!file.endsWith(`/${toCommentFileName(id)}`)) {
    yield toWarning("id", "comment-file-name", { found: show(id), wanted: toCommentFileName(id) });
  }
}

function* checkParent(
  { parent, parent_state: state }: Comment,
  firsts: ReadonlyMap<string, Comment>,
): Generator<Found> {
  if (parent === undefined) {
    if (state === undefined) return;
    yield toWarning("parent_state", "parent-state-alone", { found: show(state) });
  } else if (!firsts.has(parent)) {
    if (state !== undefined) return;
    yield toError("parent", "parent-missing", { found: show(parent) });
  } else if (state !== undefined) {
    yield toWarning("parent_state", "parent-state-needless", { found: show(state), parent: show(parent) });
  }
}
