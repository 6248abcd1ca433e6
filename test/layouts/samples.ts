// Example pages for the tests of the layouts: a context, views of every type, and the drawing of them.

import type { Comment, Post, SiteSettings, Source } from "../../scripts/archive/model.ts";
import { mainPaths } from "../../scripts/site/addresses.ts";
import { citeWords } from "../../scripts/site/cite/cite-words.ts";
import { drawPage as drawPageOfType } from "../../scripts/site/define-page.ts";
import type {
  CommentView,
  PageContext,
  PageType,
  Paging,
  PostCard,
  PostView,
  ThreadView,
  ViewByType,
  YearCount,
} from "../../scripts/site/view.ts";
import type { CommentCard, MissingView, StatisticsView } from "../../scripts/site/ways-in/views.ts";
import { getStrings, LANGUAGES, type Language } from "../../scripts/strings/index.ts";

export const SETTINGS: SiteSettings = {
  title: { en: "Gritter Papers", sv: "Plogbladen" },
  description: { en: "Talk about snow.", sv: "Prat om snö." },
  language: "en",
  contact: "archive@gritter.example",
  repository: "https://code.gritter.example/papers",
  takesOver: [],
  topics: {},
  sample: false,
};

/** Returns a context whose addresses stand below the root of a host. */
export function createContext(language: Language, changes: Partial<PageContext> = {}): PageContext {
  const paths = mainPaths(language);
  const path = changes.path ?? paths.home;
  const others = LANGUAGES.filter((other) => other !== language).map((other) => ({
    language: other,
    path: mainPaths(other).home,
  }));
  return {
    language,
    t: getStrings(language),
    path,
    href: (target) => target,
    absolute: (target) => `https://gritter.example${target}`,
    alternates: others,
    languageSwitch: others,
    settings: SETTINGS,
    siteTitle: SETTINGS.title[language] ?? "",
    has: () => true,
    paths,
    assets: {
      style: "/assets/site.css",
      search: "/assets/search.js",
      header: "/assets/header.js",
      thread: "/assets/thread.js",
      cite: "/assets/cite.js",
      citeComment: "/assets/cite-comment.js",
      people: "/assets/people.js",
      start: "/assets/start.js",
      redirect: "/assets/redirect.js",
      notFound: "/assets/not-found.js",
      favicon: "/assets/favicon.svg",
      imageNotHeld: "/assets/image-not-held.svg",
    },
    hasSearch: true,
    hasDrafts: false,
    isDevelopment: false,
    ...changes,
  };
}

/** Draws a page of a type to a whole document. */
export async function drawPage<Type extends PageType>(
  type: Type,
  view: ViewByType[Type],
  context: PageContext = createContext("en"),
): Promise<string> {
  await import(`../../layouts/pages/${type}.11ty.tsx`);
  return drawPageOfType(type, context, view);
}

/** Returns a comment with its place in a thread. */
export function createCommentView(fields: Partial<Comment>, changes: Partial<CommentView> = {}): CommentView {
  const id = fields.id ?? "comment-1";
  return {
    comment: { id, body: "", file: `posts/2011/salt/comments/${id}.md`, ...fields },
    html: "<p>Words.</p>",
    path: `/en/2011/salt/#${id}`,
    depth: 0,
    replies: [],
    ...changes,
  };
}

/** Returns a chain of replies, each to the one before, `length` comments in all; from the eighth level on they lie flat. */
export function createChain(length: number): CommentView {
  const make = (depth: number): CommentView =>
    createCommentView(
      { id: `chain-${depth}`, author: `Speaker ${depth}` },
      {
        depth,
        ...(depth > 0 && { inReplyTo: { id: `chain-${depth - 1}`, author: `Speaker ${depth - 1}` } }),
        replies: listReplies(depth),
      },
    );
  const listReplies = (depth: number): readonly CommentView[] => {
    if (depth >= 7 || depth + 1 >= length) return [];
    if (depth === 6) return Array.from({ length: length - 7 }, (_, index) => make(7 + index));
    return [make(depth + 1)];
  };
  return make(0);
}

export const POST: Post = {
  type: "post",
  id: "2011/salt",
  title: "Salt & väg",
  lang: "en",
  author: "Ylva Gryning",
  date: "2011-01-19T10:12:00+01:00",
  source: "snowblog",
  source_id: "7",
  source_url: "http://snowblog.example/2011/salt",
  body: "",
  file: "posts/2011/salt/index.md",
  thread: [],
  translations: [],
  attachments: [],
};

/** Returns the view of a post. */
export function createPostView(changes: Partial<PostView> = {}): PostView {
  const post = changes.post ?? POST;
  return {
    post,
    text: post,
    path: "/en/2011/salt/",
    lang: "en",
    isHidden: false,
    html: "<p>Salt is spread at night.</p>",
    excerpt: "Salt is spread at night.",
    topics: [{ label: "snow", path: "/en/topics/snow/" }],
    author: { label: "Ylva Gryning", path: "/en/people/ylva-gryning/" },
    source: { label: "Snow Blog", path: "/en/sources/snowblog/" },
    year: { label: "2011", path: "/en/2011/" },
    translations: [],
    thread: createThread(),
    readingMinutes: 3,
    headings: [],
    original: "http://snowblog.example/2011/salt",
    wayback: "https://web.archive.org/web/20110119091200/http://snowblog.example/2011/salt",
    cite: {
      citation: { kind: "post", id: post.id, archive: "Gritter Papers", title: "Salt & väg" },
      words: citeWords(getStrings("en")),
      references: [{ format: "bibtex", path: "/data/references/snowblog.bib" }],
    },
    ...changes,
  };
}

