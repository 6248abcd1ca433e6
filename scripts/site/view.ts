// What a page shows: plain values made by scripts/site/, drawn by layouts/. No component reads the archive itself.

import type {
  Comment,
  CommentStatus,
  CommentsState,
  ParentState,
  Post,
  SiteSettings,
  Source,
  Translation,
} from "../archive/model.ts";
import type { Language, Strings } from "../strings/index.ts";
import type { AccessibilityView } from "./accessibility.ts";
import type { MainPage } from "./addresses.ts";
import type { Citation, CiteWords } from "./cite/citation.ts";
import type { ReferencesFile } from "./cite/references.ts";
import type { Picture } from "./images/picture.ts";
import type { PageMeta } from "./meta/page-meta.ts";
import type {
  CommentsView,
  MissingView,
  MonthCount,
  MonthView,
  PeopleView,
  PersonView,
  StatisticsView,
} from "./ways-in/views.ts";

export type { AccessibilityView };

/** A page of the site in another interface language, or a translation of a post. */
export interface Alternate {
  readonly language: Language;
  /** Path below the base, with slashes at both ends. */
  readonly path: string;
}

/** Everything a layout needs to know of the page that it draws, whatever its type. */
export interface PageContext {
  /** Interface language of the page. */
  readonly language: Language;
  readonly t: Strings;
  /** Path below the base: `/en/2011/`. */
  readonly path: string;
  /** Returns the href of a path below the base, with its fragment or query: relative, or under the base path when that is known. */
  readonly href: (path: string) => string;
  /** Returns the absolute address of a path, or undefined when the site's own address is unknown. */
  readonly absolute: (path: string) => string | undefined;
  /** The same page in the other languages. For a post only its real translations. */
  readonly alternates: readonly Alternate[];
  /** Where the language switch leads, one for each other language: the alternate if there is one, else that language's home. */
  readonly languageSwitch: readonly Alternate[];
  readonly settings: SiteSettings;
  /** Title of the archive in the page's language. */
  readonly siteTitle: string;
  /** What the head tells machines; absent on pages that only lead elsewhere. */
  readonly meta?: PageMeta;
  /** Tells whether the site has a main page: a lean one has few. */
  readonly has: (page: MainPage) => boolean;
  /** Paths below the base of the interface's main pages, in this language. */
  readonly paths: Readonly<Record<MainPage, string>>;
  /** Paths below the base of the built assets, with a content hash in the name. The last two are layouts/assets/*.svg. */
  readonly assets: Readonly<
    Record<
      | "style"
      | "search"
      | "header"
      | "thread"
      | "cite"
      | "citeComment"
      | "people"
      | "start"
      | "redirect"
      | "notFound"
      | "favicon"
      | "imageNotHeld",
      string
    >
  >;
  /** False when the site is built without search: no search box is shown. */
  readonly hasSearch: boolean;
  /** The site shows what its sources did not publish: it is kept out of search engines. */
  readonly hasDrafts: boolean;
  /** True under `npm start`; the Content-Security-Policy is left out then, because the reloading script is inline. */
  readonly isDevelopment: boolean;
}

/** One line of a list of posts. */
export interface PostCard {
  readonly path: string;
  /** BCP 47 code of the text; absent when unknown. */
  readonly lang?: string;
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  /** Beginning of the text, plain, at most about 240 characters, cut at a word; empty for an empty text. */
  readonly excerpt: string;
  readonly topics: readonly Link[];
  readonly source?: Link;
  readonly commentCount: number;
  /** More than found, or absent. */
  readonly declared?: number;
}

/** A name and where it leads. */
export interface Link {
  readonly label: string;
  /** Path below the base, or an absolute address. */
  readonly path: string;
}

/** A link with a number of posts. */
export interface CountedLink extends Link {
  readonly count: number;
}

/** The place in a list that runs over several pages. */
export interface Paging {
  /** 1-based. */
  readonly number: number;
  readonly total: number;
  readonly itemCount: number;
  /** Path of each page, in order. */
  readonly paths: readonly string[];
}

