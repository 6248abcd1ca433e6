// The archive's data model: what content/ says, as plain readonly values. docs/archive-format.md is its reference.

import type { Message } from "../strings/messages/index.ts";
import type { Ledger } from "./ledger-model.ts";

/** How an archived conversation was published at its source. A page differs from a post only in where it lives. */
export type PostType = "post" | "page";

/** What the source said about further comments; `unknown` when it said nothing. */
export type CommentsState = "open" | "closed" | "unknown";

/** Why a parent that the source names has no comment here. */
export type ParentState = "unpublished" | "deleted" | "missing";

/** What a response is; `comment` is the default and is not written to disk. */
export type CommentKind = "comment" | "pingback" | "trackback";

/**
 * Absent on disk means published. `redacted` keeps the post's place and its thread, and says nothing else; all others are
 * left out of the site unless it is built with drafts.
 */
export type PostStatus = "draft" | "private" | "pending" | "future" | "redacted";

/** Absent on disk means published. Both others keep the comment's place in the thread and say nothing else. */
export type CommentStatus = "redacted" | "deleted";

/**
 * Where a record comes from. All are absent for a record written by hand.
 * `imported` is the first 12 hexadecimal digits of the SHA-256 of the file as the importer wrote it, without its own line.
 */
export interface Provenance {
  /** Id of the source, the name of its file in content/sources/. */
  readonly source?: string;
  /** The record's own id at the source, as text: `"1234"`. */
  readonly source_id?: string;
  /** Absolute address of the original. */
  readonly source_url?: string;
  readonly imported?: string;
}

/** What the source told of a post's comments. */
export interface CommentsInfo {
  readonly state: CommentsState;
  /** How many comments the source claimed to have; absent when it made no claim. */
  readonly declared?: number;
}

/** The front matter of a post or page, in the fixed order of the keys on disk. Absent means unknown. */
export interface PostFields extends Provenance {
  /** Plain text, never Markdown or HTML. */
  readonly title?: string;
  /** BCP 47 code of the text's language. */
  readonly lang?: string;
  /** Name as shown by the source, plain text. */
  readonly author?: string;
  /** EDTF: `2011-01-19T10:12:00+01:00`, `2009-11`, `2011-07~`. */
  readonly date?: string;
  /** EDTF; when the source last changed the text. */
  readonly updated?: string;
  readonly topics?: readonly string[];
  /** The author's own summary, in Markdown; never made from the text. */
  readonly excerpt?: string;
  /** The source showed the post above newer ones. */
  readonly sticky?: true;
  /** Featured image: an absolute address, or a path relative to the file. */
  readonly image?: string;
  readonly image_alt?: string;
  readonly image_caption?: string;
  readonly comments?: CommentsInfo;
  /** Post id of the original that this post translates. */
  readonly translation_of?: string;
  readonly status?: PostStatus;
  /** EDTF; the day on which the text was taken away here. */
  readonly redacted?: string;
  /** Keeps the page out of search engines. */
  readonly noindex?: true;
  /** Former addresses on this site, such as `/en/2011/old-slug/`; each becomes a redirect. */
  readonly aliases?: readonly string[];
}

/** The front matter of a comment, in the fixed order of the keys on disk. Absent means unknown. */
export interface CommentFields extends Provenance {
  /** Anchor of the comment on its original page: `comment-1234`, `c5678`; `comment-01-02` where the source has none. */
  readonly id: string;
  /** The source's parent, also when that comment is not in the archive: then `parent_state` says why. */
  readonly parent?: string;
  readonly parent_state?: ParentState;
  readonly kind?: CommentKind;
  readonly status?: CommentStatus;
  /** EDTF; the day on which the comment was taken away here. */
  readonly redacted?: string;
  /** Keeps the comment out of search engines, and with it the page that it stands on: there is no smaller way. */
  readonly noindex?: true;
  /** Absent when it is the post's language. */
  readonly lang?: string;
  readonly author?: string;
  readonly author_url?: string;
  /** The post's own author wrote it, by the source's user id; never concluded from equal names. */
  readonly by_post_author?: true;
  readonly date?: string;
}

