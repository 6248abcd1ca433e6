// What every platform's importer offers, and what it is given; a platform is one file beside this one.

import type { StandingPost } from "../archive/archive-writer.ts";
import type { LedgerBuilder } from "../archive/ledger.ts";
import type { CommentDraft, CommentsDraft, PostDraft, SourceFields } from "../archive/model.ts";
import type { ExportedAttachment } from "./media/keep-attachments.ts";
import type { Upload } from "./media/media-wants.ts";
import type { ExportInput } from "./open-input.ts";

/** A group of records that only posts and pages of the user's choice belong to. */
export interface IncludeOptions {
  readonly drafts: boolean;
  readonly private: boolean;
  readonly pending: boolean;
  readonly future: boolean;
  /** Further post types, imported as posts. */
  readonly types: ReadonlySet<string>;
}

/** What the user chose on the command line. */
export interface ImportOptions {
  /** Source id; made from the blog's address when absent. */
  readonly source?: string;
  /** Address of the blog, for exports that do not tell it. */
  readonly baseUrl?: string;
  /** IANA zone for times that have no offset of their own. */
  readonly timezone?: string;
  /** Language code, or `auto` for detection. */
  readonly lang: string;
  readonly include: IncludeOptions;
  readonly maskEmails: boolean;
}

/** Defaults of the options. */
export const defaultImportOptions: ImportOptions = {
  lang: "auto",
  include: { drafts: false, private: false, pending: false, future: false, types: new Set() },
  maskEmails: false,
};

/** A text as its source shows it. One stage of the import makes Markdown of all texts: texts/convert-entries.ts. */
export interface SourceText {
  readonly html: string;
  /** `html` holds plain text instead, which shows letter by letter. */
  readonly isPlain?: true;
  readonly profile: "post" | "comment";
  /** Address that relative links and images are resolved against; they stay relative without it. */
  readonly baseUrl?: string;
  /** Names its record in the account: `post 12 "Title"`. */
  readonly item: string;
  /** A warning for the account where nothing remains of the text. */
  readonly whenEmpty?: string;
}

/** A kind of ledger group that a draft is counted in; `other` for custom types. */
export type DraftGroup = "posts" | "pages" | "other";

/** A comment whose text is still to be converted. It has none where the source says nothing: it was deleted there. */
export interface UnconvertedComment extends Omit<CommentDraft, "body"> {
  readonly body?: SourceText;
}

/** A post whose texts are still to be converted; one that stands for comments only has none of its own. */
export interface UnconvertedPost extends Omit<PostDraft, "body" | "excerpt" | "thread"> {
  readonly body?: SourceText;
  readonly excerpt?: SourceText;
  readonly thread: readonly UnconvertedComment[];
}

/** A post on its way to the writer. */
export interface DraftEntry {
  readonly draft: UnconvertedPost;
  readonly group: DraftGroup;
  /** Source id of the post that this one translates; the archive knows it by another id, which the writer tells. */
  readonly translationOf?: string;
}

/** Comments on their way to a post that another source brought. */
export interface CommentsEntry {
  readonly comments: Omit<CommentsDraft, "thread"> & { readonly thread: readonly UnconvertedComment[] };
}

/** One blog, found in one or several exports, ready to be converted. */
export interface FoundSource {
  /** Suggested source id; empty when the export does not say whose it is. */
  readonly id: string;
  /** `wxr-1.2`, `blogger-atom` … */
  readonly format: string;
  readonly inputs: readonly ExportInput[];
  /** Number of records that will be read, for the progress line. */
  readonly total: number;
  /** What is known of the blog; exports, importer and ledger are filled in by the import. */
  readonly fields: Omit<SourceFields, "exports" | "importer" | "ledger">;
  /** What the blog says of itself, plain text; empty when it says nothing. */
  readonly description: string;
  /** Files that the export knows as the blog's own, with the pages about them; absent when it lists none. */
  readonly uploads?: readonly Upload[];
  /** Lists the same files by their numbers, for old addresses; absent where the platform gave them none. */
  readonly listAttachments?: () => Iterable<ExportedAttachment>;
  /** Places on the disk of pictures that were saved with its pages, by their addresses; filled by `convert`. */
  readonly savedFiles?: ReadonlyMap<string, string>;
  /** When each export was made, in the order of the inputs. */
  readonly exportDates: readonly (string | undefined)[];
  /**
   * Reads the exports again and yields each post that is to be written, or the comments for one that stands. All else is
   * counted in the ledger here. `listPosts` returns the posts that stand in the archive.
   */
  readonly convert: (
    options: ImportOptions,
    ledger: LedgerBuilder,
    listPosts: () => readonly StandingPost[],
  ) => AsyncGenerator<DraftEntry | CommentsEntry>;
}

/** What the user said of whose export it is, and in what language. */
export type NamingOptions = Pick<ImportOptions, "source" | "baseUrl"> & Partial<Pick<ImportOptions, "lang">>;

/** Reads one kind of export. */
export interface Importer {
  /** As a person would call it: `WordPress export (WXR)`. */
  readonly name: string;
  /** Tells by an input's beginning whether it is one. */
  readonly recognizes: (input: ExportInput) => boolean;
  /** Reads through the inputs and returns the blogs in them. @throws InputError for an input with nothing whole in it */
  readonly findSources: (
    inputs: readonly ExportInput[],
    onProgress: (what: string) => void,
    options?: NamingOptions,
  ) => Promise<readonly FoundSource[]>;
}