/** A list of posts, one page of it. */
export interface PostList {
  readonly posts: readonly PostCard[];
  readonly paging: Paging;
}

/** Another comment of the same thread, as far as a link to it tells. */
export interface CommentLink {
  readonly id: string;
  readonly author?: string;
  readonly status?: CommentStatus;
}

/** A comment in its place. */
export interface CommentView {
  readonly comment: Comment;
  /** Safe HTML; empty for a redacted or deleted comment. */
  readonly html: string;
  /** Path below the base with fragment. */
  readonly path: string;
  /** 0 for a comment on the post itself; the true depth, also beyond what is nested. */
  readonly depth: number;
  /** The parent, when it stands in this thread. */
  readonly inReplyTo?: CommentLink;
  /** Why the parent does not stand here. */
  readonly parentState?: ParentState;
  /** The answer before it to what it answers, when other comments stand between the two. */
  readonly previous?: CommentLink;
  /** The answer after it to what it answers, when other comments stand between the two. */
  readonly next?: CommentLink;
  /** Somebody answered it, at whatever level the answers stand. */
  readonly isAnswered?: true;
  /** Nested replies, to eight levels; deeper ones follow flat among the replies of the eighth. */
  readonly replies: readonly CommentView[];
}

/** A post's thread. */
export interface ThreadView {
  readonly state: CommentsState;
  /** Published comments in the archive, without pingbacks. */
  readonly found: number;
  /** Comments that stand here as tombstones. */
  readonly removed: number;
  /** As the source claimed; absent when it made no claim. */
  readonly declared?: number;
  readonly comments: readonly CommentView[];
  /** Positions of the comments, counted through the thread from 0, in order of time; absent where that is the thread's own order. */
  readonly timeOrder?: readonly number[];
  /** Pingbacks and trackbacks that nobody answered. */
  readonly pings: readonly CommentView[];
}

/** A post or page, or a translation of one. */
export interface PostView {
  readonly post: Post;
  /** What is shown: the post itself, or its translation. */
  readonly text: Post | Translation;
  readonly path: string;
  /** BCP 47 code of the text; empty when unknown, as in HTML. */
  readonly lang: string;
  /** Search engines are asked to leave the page out. */
  readonly isHidden: boolean;
  /** Safe HTML. */
  readonly html: string;
  /** Beginning of the text, plain, for descriptions; empty for an empty text. */
  readonly excerpt: string;
  readonly topics: readonly Link[];
  /** The author's page, when the name is known. */
  readonly author?: Link;
  readonly source?: Link;
  readonly year: Link;
  readonly newer?: Link;
  readonly older?: Link;
  /** The neighbours in the same source, where the archive has several and these are others. */
  readonly inSource?: { readonly newer?: Link; readonly older?: Link };
  readonly image?: FeaturedImage;
  /** The author's own summary, safe HTML. */
  readonly summary?: string;
  /** Whole minutes, 0 for less than one; absent for an empty text. */
  readonly readingMinutes?: number;
  /** The headings of a long text, whose ids stand in `html`; empty for others. */
  readonly headings: readonly Heading[];
  /** Where the text stood first, an address of the web. */
  readonly original?: string;
  /** Where the Wayback Machine shows the original as it was. */
  readonly wayback?: string;
  readonly cite: CiteView;
  /** Translations and, on a translation, the original; the label is the title. */
  readonly translations: readonly (Link & { readonly lang: string; readonly isOriginal: boolean })[];
  /** Absent on a translation made by hand: the thread belongs to the original. */
  readonly thread?: ThreadView;
}

/** A heading of a text and those below it. */
export interface Heading {
  readonly id: string;
  readonly label: string;
  readonly children: readonly Heading[];
}

/** What a post is cited by. Comments are cited by it too, with what the page tells of each. */
export interface CiteView {
  /** Tidy: as tidyCitation() returns it. */
  readonly citation: Citation;
  readonly words: CiteWords;
  /** Files with the references of all posts of the source. */
  readonly references: readonly ReferencesFile[];
}

