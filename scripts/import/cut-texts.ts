// Cuts texts that are longer than the archive takes: whole books of spam, mostly. The account tells of each.

import type { LedgerBuilder } from "../archive/ledger.ts";
import type { CommentDraft, PostDraft } from "../archive/model.ts";
import { MAX_TEXT_LENGTH } from "../archive/read-file.ts";
import type { ConvertedComments, ConvertedPost } from "./texts/convert-entries.ts";

/** Leaves room for the keys of the file. */
const LIMIT = MAX_TEXT_LENGTH - 100_000;

/** Returns a converted record whose texts the archive takes. */
export function cutTexts<Entry extends ConvertedPost | ConvertedComments>(entry: Entry, ledger: LedgerBuilder): Entry {
  const cut = <Draft extends PostDraft | CommentDraft>(draft: Draft, item: string): Draft => {
    if (draft.body.length <= LIMIT) return draft;
    const what = `its text is ${draft.body.length} characters long; what comes after the first ${LIMIT} is left out`;
    ledger.problem("error", item, what);
    const end = draft.body.lastIndexOf("\n", LIMIT);
    return { ...draft, body: draft.body.slice(0, end > LIMIT / 2 ? end : LIMIT) };
  };
  const cutThread = (thread: readonly CommentDraft[]) =>
    thread.map((draft) => cut(draft, `comment ${draft.source_id}`));
  if ("comments" in entry)
    return { ...entry, comments: { ...entry.comments, thread: cutThread(entry.comments.thread) } };
  const draft: PostDraft = entry.draft;
  return { ...entry, draft: { ...cut(draft, `${draft.type} ${draft.source_id}`), thread: cutThread(draft.thread) } };
}
