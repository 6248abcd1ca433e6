// Writes the comments of a post that stands: new files are added, untouched ones follow their source, edited ones stay.

import { mkdirSync } from "node:fs";
import { listNames, removeTemporary, toIdentity } from "./archive-index.ts";
import { toCommentFileName } from "./comment-file-name.ts";
import { setAsideKnown } from "./known-comments.ts";
import type { CommentDraft } from "./model.ts";
import { type PlannedComment, planComments, type StandingComment } from "./plan-comments.ts";
import { readIfThere } from "./read-if-there.ts";
import {
  type ConflictMode,
  isSourceVersion,
  judgeFile,
  removeSourceVersion,
  toSourceVersion,
  type Verdict,
  writeSourceVersion,
} from "./source-version.ts";
import { writeFileWhole } from "./write-file.ts";

/** What became of the comments of a post. */
export interface CommentResults {
  /** Those of the draft that stand in content/ now as records of its source: all but the excluded and the known ones. */
  readonly written: number;
  readonly new: number;
  /** Ids of new ones that an earlier import had brought: a person removed them since. */
  readonly returned: readonly string[];
  readonly updated: number;
  /** Ids that an exclude list keeps away. */
  readonly excluded: readonly string[];
  /** Ids of comments that a person edited; their files stay as they are. */
  readonly keptEdited: readonly string[];
  /** Those of them that have changed at the source, too. */
  readonly conflicts: readonly string[];
  /** Ids of comments that were redacted, or marked as deleted by hand; they stay so. */
  readonly keptRedacted: readonly string[];
}

/** How a thread is written. */
export interface ThreadSettings {
  readonly isDryRun: boolean;
  readonly isExcluded: (comment: CommentDraft) => boolean;
  /** Returns the text of a comment's file. */
  readonly toText: (comment: PlannedComment) => string;
  /** Return it with the addresses that the last import found, and with those that the source gave. */
  readonly formerTexts: readonly ((comment: PlannedComment) => string)[];
  /** Is told the name of the file of each comment that a person took away or that is excluded. */
  readonly onTakenAway?: (name: string) => void;
  /** Tells by a comment's id at its source whether an earlier import brought it. */
  readonly wasHere: (sourceId: string) => boolean;
  readonly conflicts: ConflictMode;
  /** Tells by a comment's id at its source whether it stays as it stands. */
  readonly isLeft?: (sourceId: string) => boolean;
  /** Leaves alone what another source brought, instead of taking it over. */
  readonly keepsOthers?: boolean;
}

/** What became of a thread. */
export interface ThreadOutcome {
  readonly results: CommentResults;
  /** Ids of drafts that another source has brought already. */
  readonly known: readonly string[];
  readonly notes: readonly string[];
  /** Comments that stand in the post and are none of the drafts; tombstones are left out. */
  readonly unclaimed: readonly StandingRecord[];
}

/** What a comment that stands says of where it comes from. */
export interface StandingRecord {
  readonly id: string;
  readonly source?: string;
  readonly source_id?: string;
}