/** Front-matter keys that this version does not know, kept as they were read. */
export type ExtraFields = Readonly<Record<string, unknown>>;

/** A comment as it stands in the archive. */
export interface Comment extends CommentFields {
  /** Markdown; empty for a redacted or deleted comment. */
  readonly body: string;
  readonly extra?: ExtraFields;
  /** Path below content/, with `/`. */
  readonly file: string;
}

/** A translation made by hand: `index.<lang>.md` beside `index.md`. The thread stays with the original. */
export interface Translation extends PostFields {
  readonly lang: string;
  readonly body: string;
  readonly extra?: ExtraFields;
  readonly file: string;
}

/** A post or page with its thread. */
export interface Post extends PostFields {
  readonly type: PostType;
  /** Folder below content/posts/ (`2011/we-need-to-talk`), or `pages/<slug>` for a page. */
  readonly id: string;
  readonly body: string;
  readonly extra?: ExtraFields;
  readonly file: string;
  /** All comments, flat, ordered by id; buildThread() makes the tree. */
  readonly thread: readonly Comment[];
  readonly translations: readonly Translation[];
  /** Names of the other files in the folder (images and the like), sorted. */
  readonly attachments: readonly string[];
}

/** One raw export that was imported. The file itself stays outside the repository. */
export interface RawExport {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** When the source made it, ISO 8601, as the export says; absent when it does not. */
  readonly date?: string;
}

/** The front matter of content/sources/<id>.md. */
export interface SourceFields {
  readonly title?: string;
  readonly url?: string;
  /** `wordpress`, `blogger`, `disqus`, `page`, `sample` … */
  readonly platform?: string;
  /** The blog's own id there, as text: two exports with one id are of one blog, also when its address is not told. */
  readonly platform_id?: string;
  readonly lang?: string;
  /** IANA time zone or offset in which dates were read; absent when the export told each offset. */
  readonly timezone?: string;
  /** Whose texts these are and under what terms they are shown; plain text. */
  readonly rights?: string;
  readonly exports?: readonly RawExport[];
  /** Version of the importer, `ordskifte 0.1.0`. */
  readonly importer?: string;
  /** Source ids that an import must leave out: `1234` for a post, `comment-77` for a comment. */
  readonly exclude?: readonly string[];
  readonly ledger?: Ledger;
}

/** A blog or other place that conversations were taken from. */
export interface Source extends SourceFields {
  /** File name without `.md`: slug of host and path, `lindiop-wordpress-com`. */
  readonly id: string;
  /** Notes for readers, Markdown. */
  readonly body: string;
  readonly extra?: ExtraFields;
  readonly file: string;
}

/** The front matter of content/people/<slug>.md. */
export interface PersonFields {
  /** As pages call the person, plain text; one of the names in posts and comments too. */
  readonly name?: string;
  /** Other names, spelt as in posts and comments, that an editor knows to be this person's. */
  readonly names?: readonly string[];
  /** Sources in which these names are this person's; absent for all. */
  readonly sources?: readonly string[];
  /** The person's own page elsewhere. */
  readonly url?: string;
  /** BCP 47 code of the note's language. */
  readonly lang?: string;
  /** Keeps the person's page out of search engines, or lets it in; absent: in for who wrote a post, out for who only commented. */
  readonly noindex?: boolean;
}

/** One person under several names, or with a note: recorded by an editor, never concluded from equal names. */
export interface Person extends PersonFields {
  /** File name without `.md`, the last part of the page's address. */
  readonly id: string;
  readonly name: string;
  /** Notes for readers, Markdown. */
  readonly body: string;
  readonly extra?: ExtraFields;
  readonly file: string;
}

/** A record as an importer hands it to the writer, before it has a folder. */
export interface PostDraft extends Omit<PostFields, "imported"> {
  readonly type: PostType;
  readonly source: string;
  readonly source_id: string;
  /** The source's slug, decoded, not yet made safe; absent when it has none. */
  readonly slug?: string;
  readonly body: string;
  readonly thread: readonly CommentDraft[];
}

