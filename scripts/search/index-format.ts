// The form of the search index on disk, which scripts/site/search/ writes and layouts/assets/search/ reads.
//
// A *record* is one text that can be found: a post, or one comment. The records of a conversation have consecutive numbers,
// the post first; conversations are numbered from the oldest to the newest, those without a date before all others.
//
//   search-index/index.json            the manifest
//   search-index/<version>/table.bin   what each record is
//   search-index/<version>/topics.bin, people.bin
//   search-index/<version>/<language>-<n>.words.bin    which records hold a word
//   search-index/<version>/<language>-<n>.places.bin   where in them; asked for by phrases only
//   search-index/<version>/texts/<n>.bin               the texts of one conversation, as JSON
//
// All .bin files are compressed with gzip: not every host compresses what it sends.

/** Folder of the index, below the site's base. */
export const SEARCH_FOLDER = "search-index";

/** The manifest, below the site's base. */
export const MANIFEST_FILE = `${SEARCH_FOLDER}/index.json`;

/** Where an index is made before its version is known. */
export const NEXT_FOLDER = `${SEARCH_FOLDER}/next`;

/** Returns the file with the texts of a conversation, below the version's folder. */
export function textsFile(conversation: number): string {
  return `texts/${conversation}.bin`;
}

/** Marks the form that this file describes; a page that was loaded before a change of it must not misread the index. */
export const INDEX_FORMAT = 1;

/** `search-index/index.json`. */
export interface IndexManifest {
  readonly format: typeof INDEX_FORMAT;
  /** Name of the folder with all other files; it changes when anything in them does. */
  readonly version: string;
  readonly conversations: number;
  /** How many of them have no date. */
  readonly undated: number;
  readonly records: number;
  /** The indexes, by code. */
  readonly languages: readonly IndexedLanguage[];
  /** Names of the codes in the table. The first year is empty: unknown. */
  readonly years: readonly string[];
  readonly sources: readonly NamedSource[];
}

/** The index of the texts in one language. */
export interface IndexedLanguage {
  /** `sv`; `und` for texts whose language is unknown. */
  readonly code: string;
  readonly records: number;
  /** First key of each file of words, in order. */
  readonly starts: readonly string[];
}

/** A source and its name. Records without one have an empty id. */
export interface NamedSource {
  readonly id: string;
  readonly label: string;
}

/** `texts/<n>.bin`: what is needed to show the hits of one conversation. Absent means unknown. */
export interface ConversationTexts {
  /** Path of the page below the base. */
  readonly path: string;
  readonly title?: string;
  /** In the order of their records. */
  readonly texts: readonly RecordText[];
}

/** One text of a conversation. */
export interface RecordText {
  /** Id of the comment on the page; absent for the post. */
  readonly id?: string;
  readonly author?: string;
  /** EDTF. */
  readonly date?: string;
  /** BCP 47 code. */
  readonly lang?: string;
  readonly text: string;
}

/** Bits of a posting, beside the distance from the record before: the word stands in the title or the name; more than once. */
export const IN_HEADING = 2;
export const REPEATED = 1;
