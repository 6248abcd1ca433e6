// What a writer of imported posts is told, what it offers, and what it answers.

import type { FixOptions } from "./fix.ts";
import type { CommentsDraft, PostDraft, SourceFields } from "./model.ts";
import type { FolderWriter } from "./new-folder.ts";
import type { AddressHooks } from "./record-texts.ts";
import type { SampleRemoval } from "./sample.ts";
import type { SourceOutcome } from "./source-file.ts";
import type { ConflictMode } from "./source-version.ts";
import type { StandingPost, UnmetPost } from "./standing-posts.ts";
import type { CommentResults, StandingRecord, ThreadOutcome } from "./write-thread.ts";

/** Options of a writer. */
export interface WriterOptions extends AddressHooks {
  /** Id of the source that is imported. */
  readonly source: string;
  /** Returns the same results and writes nothing. */
  readonly isDryRun?: boolean;
  /** What is brought was shown by saved pages or texts: it adds to what an export of the source has brought, and changes nothing of it. */
  readonly isSecondHand?: boolean;
  /** Where a person edited a file and its source has changed, too, `both` writes the source's version beside it. */
  readonly conflicts?: ConflictMode;
  /** Writes the folders of new posts. Default: at once */
  readonly folders?: FolderWriter;
  /** Returns the address of a post's text on the site; with it, a post whose address changes keeps the old one in `aliases`. */
  readonly addressOf?: FixOptions["addressOf"] | undefined;
}

/** What became of a post; its comments are counted apart. */
export type WriteOutcome = "new" | "unchanged" | "updated" | "kept-edited" | "excluded";

/** What became of a draft. */
export interface WriteResult {
  /** Id of the post in the archive; empty when it is excluded and does not stand there. */
  readonly id: string;
  readonly outcome: WriteOutcome;
  /** The post is new, and an earlier import had brought it: a person removed it since. */
  readonly isReturned: boolean;
  /** A person edited the post's text, and its source has changed, too. */
  readonly isConflict: boolean;
  readonly comments: CommentResults;
  /** What a person should know: a slug that was taken, two comments with one id. */
  readonly notes: readonly string[];
  /** Comments that stand in the post and that the draft does not bring. */
  readonly unclaimed: readonly StandingRecord[];
}

/** Writes the records of one import. Calls must not overlap. */
export interface ArchiveWriter {
  /**
   * Nothing stood in content/ when the writer was opened, but what an interrupted import of the same source left:
   * no source, and no post or page of another.
   */
  readonly wasEmpty: boolean;
  /**
   * Writes a post or page with its thread. A new one appears whole or not at all, a changed file likewise. New ones may still
   * be on their way to the disk; everything else is done when they are there.
   */
  readonly writePost: (draft: PostDraft) => Promise<WriteResult>;
  /**
   * Adds comments to a post or page that stands, and leaves the post itself as it is. A comment that another source
   * brought already is recognised, counted as known, and stays as it is.
   */
  readonly writeComments: (draft: CommentsDraft) => Promise<ThreadOutcome>;
  /** Waits until all that was written lies on the disk; to be called before what follows here, after posts were written. */
  readonly settle: () => Promise<void>;
  /** Returns what identifies each post and page that stands, sorted by id. */
  readonly listPosts: () => readonly StandingPost[];
  /** Returns posts that other sources' `exclude` lists name and that do not stand: whatever belongs to one stays away with it. */
  readonly listExcluded: () => readonly StandingPost[];
  /** Tells whether a public post of the source stands for an id. */
  readonly isPublic: (sourceId: string) => boolean;
  /** Tells whether an id of the source is one that must stay away. */
  readonly isExcluded: (sourceId: string) => boolean;
  /** Returns the public posts that stand for an id of the source and that this import has not met, each with its comments. */
  readonly findUnmet: (sourceId: string) => readonly UnmetPost[];
  /** Returns all public posts, of any source, that this import has not met, each with its comments; reads one at a time. */
  readonly listUnmet: () => Iterable<UnmetPost>;
  /**
   * Writes the file of the import's source. What people keep there (title, rights, exclude, notes) stays;
   * the raw exports are added to those that stand, the importer and the ledger are replaced.
   */
  readonly writeSource: (fields: SourceFields, body?: string) => Promise<SourceOutcome>;
  /** Removes the sample archive, if it is the only source; to be called before the first post. Undefined when it stays. */
  readonly removeSample: () => Promise<SampleRemoval | undefined>;
}
