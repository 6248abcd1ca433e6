// Writes the comments of a post that stands: new files are added, untouched ones follow their source, edited ones stay.

import { mkdirSync, readdirSync } from "node:fs";
import { removeTemporary, toIdentity } from "./archive-index.ts";
import { isUntouched } from "./imported-hash.ts";
import { setAsideKnown } from "./known-comments.ts";
import type { CommentDraft } from "./model.ts";
import { type PlannedComment, planComments, type StandingComment } from "./plan-comments.ts";
import { readIfThere } from "./read-if-there.ts";
import { writeFileWhole } from "./write-file.ts";

/** What became of the comments of a post. */
export interface CommentResults {
  /** Those of the draft that stand in content/ now as records of its source: all but the excluded and the known ones. */
  readonly written: number;
  readonly new: number;
  readonly updated: number;
  /** Ids that an exclude list keeps away. */
  readonly excluded: readonly string[];
  /** Ids of comments that a person edited; their files stay as they are. */
  readonly keptEdited: readonly string[];
  /** Ids of redacted comments; they stay redacted. */
  readonly keptRedacted: readonly string[];
}

/** How a thread is written. */
export interface ThreadSettings {
  readonly isDryRun: boolean;
  readonly isExcluded: (comment: CommentDraft) => boolean;
  /** Returns the text of a comment's file. */
  readonly toText: (comment: PlannedComment) => string;
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
  const { isDryRun, isExcluded, toText, keepsOthers = false } = settings;
  if (!isDryRun) removeTemporary(`${folder}/comments`);
  const standing = readStanding(`${folder}/comments`);
  const { known, others } = keepsOthers
    ? setAsideKnown(
        drafts.filter((draft) => !isExcluded(draft)),
        standing,
      )
    : { known: [], others: drafts };
  const excludedHere = keepsOthers ? drafts.filter(isExcluded) : [];
  const plan = planComments([...others, ...excludedHere], standing, isExcluded);
  const counts = { new: 0, updated: 0 };
  const keptEdited: string[] = [];
  const keptRedacted: string[] = [];
  if (!isDryRun && plan.comments.length > 0) mkdirSync(`${folder}/comments`, { recursive: true });
  for (const comment of plan.comments) {
    const standingText = comment.standing?.text;
    if (comment.standing?.identity.status === "redacted") {
      keptRedacted.push(comment.fields.id);
    } else if (standingText !== undefined && !isUntouched(standingText)) {
      keptEdited.push(comment.fields.id);
    } else {
      const newText = toText(comment);
      if (newText === standingText || isSameText(newText, standingText)) continue;
      if (!isDryRun) writeFileWhole(`${folder}/comments/${comment.name}`, newText);
      counts[standingText === undefined ? "new" : "updated"]++;
    }
  }
  const written = plan.comments.length;
  const results = { written, ...counts, excluded: plan.excluded, keptEdited, keptRedacted };
  const claimed = new Set(plan.comments.map(({ standing: file }) => file));
  return { results, known, notes: plan.notes, unclaimed: toRecords(standing.filter((file) => !claimed.has(file))) };
}

/** Returns the comments that stand in a post's folder with their text. */
export function listStandingComments(folder: string): readonly StandingRecord[] {
  return toRecords(readStanding(`${folder}/comments`));
}

/** Tells whether a file holds a text. Git on Windows may have given it CRLF line ends. */
export function isSameText(newText: string, standingText: string | undefined): boolean {
  return standingText !== undefined && newText === standingText.replace(/\r\n/g, "\n");
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

function readStanding(folder: string): readonly StandingComment[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".md") && !name.startsWith("."));
  } catch {
    return [];
  }
  return names.sort().flatMap((name) => {
    const text = readIfThere(`${folder}/${name}`);
    return text === undefined ? [] : [{ name, text, identity: toIdentity(text) }];
  });
}
