// What the ways in show beyond lists of posts: months, people, figures, the newest comments, what is missing.

import type { Ledger, MediaAccount } from "../../archive/ledger-model.ts";
import type { ArchiveCounts, CountedLink, Link, Paging, PostCard, PostList, SourceCard, YearCount } from "../view.ts";

/** One line of a list of comments. */
export interface CommentCard {
  /** Path below the base with fragment. */
  readonly path: string;
  /** As written below the comment; absent when unknown. */
  readonly name?: string;
  /** The page of the person, when there is one. */
  readonly personPath?: string;
  readonly date?: string;
  /** BCP 47 code of the text; empty when unknown, as in HTML. */
  readonly lang: string;
  /** Beginning of the text, plain. */
  readonly excerpt: string;
  readonly post: PostName;
}

/** A post as it is named where something else is told of it. */
export interface PostName {
  readonly path: string;
  readonly title?: string;
  readonly lang: string;
}

/** Posts of a month. */
export interface MonthCount extends CountedLink {
  /** `2011-03`. */
  readonly month: string;
}

export interface MonthView extends PostList {
  /** `2011-03`. */
  readonly month: string;
  readonly year: Link;
  readonly months: readonly MonthCount[];
}

export interface PeopleView {
  /** Those who wrote posts, and those whom an editor recorded; each has a page. Sorted by the page language's rules. */
  readonly authors: readonly CountedLink[];
  /** Recorded people who only commented; each has a page. The count is of comments. */
  readonly recorded: readonly CountedLink[];
  /** Other names, with the number of their comments; no page of their own. */
  readonly commenters: readonly { readonly name: string; readonly count: number }[];
  /** Of the commenters. */
  readonly paging: Paging;
  /** The letters under which commenters stand, with the page of the list on which each begins; "" for names without a letter. */
  readonly letters: readonly { readonly initial: string; readonly path: string }[];
}

export interface PersonView {
  readonly name: string;
  /** The other names, as an editor recorded them. */
  readonly names: readonly string[];
  readonly url?: string;
  /** A note for readers, safe HTML; empty when there is none, and after the first page. */
  readonly html: string;
  readonly noteLang: string;
  readonly isHidden: boolean;
  readonly postCount: number;
  readonly commentCount: number;
  /** What this page of the list shows: posts first, then comments. */
  readonly posts: readonly PostCard[];
  readonly comments: readonly CommentCard[];
  readonly paging: Paging;
}

export interface CommentsView {
  readonly comments: readonly CommentCard[];
  /** Its itemCount is of what is listed. */
  readonly paging: Paging;
  /** All comments of the archive. */
  readonly total: number;
  readonly undated: number;
  readonly years: readonly YearCount[];
}

/** Which texts a line of figures is about. */
export type LanguageSeries =
  | { readonly kind: "language"; readonly lang: string }
  | { readonly kind: "other" | "unknown" };

/** One month or year of the timeline; the figures stand in the order of the series. */
export interface TimelinePoint {
  /** `2011-03` or `2011`. */
  readonly date: string;
  readonly posts: readonly number[];
  readonly comments: readonly number[];
}

/** Posts and comments in time. */
export interface TimelineView {
  readonly unit: "month" | "year";
  readonly series: readonly LanguageSeries[];
  /** Every month or year from the first to the last, also those in which nothing was written. */
  readonly points: readonly TimelinePoint[];
  /** What is not dated as exactly as the picture, or lies far outside it. */
  readonly unplaced: { readonly posts: number; readonly comments: number };
}

/** Posts and comments of one language. */
export interface LanguageFigures {
  /** BCP 47 code without region; absent when unknown. */
  readonly lang?: string;
  readonly posts: number;
  readonly comments: number;
}

/** How many conversations have so many comments. `to` is absent in the last line. */
export interface ThreadSizes {
  readonly from: number;
  readonly to?: number;
  readonly count: number;
}

/** What sources claimed to have, beside what was found. */
export interface DeclaredFigures {
  /** Conversations whose source told a number. */
  readonly conversations: number;
  readonly declared: number;
  /** Published comments and places of removed ones in these conversations. */
  readonly found: number;
  /** Conversations of which fewer comments were found than declared. */
  readonly short: number;
}

export interface StatisticsView {
  readonly counts: ArchiveCounts;
  readonly pings: number;
  readonly timeline: TimelineView;
  readonly years: readonly YearCount[];
  readonly languages: readonly LanguageFigures[];
  readonly sources: readonly (SourceCard & { readonly figures: DeclaredFigures })[];
  readonly declared: DeclaredFigures;
  readonly threadSizes: readonly ThreadSizes[];
  /** Of comments in a conversation; absent without conversations. */
  readonly median?: number;
  readonly mostDiscussed: readonly PostCard[];
  readonly authors: readonly CountedLink[];
}

/** A conversation of which fewer comments were found than its source declared. */
export interface ThreadGap extends PostName {
  readonly date?: string;
  readonly declared: number;
  readonly found: number;
}

/** Something that is not known of posts or comments. */
export interface UnknownFigures {
  readonly what: "postTitle" | "postAuthor" | "postDate" | "postLang" | "commentName" | "commentDate";
  readonly count: number;
  readonly of: number;
  readonly examples: readonly PostName[];
}

/** Comments that are known of and not shown. */
export interface AbsentFigures {
  readonly what: "unpublished" | "deleted" | "missing" | "redacted" | "tombstones";
  readonly count: number;
  readonly examples: readonly PostName[];
}

/** The files of a source that its texts show or link to. */
export interface MediaFigures {
  readonly source: Link;
  readonly account: MediaAccount;
  /** Conversations with the most files that are not held. */
  readonly posts: readonly (PostName & { readonly count: number })[];
}

export interface MissingView {
  /** Largest gap first. */
  readonly gaps: readonly ThreadGap[];
  /** Of the gaps. */
  readonly paging: Paging;
  readonly declared: DeclaredFigures;
  readonly unknown: readonly UnknownFigures[];
  readonly absent: readonly AbsentFigures[];
  readonly media: readonly MediaFigures[];
  readonly ledgers: readonly { readonly source: Link; readonly ledger: Ledger }[];
  /** Sources with a note that may tell what their pages showed. */
  readonly notes: readonly Link[];
}