/** A comment as an importer hands it to the writer. */
export interface CommentDraft extends Omit<CommentFields, "imported"> {
  readonly source: string;
  readonly source_id: string;
  readonly body: string;
}

/** Comments that an importer brings to a post of another source. */
export interface CommentsDraft {
  /** Id of the post or page in the archive. */
  readonly postId: string;
  readonly source: string;
  /** What the comments' source calls the pages that they stood on; one that is excluded keeps all of them away. */
  readonly source_ids: readonly string[];
  readonly thread: readonly CommentDraft[];
}

/** A text in each interface language; at least one is present. */
export type LocalText = Readonly<Record<string, string>>;

/** Who stands behind an archive, and what they state of its accessibility. What is absent is not known and not claimed. */
export interface SiteBody {
  readonly name?: string;
  /** `public`: a body that the Swedish law on the accessibility of digital public service (2018:1937) binds. */
  readonly type?: "public" | "other";
  /** Where to report what cannot be used: an https address or an e-mail address. */
  readonly contact?: string;
  /** How far the site complies with the law, as the body judges. */
  readonly compliance?: "full" | "partial" | "none";
  /** What is not accessible, each with its reason. The language of a text without one is "". */
  readonly shortcomings?: readonly LocalText[];
  /** What is left as it is because the law's 12 § calls the work a disproportionate burden. */
  readonly burden?: readonly LocalText[];
  /** What the law's 9 § leaves out. */
  readonly notCovered?: readonly LocalText[];
  /** Assessed by the body itself or by somebody else. */
  readonly method?: "self" | "external";
  readonly assessor?: string;
  /** Day of the assessment: `2026-05-04`. */
  readonly assessed?: string;
  /** Day on which the statement was last changed. */
  readonly updated?: string;
  /** Who supervises, when it is not the Swedish authority for digital government. */
  readonly supervisor?: { readonly name: LocalText; readonly url: string };
}

/** content/site.json, with its defaults filled in. */
export interface SiteSettings {
  readonly title: LocalText;
  readonly description: LocalText;
  /** Interface language of texts whose own language is none of the interface's. */
  readonly language: string;
  /** `https://host/base/`; absent when unknown. */
  readonly url?: string;
  /** Where to report or ask for removal: an https address or an e-mail address that its owner chose to publish. */
  readonly contact?: string;
  /** `https://github.com/owner/name`. */
  readonly repository?: string;
  /** The branch that contributors edit; absent for the repository's default branch. */
  readonly branch?: string;
  /** Who stands behind the archive, for the accessibility statement. */
  readonly body?: SiteBody;
  /** Sources whose old addresses are served at `/`. */
  readonly takesOver: readonly string[];
  /** Renames: topic as written → topic as shown. */
  readonly topics: Readonly<Record<string, string>>;
  /** Marks every page as sample content. */
  readonly sample: boolean;
}

/** All of content/. */
export interface Archive {
  /** Sorted by id. Pages too; see `type`. */
  readonly posts: readonly Post[];
  /** Sorted by id. */
  readonly sources: readonly Source[];
  /** Sorted by id. */
  readonly people: readonly Person[];
  readonly settings: SiteSettings;
}

/** A finding about one file of the archive. Only an error makes a command fail. */
export interface Problem {
  readonly level: "error" | "warning";
  /** Stable name for tests and translations: `parent-missing`. */
  readonly code: string;
  /** Path below content/. */
  readonly file: string;
  /** 1-based; absent when it concerns the whole file. */
  readonly line?: number;
  /** Line of the text below the front matter, 1-based, where the line of the file is not known yet; see placeProblem(). */
  readonly textLine?: number;
  /** Front-matter key that it concerns. */
  readonly key?: string;
  /** What was found and what to do, to be worded in the reader's language. */
  readonly message: Message;
}