/** Writes the comments of a post. `folder` is the post's. */
export function writeThread(folder: string, drafts: readonly CommentDraft[], settings: ThreadSettings): ThreadOutcome {
  const { isDryRun, isExcluded, toText, formerTexts, wasHere, conflicts: mode, keepsOthers = false } = settings;
  if (!isDryRun) removeTemporary(`${folder}/comments`);
  const { comments: standing, versions } = readComments(`${folder}/comments`);
  const { known, others } = keepsOthers
    ? setAsideKnown(
        drafts.filter((draft) => !isExcluded(draft)),
        standing,
      )
    : { known: [], others: drafts };
  const excludedHere = keepsOthers ? drafts.filter(isExcluded) : [];
  const plan = planComments([...others, ...excludedHere], standing, isExcluded);
  const counts = { new: 0, updated: 0 };
  const returned: string[] = [];
  const keptEdited: string[] = [];
  const keptRedacted: string[] = [];
  const conflicts: string[] = [];
  const dropVersion = (name: string): void => {
    if (!isDryRun && versions.has(toSourceVersion(name))) removeSourceVersion(`${folder}/comments/${name}`);
  };
  if (!isDryRun && plan.comments.length > 0) mkdirSync(`${folder}/comments`, { recursive: true });
  for (const comment of plan.comments) {
    const path = `${folder}/comments/${comment.name}`;
    const { id } = comment.fields;
    const standingText = comment.standing?.text;
    if (standingText !== undefined && settings.isLeft?.(comment.sourceId)) continue;
    const newText = toText(comment);
    const verdict =
      standingText === undefined
        ? "follow"
        : judgeFile(standingText, newText, () => listForms(comment, [toText, ...formerTexts]));
    // What a person took away does not come back as the source's version either.
    const isTombstone = isTakenAway(comment.standing, verdict);
    if (isTombstone) {
      keptRedacted.push(id);
      settings.onTakenAway?.(comment.name);
    } else if (verdict === "kept" || verdict === "conflict") keptEdited.push(id);
    else if (verdict === "follow") {
      if (!isDryRun) writeFileWhole(path, newText);
      counts[standingText === undefined ? "new" : "updated"]++;
      if (standingText === undefined && wasHere(comment.sourceId)) returned.push(id);
    }
    if (verdict === "conflict" && !isTombstone) {
      conflicts.push(id);
      if (!isDryRun) writeSourceVersion(path, newText, mode);
    } else dropVersion(comment.name);
  }
  for (const { body, ...fields } of drafts.filter(isExcluded)) {
    const name = toCommentFileName(fields.id);
    dropVersion(name);
    // Made for its addresses alone: what an earlier import noted of them goes, too.
    toText({ fields, body, name, sourceId: fields.source_id });
    settings.onTakenAway?.(name);
  }
  const written = plan.comments.length;
  const results = { written, ...counts, returned, excluded: plan.excluded, keptEdited, conflicts, keptRedacted };
  const claimed = new Set(plan.comments.map(({ standing: file }) => file));
  return { results, known, notes: plan.notes, unclaimed: toRecords(standing.filter((file) => !claimed.has(file))) };
}

/** Returns the comments that stand in a post's folder with their text. */
export function listStandingComments(folder: string): readonly StandingRecord[] {
  return toRecords(readComments(`${folder}/comments`).comments);
}

function isTakenAway(standing: StandingComment | undefined, verdict: Verdict): boolean {
  const status = standing?.identity.status;
  return status === "redacted" || (status === "deleted" && (verdict === "kept" || verdict === "conflict"));
}

// The source says the same as ever where only what the comment answers or links to has come or gone.
function listForms(comment: PlannedComment, makers: readonly ThreadSettings["toText"][]): readonly string[] {
  const { parent_state: _state, ...fields } = comment.fields;
  const states = [undefined, ...(fields.parent === undefined ? [] : (["unpublished", "deleted", "missing"] as const))];
  return makers.flatMap((toText) =>
    states.map((state) =>
      toText({ ...comment, fields: { ...fields, ...(state !== undefined && { parent_state: state }) } }),
    ),
  );
}

function toRecords(standing: readonly StandingComment[]): readonly StandingRecord[] {
  return standing
    .filter(({ identity }) => identity.status === undefined)
    .map(({ name, identity: { id = name.slice(0, -3), source, source_id } }) => ({
      id,
      ...(source !== undefined && { source }),
      ...(source_id !== undefined && { source_id }),
    }));
}

function readComments(folder: string): {
  readonly comments: readonly StandingComment[];
  readonly versions: ReadonlySet<string>;
} {
  const names = listNames(folder).filter((name) => name.endsWith(".md") && !name.startsWith("."));
  const comments = names
    .filter((name) => !isSourceVersion(name))
    .sort()
    .flatMap((name) => {
      const text = readIfThere(`${folder}/${name}`);
      return text === undefined ? [] : [{ name, text, identity: toIdentity(text) }];
    });
  return { comments, versions: new Set(names.filter(isSourceVersion)) };
}
