// Decides what becomes of the comments that an import brings to a post: which file each gets, and which stay away.

import type { Identity } from "./archive-index.ts";
import { toCommentFileName } from "./comment-file-name.ts";
import { instantOf } from "./edtf.ts";
import type { CommentDraft, CommentFields } from "./model.ts";
import { compareNaturally } from "./natural-order.ts";
import { show } from "./show.ts";
import { buildThread } from "./thread.ts";

/** A comment file that stands in the post's folder. */
export interface StandingComment {
  /** Name in comments/. */
  readonly name: string;
  readonly text: string;
  readonly identity: Identity;
}

/** A comment that the import brings, with its place. */
export interface PlannedComment {
  readonly fields: CommentFields;
  readonly body: string;
  /** What the draft calls itself at its source. */
  readonly sourceId: string;
  /** Name in comments/. */
  readonly name: string;
  /** The file that stands there now. */
  readonly standing?: StandingComment;
}

/** What is to be done with a thread. */
export interface CommentPlan {
  /** Parents before their replies: interrupted anywhere, every parent that is named stands. */
  readonly comments: readonly PlannedComment[];
  /** Ids of comments that the source's exclude list keeps away. */
  readonly excluded: readonly string[];
  readonly notes: readonly string[];
}

/** Finds the place of each comment. Records are found by source and id there, then by their id on the page. */
export function planComments(
  drafts: readonly CommentDraft[],
  standing: readonly StandingComment[],
  isExcluded: (draft: CommentDraft) => boolean,
): CommentPlan {
  const notes: string[] = [];
  const excluded: string[] = [];
  const queues = queueBySource(standing);
  const standingById = new Map(standing.map((comment) => [comment.identity.id ?? comment.name.slice(0, -3), comment]));
  const takenIds = new Set(standingById.keys());
  // What a source calls a comment, and what it is called here.
  const finalIds = new Map<string, string>();
  const placed: { readonly draft: CommentDraft; readonly id: string; readonly standing?: StandingComment }[] = [];
  const matched = new Set<StandingComment>();
  const wanted = numberDoubles(drafts.filter((draft) => !isExcluded(draft)));
  const allWanted = new Set(wanted.values());
  for (const draft of drafts) {
    if (isExcluded(draft)) {
      excluded.push(draft.id);
      continue;
    }
    const found = findStanding(draft, wanted.get(draft) ?? draft.id, allWanted, queues, standingById, matched);
    if (found !== undefined) matched.add(found);
    const id =
      found?.identity.id ?? found?.name.slice(0, -3) ?? uniqueId(wanted.get(draft) ?? draft.id, draft.id, takenIds);
    if (found === undefined && id !== draft.id) {
      notes.push(`two comments have the id ${show(draft.id)}; the later one is ${show(id)} here`);
    }
    takenIds.add(id);
    if (!finalIds.has(draft.id)) finalIds.set(draft.id, id);
    placed.push({ draft, id, ...(found !== undefined && { standing: found }) });
  }
  const excludedIds = new Set(excluded);
  const comments = placed.map(({ draft, id, standing: file }): PlannedComment => {
    const { body, ...fields } = draft;
    const parent = fields.parent === undefined ? undefined : (finalIds.get(fields.parent) ?? fields.parent);
    const isParentHere = parent !== undefined && takenIds.has(parent);
    if (parent !== undefined && !isParentHere && fields.parent_state === undefined && !excludedIds.has(parent)) {
      notes.push(`${id} answers ${show(parent)}, which the source does not hold`);
    }
    return {
      fields: toFields(fields, id, parent, isParentHere, excludedIds),
      body,
      sourceId: draft.source_id,
      name: file?.name ?? toCommentFileName(id),
      ...(file !== undefined && { standing: file }),
    };
  });
  return { comments: parentsFirst(comments), excluded, notes };
}

function toFields(
  draft: CommentFields,
  id: string,
  parent: string | undefined,
  isParentHere: boolean,
  excludedIds: ReadonlySet<string>,
): CommentFields {
  const { parent: _parent, parent_state: given, author, author_url, by_post_author, lang, date, ...others } = draft;
  const state = given ?? (parent !== undefined && excludedIds.has(parent) ? "deleted" : "missing");
  // A tombstone holds the place in the thread and says nothing of the person; a deleted one not even when.
  const isTombstone = draft.status !== undefined;
  return {
    ...others,
    id,
    ...(parent !== undefined && { parent }),
    ...(parent !== undefined && !isParentHere && { parent_state: state }),
    ...(!isTombstone && lang !== undefined && { lang }),
    ...(!isTombstone && author !== undefined && { author }),
    ...(!isTombstone && author_url !== undefined && { author_url }),
    ...(!isTombstone && by_post_author !== undefined && { by_post_author }),
    ...(draft.status !== "deleted" && date !== undefined && { date }),
  };
}

function queueBySource(standing: readonly StandingComment[]): Map<string, StandingComment[]> {
  const queues = new Map<string, StandingComment[]>();
  const sorted = [...standing].sort((a, b) => compareNaturally(a.identity.id ?? a.name, b.identity.id ?? b.name));
  for (const comment of sorted) {
    const key = toKey(comment.identity.source, comment.identity.source_id);
    const queue = queues.get(key);
    if (queue === undefined) queues.set(key, [comment]);
    else queue.push(comment);
  }
  return queues;
}

// The id that each draft has if all of them are new: what is removed in between gives its id to no other.
function numberDoubles(drafts: readonly CommentDraft[]): ReadonlyMap<CommentDraft, string> {
  const counts = new Map<string, number>();
  return new Map(
    drafts.map((draft) => {
      const number = (counts.get(draft.id) ?? 0) + 1;
      counts.set(draft.id, number);
      return [draft, number === 1 ? draft.id : `${draft.id}-${number}`];
    }),
  );
}

function findStanding(
  draft: CommentDraft,
  wanted: string,
  allWanted: ReadonlySet<string>,
  queues: Map<string, readonly StandingComment[]>,
  standingById: ReadonlyMap<string, StandingComment>,
  matched: ReadonlySet<StandingComment>,
): StandingComment | undefined {
  const own = (queues.get(toKey(draft.source, draft.source_id)) ?? []).filter((comment) => !matched.has(comment));
  const found =
    own.find(({ identity }) => identity.id === wanted) ?? own.find(({ identity }) => !allWanted.has(identity.id ?? ""));
  if (found !== undefined) return found;
  const byId = standingById.get(draft.id);
  if (byId === undefined || matched.has(byId)) return undefined;
  // A lost comment that a person added by hand, or the same comment from another source, such as Disqus.
  const { source, date } = byId.identity;
  const isSameInstant = date !== undefined && draft.date !== undefined && instantOf(date) === instantOf(draft.date);
  return source === undefined || (source !== draft.source && isSameInstant) ? byId : undefined;
}

function uniqueId(wanted: string, id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

function parentsFirst(comments: readonly PlannedComment[]): readonly PlannedComment[] {
  const planById = new Map(comments.map((comment) => [comment.fields.id, comment]));
  return buildThread(comments.map(({ fields }) => fields)).map(
    ({ comment }) => planById.get(comment.id) as PlannedComment,
  );
}

function toKey(source: string | undefined, sourceId: string | undefined): string {
  return `${source ?? ""}\n${sourceId ?? ""}`;
}
