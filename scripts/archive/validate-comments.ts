// Checks the comments of a post: their ids, their parents, their values.

import { toCommentFileName } from "./comment-file-name.ts";
import type { Comment, Post, Problem } from "./model.ts";
import { show } from "./show.ts";
import { findLoops } from "./thread.ts";
import { checkAddress, checkDate, checkLang, checkMails, type Found } from "./validate-values.ts";

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
      ...checkLang(comment.lang),
      ...checkAddress("author_url", comment.author_url),
      ...checkAddress("source_url", comment.source_url),
      ...checkMails({ author: comment.author, text: comment.body }),
    ];
    for (const problem of found) problems.push({ ...problem, file: comment.file });
  }
  for (const comment of findLoops(post.thread)) {
    // What a source holds is told, and nothing that a person must mend.
    const level = comment.source === undefined ? "error" : "warning";
    const message = `parent ${show(comment.parent)} leads back to the comment itself; name the comment that it answers`;
    problems.push({ level, code: "parent-loop", file: comment.file, key: "parent", message });
  }
}

function* checkId(comment: Comment, firsts: ReadonlyMap<string, Comment>): Generator<Found> {
  const { id, file } = comment;
  if (!COMMENT_ID.test(id)) {
    const message = `id is ${show(id)}; begin with a letter and use only letters, digits and . _ : -, 100 at most`;
    yield { level: "error", code: "id-invalid", key: "id", message };
    return;
  }
  const first = firsts.get(id);
  if (first !== undefined && first !== comment) {
    const message = `id is ${show(id)}, which ${first.file.slice(first.file.lastIndexOf("/") + 1)} has too; give one of them another`;
    yield { level: "error", code: "id-double", key: "id", message };
    return;
  }
  if (!file.endsWith(`/${toCommentFileName(id)}`)) {
    const message = `id is ${show(id)}, so the file should be ${toCommentFileName(id)}; check --fix renames it`;
    yield { level: "warning", code: "comment-file-name", key: "id", message };
  }
}

function* checkParent(
  { parent, parent_state: state }: Comment,
  firsts: ReadonlyMap<string, Comment>,
): Generator<Found> {
  if (parent === undefined) {
    if (state === undefined) return;
    const message = `parent_state is ${show(state)}, but there is no parent; add the parent or remove parent_state`;
    yield { level: "warning", code: "parent-state-alone", key: "parent_state", message };
  } else if (!firsts.has(parent)) {
    if (state !== undefined) return;
    const message = `parent ${show(parent)} is not in the archive; say why with parent_state (unpublished, deleted or missing)`;
    yield { level: "error", code: "parent-missing", key: "parent", message };
  } else if (state !== undefined) {
    const message = `parent_state is ${show(state)}, but the parent ${show(parent)} is here; remove parent_state`;
    yield { level: "warning", code: "parent-state-needless", key: "parent_state", message };
  }
}