/** Returns a thread with every kind of comment. */
export function createThread(changes: Partial<ThreadView> = {}): ThreadView {
  return {
    state: "closed",
    found: 6,
    removed: 0,
    declared: 8,
    comments: [
      createCommentView({ id: "comment-1", author: "Åsa Öberg", author_url: "http://asa.example", date: "2011-01-20" }),
      createCommentView({ id: "comment-2", lang: "sv", by_post_author: true, author: "Ylva Gryning" }),
      createCommentView({ id: "comment-3", author_url: "javascript:alert(1)", author: "Mallory" }),
      createCommentView({ id: "comment-4" }, { parentState: "unpublished" }),
      createCommentView(
        { id: "comment-5", status: "redacted" },
        {
          html: "",
          replies: [
            createCommentView(
              { id: "comment-6", author: "Bo" },
              { depth: 1, inReplyTo: { id: "comment-5", status: "redacted" } },
            ),
          ],
        },
      ),
      createCommentView({ id: "comment-7", status: "deleted" }, { html: "" }),
      createChain(10),
    ],
    pings: [
      createCommentView({ id: "comment-8", kind: "pingback", author: "Elsewhere", author_url: "http://else.example/" }),
    ],
    ...changes,
  };
}

export const CARD: PostCard = {
  path: "/en/2011/salt/",
  lang: "en",
  title: "Salt & väg",
  author: "Ylva Gryning",
  date: "2011-01",
  excerpt: "Salt is spread at night.",
  topics: [{ label: "snow", path: "/en/topics/snow/" }],
  source: { label: "Snow Blog", path: "/en/sources/snowblog/" },
  commentCount: 6,
  declared: 8,
};

export const UNTITLED_CARD: PostCard = { path: "/en/undated/untitled-2/", excerpt: "", topics: [], commentCount: 0 };

export const YEARS: readonly YearCount[] = [
  { year: "2009", label: "2009", path: "/en/2009/", count: 1, commentCount: 0 },
  { year: "2011", label: "2011", path: "/en/2011/", count: 12, commentCount: 1234 },
  { year: "undated", label: "Undated", path: "/en/undated/", count: 1, commentCount: 1 },
];

export const SOURCE: Source = {
  id: "snowblog",
  title: "Snow Blog",
  url: "http://snowblog.example/",
  platform: "wordpress",
  rights: "Shown with leave.",
  exports: [{ file: "snow.xml", size: 1234567, sha256: "ab".repeat(32), date: "2016-03-10T10:11:00Z" }],
  importer: "ordskifte 0.1.0",
  ledger: {
    format: "wxr-1.2",
    posts: { read: 5, written: 3, skipped: { draft: 1, "odd-reason": 1 } },
    pages: { read: 0, written: 0, skipped: {} },
    comments: { read: 9, written: 8, skipped: { spam: 1 } },
    other: { read: 0, written: 0, skipped: {} },
    problems: [{ level: "warning", item: "post 7", what: "An unknown shortcode stays visible: [snow]" }],
    balanced: true,
  },
  body: "",
  file: "sources/snowblog.md",
};

/** Returns the place in a list; pages are `/en/2011/`, `/en/2011/2/` … */
export function createPaging(number: number, total: number): Paging {
  const paths = Array.from({ length: total }, (_, index) => (index === 0 ? "/en/2011/" : `/en/2011/${index + 1}/`));
  return { number, total, itemCount: total * 20, paths };
}

const COUNTS = { posts: 19, pages: 2, comments: 1234, people: 8, sources: 1, firstYear: 2007, lastYear: 2014 };
const LIST = { posts: [CARD, UNTITLED_CARD], paging: createPaging(1, 1) };

const MONTHS = [{ month: "2011-03", label: "2011-03", path: "/en/2011/03/", count: 2 }];

const COMMENT_CARD: CommentCard = {
  path: "/sv/2011/salt/#comment-3",
  name: "Ylva Gryning",
  personPath: "/en/people/ylva-gryning/",
  date: "2011-03-04T10:00:00+01:00",
  lang: "sv",
  excerpt: "Grus, inte salt.",
  post: { path: "/sv/2011/salt/", title: "Salt", lang: "sv" },
};

const DECLARED = { conversations: 3, declared: 12, found: 9, short: 1 };