/** The image at the head of a post. */
export interface FeaturedImage {
  /** Path below the base; of an image that is not held its address, which is only linked, or the name of its file. */
  readonly path: string;
  readonly isHeld: boolean;
  /** The file is there, but is no image that can be shown. */
  readonly isUnshown?: boolean;
  /** The files to choose from, of an image that is held. */
  readonly picture?: Picture;
  readonly alt: string;
  readonly caption?: string;
}

/** Counts for the whole archive. */
export interface ArchiveCounts {
  readonly posts: number;
  readonly pages: number;
  readonly comments: number;
  readonly people: number;
  readonly sources: number;
  /** First and last year with a dated post. */
  readonly firstYear?: number;
  readonly lastYear?: number;
}

/** The front page of one language. */
export interface HomeView {
  readonly counts: ArchiveCounts;
  readonly newest: readonly PostCard[];
  readonly mostDiscussed: readonly PostCard[];
  /** Ascending; `undated` last, when there is any. */
  readonly years: readonly YearCount[];
  readonly topics: readonly CountedLink[];
  readonly sources: readonly SourceCard[];
}

/** Posts and comments of a year; `year` is `undated` for posts without a date. */
export interface YearCount extends CountedLink {
  readonly year: string;
  readonly commentCount: number;
}

/** One source in a list. */
export interface SourceCard extends Link {
  readonly source: Source;
  readonly posts: number;
  readonly comments: number;
}

export interface YearsView {
  readonly years: readonly YearCount[];
}
export interface YearView extends PostList {
  readonly year: string;
  /** Months of the year with posts; empty for undated posts. */
  readonly months: readonly MonthCount[];
  readonly years: readonly YearCount[];
}
export interface TopicsView {
  readonly topics: readonly CountedLink[];
}
export interface TopicView extends PostList {
  readonly topic: string;
}
export interface SourcesView {
  readonly sources: readonly SourceCard[];
}
export interface SourceView extends PostList {
  readonly source: Source;
  /** Notes for readers, safe HTML; empty when there are none. */
  readonly html: string;
  readonly commentCount: number;
  /** Files with the references of its posts; none where it has no posts. */
  readonly references: readonly ReferencesFile[];
}
export interface PagesView {
  readonly pages: readonly PostCard[];
}
export interface AboutView {
  readonly counts: ArchiveCounts;
  /** Git commit that the texts stand as; absent when unknown. */
  readonly version?: string;
  /** Data files for researchers: name and path. */
  readonly dataFiles: readonly Link[];
}
/** The search page; its script reads the query. Without script it shows the ways in. */
export interface SearchView {
  /** Path of the folder of the search index. */
  readonly index: string;
  /** Home of the site, for the addresses of hits. */
  readonly base: string;
}
export interface RedirectView {
  /** Path below the base. */
  readonly target: string;
}
/** The chooser at `/`. */
export interface RootView {
  readonly counts: ArchiveCounts;
  /** Path of the map of old addresses, when the site takes over those of a blog. */
  readonly oldMap?: string;
}
/** What a missing address shows; its script looks the address up among the old ones. */
export interface NotFoundView {
  /** Where old addresses are answered, with the path of the map of each. */
  readonly oldPlaces: readonly { readonly prefix: string; readonly map: string }[];
}

/** The view of each page type; a page type is one file in layouts/pages/. */
export interface ViewByType {
  readonly root: RootView;
  readonly home: HomeView;
  readonly post: PostView;
  readonly years: YearsView;
  readonly year: YearView;
  readonly month: MonthView;
  readonly topics: TopicsView;
  readonly topic: TopicView;
  readonly people: PeopleView;
  readonly person: PersonView;
  readonly statistics: StatisticsView;
  readonly comments: CommentsView;
  readonly missing: MissingView;
  readonly sources: SourcesView;
  readonly source: SourceView;
  readonly pages: PagesView;
  readonly about: AboutView;
  readonly accessibility: AccessibilityView;
  readonly search: SearchView;
  readonly "not-found": NotFoundView;
  readonly redirect: RedirectView;
}

/** Name of a page type. */
export type PageType = keyof ViewByType;
