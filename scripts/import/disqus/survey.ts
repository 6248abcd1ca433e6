// Reads Disqus exports, forum by forum: threads, comments and categories stand apart in the file, in any order. Threads are
// kept in memory, comments are laid aside until their thread is asked for.

import { type ExportInput, InputError } from "../open-input.ts";
import { createRecordSpool, type RecordGroups, type RecordSpool } from "../spool/record-spool.ts";
import { copyText } from "../wordpress/copy-text.ts";
import { type CommentRecord, findSkipReason } from "./comments.ts";
import type { DisqusCategory, DisqusComment, DisqusEntry, DisqusSummary, DisqusThread } from "./disqus-model.ts";
import { createDisqusReader } from "./disqus-reader.ts";

/** What was learnt of one file. */
export interface FileSurvey {
  readonly input: ExportInput;
  readonly summary: DisqusSummary;
}

/** What is known of a forum, which is what Disqus calls the comments of one site. */
export interface ForumSurvey {
  /** Its short name; absent where the file does not tell. */
  readonly forum?: string;
  readonly files: readonly FileSurvey[];
  readonly threads: readonly SurveyedThread[];
  readonly comments: ForumComments;
  readonly categories: readonly DisqusCategory[];
  /** Messages of the first public comments that are long enough to tell a language by. */
  readonly someMessages: readonly string[];
}

/** A thread, and the number of its file. */
export interface SurveyedThread extends DisqusThread {
  readonly file: number;
}

/** The comments of a forum. */
export interface ForumComments {
  /** How many were read. */
  readonly count: number;
  /** Where those begin that are not whole. */
  readonly damaged: readonly { readonly line: number; readonly file: number }[];
  /** The whole ones, each once, by the number of their thread; under an empty name those that tell none. */
  readonly byThread: RecordGroups<StoredComment>;
}

/** A comment as it is laid aside. */
export interface StoredComment extends Omit<CommentRecord, "fields"> {
  readonly fields: readonly (readonly [name: string, text: string])[];
}

/** Reads the inputs; files of one forum are one source. @throws InputError for a file with no whole record */
export async function surveyForums(
  inputs: readonly ExportInput[],
  onProgress: (what: string) => void,
): Promise<readonly ForumSurvey[]> {
  const surveyors = new Map<string, Surveyor>();
  for (const input of inputs) {
    onProgress(`Reading ${input.name}`);
    await surveyFile(input, (forum) => {
      const key = forum ?? input.sha256;
      const surveyor = surveyors.get(key) ?? createSurveyor(forum);
      surveyors.set(key, surveyor);
      return surveyor;
    });
  }
  return [...surveyors.values()].map(({ survey }) => survey());
}

/** Returns a comment as it was laid aside. */
export function restoreComment(stored: StoredComment): CommentRecord {
  return { ...stored, fields: new Map(stored.fields) };
}

interface CommentHeader {
  readonly isHidden: boolean;
  readonly threadId: string;
}

interface Surveyor {
  readonly addEntry: (entry: DisqusEntry) => void;
  readonly addFile: (file: FileSurvey) => void;
  readonly survey: () => ForumSurvey;
}

// Enough to tell what the site is written in.
const MAX_MESSAGES = 60;
const MIN_MESSAGE = 100;

function createSurveyor(forum: string | undefined): Surveyor {
  const files: FileSurvey[] = [];
  const threads: SurveyedThread[] = [];
  const categories: DisqusCategory[] = [];
  const someMessages: string[] = [];
  const damaged: { readonly line: number; readonly file: number }[] = [];
  const spool: RecordSpool<CommentHeader, StoredComment> = createRecordSpool();
  let count = 0;
  let nameless = 0;
  const addComment = (comment: DisqusComment): void => {
    count += 1;
    if (comment.isDamaged) {
      damaged.push({ line: comment.line, file: files.length });
      return;
    }
    if (comment.id === undefined) nameless += 1;
    const id = comment.id ?? `nameless-${nameless}`;
    const isHidden = findSkipReason(comment) !== undefined;
    const message = comment.fields.get("message") ?? "";
    if (!isHidden && message.length > MIN_MESSAGE && someMessages.length < MAX_MESSAGES) {
      someMessages.push(copyText(message));
    }
    const header = { isHidden, threadId: comment.threadId ?? "" };
    spool.add(id, header, { ...comment, id, fields: [...comment.fields] });
  };
  return {
    // A file's entries come before the file itself.
    addEntry: (entry) => {
      if (entry.kind === "comment") addComment(entry);
      else if (entry.kind === "thread") threads.push({ ...copyEntry(entry), file: files.length });
      else categories.push(copyEntry(entry));
    },
    addFile: (file) => {
      files.push(file);
    },
    survey: () => ({
      ...(forum !== undefined && { forum }),
      files,
      threads,
      categories,
      someMessages,
      comments: {
        count,
        damaged,
        // Of two readings the one that is not public counts: somebody decided so later.
        byThread: spool.group({
          isBetter: (reading, standing) => reading.isHidden && !standing.isHidden,
          groupOf: ({ threadId }) => threadId,
        }),
      },
    }),
  };
}

async function surveyFile(input: ExportInput, open: (forum: string | undefined) => Surveyor): Promise<void> {
  let surveyor: Surveyor | undefined;
  let hasWhole = false;
  // The first records may not tell the forum.
  const early: DisqusEntry[] = [];
  const settle = (forum: string | undefined): Surveyor => {
    const opened = open(forum === undefined ? undefined : copyText(forum));
    for (const entry of early) opened.addEntry(entry);
    surveyor = opened;
    return opened;
  };
  const reader = createDisqusReader((entry) => {
    hasWhole ||= !entry.isDamaged && entry.kind !== "category";
    if (surveyor !== undefined) {
      surveyor.addEntry(entry);
      return;
    }
    early.push(entry);
    const forum = entry.fields.get("forum") ?? "";
    if (forum !== "") settle(forum);
  });
  for await (const piece of input.readText()) reader.write(piece);
  const summary = reader.end();
  if (!hasWhole) {
    const end = summary.isComplete ? "" : " The file is also cut off before its end.";
    throw new InputError(
      `${input.path}: is a Disqus export, but it holds no whole thread or comment.${end} Export the comments again.`,
    );
  }
  (surveyor ?? settle(undefined)).addFile({ input, summary });
}

function copyEntry<Entry extends DisqusThread | DisqusCategory>(entry: Entry): Entry {
  const fields = new Map([...entry.fields].map(([name, value]) => [name, copyText(value)]));
  const categoryId = entry.kind === "thread" ? entry.categoryId : undefined;
  return {
    ...entry,
    fields,
    ...(entry.id !== undefined && { id: copyText(entry.id) }),
    ...(categoryId !== undefined && { categoryId: copyText(categoryId) }),
  };
}