const STATISTICS: StatisticsView = {
  counts: COUNTS,
  pings: 1,
  timeline: {
    unit: "month",
    series: [{ kind: "language", lang: "sv" }, { kind: "unknown" }],
    points: [
      { date: "2011-01", posts: [1, 0], comments: [3, 1] },
      { date: "2011-02", posts: [0, 0], comments: [0, 0] },
      { date: "2011-03", posts: [2, 1], comments: [4, 0] },
    ],
    unplaced: { posts: 1, comments: 2 },
  },
  years: YEARS,
  languages: [
    { lang: "sv", posts: 3, comments: 7 },
    { posts: 1, comments: 1 },
  ],
  sources: [
    {
      label: "Snow Blog",
      path: "/en/sources/snowblog/",
      source: SOURCE,
      posts: 3,
      comments: 8,
      figures: { conversations: 3, declared: 12, found: 9, short: 1 },
    },
  ],
  declared: DECLARED,
  threadSizes: [
    { from: 0, to: 0, count: 1 },
    { from: 1, to: 1, count: 4 },
    { from: 2, count: 3 },
  ],
  median: 1.5,
  mostDiscussed: [CARD],
  authors: [{ label: "Ylva Gryning", path: "/en/people/ylva-gryning/", count: 2 }],
};

const MISSING: MissingView = {
  gaps: [{ path: "/sv/2011/salt/", title: "Salt", lang: "sv", date: "2011-03-04", declared: 12, found: 9 }],
  paging: createPaging(1, 1),
  declared: DECLARED,
  unknown: [{ what: "postTitle", count: 1, of: 19, examples: [{ path: "/en/undated/x/", lang: "" }] }],
  absent: [{ what: "unpublished", count: 2, examples: [{ path: "/sv/2011/salt/", title: "Salt", lang: "sv" }] }],
  media: [
    {
      source: { label: "Snow Blog", path: "/en/sources/snowblog/" },
      account: { held: 4, missing: 2, reasons: { gone: 2 }, hosts: { "snow.example": 2 } },
      posts: [{ path: "/sv/2011/salt/", title: "Salt", lang: "sv", count: 2 }],
    },
  ],
  ledgers: SOURCE.ledger
    ? [{ source: { label: "Snow Blog", path: "/en/sources/snowblog/" }, ledger: SOURCE.ledger }]
    : [],
  notes: [{ label: "Snow Blog", path: "/en/sources/snowblog/" }],
};

/** A view of every page type. */
export const VIEWS: ViewByType = {
  root: { counts: COUNTS },
  home: {
    counts: COUNTS,
    newest: [CARD, UNTITLED_CARD],
    mostDiscussed: [CARD],
    years: YEARS,
    topics: [{ label: "snow", path: "/en/topics/snow/", count: 12 }],
    sources: [{ label: "Snow Blog", path: "/en/sources/snowblog/", source: SOURCE, posts: 3, comments: 8 }],
  },
  post: createPostView(),
  accessibility: {
    obstacles: { imagesUndescribed: 3, imagesNotHeld: 1, languageUnknown: 0, untitled: 2 },
    shortcomings: [{ text: "Äldre filmer saknar textning.", lang: "sv" }],
    burden: [],
    notCovered: [],
  },
  years: { years: YEARS },
  year: { ...LIST, year: "2011", years: YEARS, months: MONTHS, paging: createPaging(2, 9) },
  month: { ...LIST, month: "2011-03", year: { label: "2011", path: "/en/2011/" }, months: MONTHS },
  topics: { topics: [{ label: "snow", path: "/en/topics/snow/", count: 12 }] },
  topic: { ...LIST, topic: "snow" },
  people: {
    authors: [{ label: "Ylva Gryning", path: "/en/people/ylva-gryning/", count: 2 }],
    commenters: [
      { name: "Åsa Öberg", count: 1 },
      { name: "???", count: 2 },
    ],
    recorded: [{ label: "Bo Ek", path: "/en/people/bo-ek/", count: 7 }],
    letters: [
      { initial: "Å", path: "/en/people/" },
      { initial: "", path: "/en/people/2/" },
    ],
    paging: createPaging(1, 1),
  },
  person: {
    ...LIST,
    name: "Ylva Gryning",
    names: ["Y. G."],
    url: "https://ylva.example/",
    html: "<p>A note.</p>",
    noteLang: "en",
    isHidden: false,
    postCount: 2,
    commentCount: 1,
    comments: [COMMENT_CARD],
  },
  comments: { comments: [COMMENT_CARD], paging: createPaging(1, 2), total: 99, undated: 1, years: YEARS },
  statistics: STATISTICS,
  missing: MISSING,
  sources: { sources: [{ label: "Snow Blog", path: "/en/sources/snowblog/", source: SOURCE, posts: 3, comments: 8 }] },
  source: {
    ...LIST,
    source: SOURCE,
    html: "<p>A note.</p>",
    commentCount: 8,
    references: [{ format: "ris", path: "/data/references/snowblog.ris" }],
  },
  pages: { pages: [CARD] },
  about: { counts: COUNTS, dataFiles: [{ label: "posts.ndjson", path: "/data/posts.ndjson" }] },
  search: { index: "/search-index/", base: "/" },
  "not-found": { oldPlaces: [] },
  redirect: { target: "/en/2011/salt/" },
};
