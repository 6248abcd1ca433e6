// Notes, before records are taken away, what is going to be done, so that a run that is killed can be finished by the next one.

import { rmSync } from "node:fs";
import { ArchiveError } from "./archive-error.ts";
import { REDACTION_JOURNAL } from "./folder-listing.ts";
import type { Archive, Comment, Post } from "./model.ts";
import { readIfThere } from "./read-if-there.ts";
import type { Redaction } from "./redaction-log.ts";
import type { RedactionTarget } from "./redaction-target.ts";
import { writeFileWhole } from "./write-file.ts";

/** All that is needed to take records away when their words are gone already. */
export interface Removal {
  readonly targets: readonly RedactionTarget[];
  /** Files below content/ that go: those that only the records showed, and what else the caller removes. */
  readonly files: readonly string[];
  /** New ids of posts by the old ones. */
  readonly moves: ReadonlyMap<string, string>;
  readonly log: readonly Redaction[];
  /** What the log calls posts, by their ids. */
  readonly logged: ReadonlyMap<string, string>;
  readonly day: string;
  readonly isDelete: boolean;
  readonly keepsAddress: boolean;
}

/** A removal that was interrupted. */
export interface InterruptedRemoval extends Removal {
  /** Ids that its records had when it began. */
  readonly ids: readonly string[];
}

/** As it stands in the file: of records only what tells where they stood, never a word. */
interface Note extends Omit<Removal, "targets" | "moves" | "logged"> {
  readonly targets: readonly { readonly post: Place; readonly comment?: Place }[];
  readonly moves: readonly (readonly [string, string])[];
  readonly logged: readonly (readonly [string, string])[];
}

type Place = Pick<Post, "id" | "file" | "source" | "source_id">;

/** Writes the journal of a removal. */
export function writeRedactionJournal(contentDir: string, removal: Removal): void {
  const toPlace = ({ id, file, source, source_id }: Place): Place => ({
    id,
    file,
    ...(source !== undefined && { source }),
    ...(source_id !== undefined && { source_id }),
  });
  const note: Note = {
    ...removal,
    targets: removal.targets.map(({ post, comment }) => ({
      post: toPlace(post),
      ...(comment !== undefined && { comment: toPlace(comment) }),
    })),
    moves: [...removal.moves],
    logged: [...removal.logged],
  };
  writeFileWhole(`${contentDir}/${REDACTION_JOURNAL}`, `${JSON.stringify(note)}\n`);
}

/** Ends the journal: all is done. */
export function endRedactionJournal(contentDir: string): void {
  rmSync(`${contentDir}/${REDACTION_JOURNAL}`, { force: true });
}

/**
 * Returns the removal that an interrupted run left, with its records as they stand now.
 * @throws ArchiveError when the journal is none that a removal wrote
 */
export function readRedactionJournal(contentDir: string, archive: Archive): InterruptedRemoval | undefined {
  const text = readIfThere(`${contentDir}/${REDACTION_JOURNAL}`);
  if (text === undefined) return undefined;
  const note = parseNote(text);
  if (note === undefined) {
    throw new ArchiveError(`content/${REDACTION_JOURNAL}: is not as the command redact writes it; delete this file.`);
  }
  const moves = new Map(note.moves);
  const postsById = new Map(archive.posts.map((post) => [post.id, post]));
  const targets = note.targets.map(({ post: place, comment }): RedactionTarget => {
    const post = postsById.get(moves.get(place.id) ?? "") ?? postsById.get(place.id) ?? toGonePost(place);
    if (comment === undefined) return { post };
    const standing = post.thread.find(({ id }) => id === comment.id);
    return { post, comment: standing ?? ({ ...comment, body: "" } satisfies Comment) };
  });
  const ids = note.targets.map(({ post, comment }) => (comment === undefined ? post.id : `${post.id}#${comment.id}`));
  return { ...note, targets, moves, logged: new Map(note.logged), ids };
}

function toGonePost(place: Place): Post {
  const type = place.id.startsWith("pages/") ? "page" : "post";
  return { ...place, type, body: "", thread: [], translations: [], attachments: [] };
}

/** Whoever can put a file into content/ must not reach beyond it. */
function parseNote(text: string): Note | undefined {
  try {
    const note: Note = JSON.parse(text);
    const places = note.targets.flatMap(({ post, comment }) => [post, ...(comment === undefined ? [] : [comment])]);
    const paths = [...places.flatMap(({ id, file }) => [id, file]), ...note.files, ...note.moves.flat()];
    return paths.every(isInside) && Array.isArray(note.log) && Array.isArray(note.logged) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isInside(path: unknown): boolean {
  return typeof path === "string" && !/^\/|\\|^[a-z]:|(?:^|\/)\.{0,2}(?:\/|$)/i.test(path);
}
