// Sorts a forum's threads and comments by pages, and makes of each page a post, or comments for a post that stands.

import type { StandingPost } from "../../archive/archive-writer.ts";
import type { LedgerBuilder } from "../../archive/ledger.ts";
import { hideEmailAddresses } from "../../markdown/email-address.ts";
import { toArchiveDate } from "../blogger/dates.ts";
import { type LanguageDetector, loadLanguageDetector, settleLanguage } from "../detect-language.ts";
import type { CommentsEntry, DraftEntry, ImportOptions, UnconvertedComment, UnconvertedPost } from "../importer.ts";
import { toOneLine, toPlainText } from "../wordpress/plain-text.ts";
import { decodeSlug } from "../wordpress/topics.ts";
import { type CommentRecord, draftComments, findSkipReason, sortComments, timeOf } from "./comments.ts";
import { matchPages, type PageMatch } from "./match-pages.ts";
import { toMessageHtml } from "./message-html.ts";
import { type DisqusPage, isDeleted, joinThreads, type ThreadRecord } from "./pages.ts";
import { takeThreads } from "./records.ts";
import { type ForumSurvey, restoreComment } from "./survey.ts";

/** What the conversion of a forum needs beside its files. */
export interface ConversionContext {
  readonly survey: ForumSurvey;
  readonly options: ImportOptions;
  readonly ledger: LedgerBuilder;
  /** Source id. */
  readonly source: string;
  /** Language of most comments. */
  readonly forumLang?: string;
  /** Returns the posts that stand in the archive. */
  readonly listPosts: () => readonly StandingPost[];
}

interface Conversion extends ConversionContext {
  readonly detector: LanguageDetector | undefined;
}

/** A page with comments to keep. */
interface FilledPage {
  readonly page: DisqusPage;
  /** How many there are. */
  readonly kept: number;
}

// A long list helps nobody; the account has the number.
const MAX_LISTED = 100;
const LANGUAGE_SAMPLE = 4_000;

/** Yields a forum's drafts; whatever is not among them is counted in the ledger with its reason. */
export async function* convertForum(context: ConversionContext): AsyncGenerator<DraftEntry | CommentsEntry> {
  const { ledger, options, source } = context;
  const detector = options.lang === "auto" ? await loadLanguageDetector() : undefined;
  const conversion: Conversion = { ...context, detector };
  const filled = fillPages(conversion, takeThreads(context.survey, ledger));
  const standing = context.listPosts();
  const posts = standing.filter((post) => post.source !== undefined && post.source !== source);
  const found = matchByComments(
    conversion,
    filled,
    posts,
    matchPages(
      filled.map(({ page }) => page),
      posts,
    ),
  );
  const matches = withoutStubs(found, standing, conversion);
  yield* addToPosts(conversion, filled, matches);
  const unmatched = filled.filter(({ page }) => !matches.has(page));
  if (posts.length > 0)
    reportUnmatched(
      unmatched.filter(({ page }) => !found.has(page)),
      found.size,
      ledger,
    );
  for (const { page } of unmatched) {
    ledger.skipped("posts", "joined", page.threads.length - 1);
    yield { group: "posts", draft: draftStub(conversion, page, sortComments(readComments(conversion, page)).kept) };
  }
}

/** Adds the pages of redacted posts: these have lost title and address, and are known by the comments that an earlier import brought. */
function matchByComments(
  conversion: Conversion,
  filled: readonly FilledPage[],
  posts: readonly StandingPost[],
  found: ReadonlyMap<DisqusPage, PageMatch>,
): ReadonlyMap<DisqusPage, PageMatch> {
  const redacted = posts.filter(({ knownBy }) => knownBy !== undefined);
  if (redacted.length === 0) return found;
  const matches = new Map(found);
  for (const { page } of filled) {
    if (matches.has(page)) continue;
    const keys = readComments(conversion, page).map(({ id }) => `${conversion.source}\n${id}`);
    const post = redacted.find(({ knownBy }) => keys.some((key) => knownBy?.has(key)));
    if (post !== undefined) matches.set(page, { post, by: "comments" });
  }
  return matches;
}

// A page that an earlier import made a post of stays one, because it has an address here and may have been edited.
function withoutStubs(
  matches: ReadonlyMap<DisqusPage, PageMatch>,
  standing: readonly StandingPost[],
  { source, ledger }: Conversion,
): ReadonlyMap<DisqusPage, PageMatch> {
  const stubs = new Map(standing.filter((post) => post.source === source).map((post) => [post.source_id, post.id]));
  const kept = [...matches].filter(([page, { post }]) => {
    const stub = stubs.get(page.id);
    if (stub === undefined) return true;
    const what = `is the post ${post.id}, but an earlier import made a post of its own for it, ${stub}; remove that and import again to join them`;
    ledger.problem("warning", describe(page), what);
    return false;
  });
  return new Map(kept);
}

// Threads and comments that stay out are counted here; those of the pages that are returned are not.
function fillPages(conversion: Conversion, threads: readonly ThreadRecord[]): readonly FilledPage[] {
  const { ledger } = conversion;
  const ids = new Set(threads.map(({ id }) => id));
  reportOrphans(conversion, ids);
  return joinThreads(threads).flatMap((page) => {
    const gone = page.threads.filter(isDeleted);
    for (const comment of readComments(conversion, { threads: gone })) {
      ledger.withheld("comments", findSkipReason(comment) ?? "on-deleted", comment.id);
    }
    for (const { id } of gone) ledger.withheld("posts", "deleted", id);
    const standing = page.threads.filter((thread) => !isDeleted(thread));
    const { kept, skipped } = sortComments(readComments(conversion, { threads: standing }));
    for (const { comment, reason } of skipped) ledger.withheld("comments", reason, comment.id);
    if (kept.length > 0) return [{ page: { ...page, threads: standing }, kept: kept.length }];
    for (const { id } of standing) ledger.withheld("posts", "no-comments", id);
    return [];
  });
}

function readComments({ survey }: Conversion, { threads }: Pick<DisqusPage, "threads">): readonly CommentRecord[] {
  return threads.flatMap(({ id }) => survey.comments.byThread.read(id).map(restoreComment));
}

function* addToPosts(
  conversion: Conversion,
  filled: readonly FilledPage[],
  matches: ReadonlyMap<DisqusPage, PageMatch>,
): Generator<CommentsEntry> {
  const { ledger, source } = conversion;
  const pagesByPost = new Map<StandingPost, FilledPage[]>();
  for (const one of filled) {
    const match = matches.get(one.page);
    if (match === undefined) continue;
    pagesByPost.set(match.post, [...(pagesByPost.get(match.post) ?? []), one]);
    ledger.skipped("posts", "merged", one.page.threads.length);
    if (match.by === "title") {
      const what = `its address is none of the archive's; by its title alone it was taken for the post ${match.post.id}`;
      ledger.problem("warning", describe(one.page), what);
    }
  }
  for (const [post, pages] of pagesByPost) {
    const thread = pages.flatMap(({ page }) =>
      draftThread(conversion, page, sortComments(readComments(conversion, page)).kept, post.lang),
    );
    const source_ids = pages.flatMap(({ page }) => page.threads.map(({ id }) => id));
    yield { comments: { postId: post.id, source, source_ids, thread } };
  }
}

function draftStub(conversion: Conversion, page: DisqusPage, kept: readonly CommentRecord[]): UnconvertedPost {
  const { source, options } = conversion;
  const lang = findLanguage(conversion, kept);
  const date = toArchiveDate(findDate(page, kept), options.timezone);
  const topics = findTopics(conversion, page);
  const slug = findSlug(page.url);
  const isClosed = page.threads
    .find(({ id }) => id === page.id)
    ?.fields.get("isClosed")
    ?.toLowerCase();
  const { title } = page;
  return {
    type: "post",
    source,
    source_id: page.id,
    ...(title !== undefined && { title }),
    ...(lang !== undefined && { lang }),
    ...(date !== undefined && { date }),
    ...(topics.length > 0 && { topics }),
    comments: { state: isClosed === "true" ? "closed" : isClosed === "false" ? "open" : "unknown" },
    ...(slug !== "" && { slug: decodeSlug(slug) }),
    ...(page.url !== undefined && { source_url: page.url }),
    thread: draftThread(conversion, page, kept, lang),
  };
}

function draftThread(
  conversion: Conversion,
  page: DisqusPage,
  kept: readonly CommentRecord[],
  postLang: string | undefined,
): readonly UnconvertedComment[] {
  const { ledger, options, source, detector } = conversion;
  const name = describe(page);
  return draftComments(kept, {
    source,
    ...(page.url !== undefined && { postUrl: page.url }),
    ...(postLang !== undefined && { postLang }),
    ...(options.timezone !== undefined && { zone: options.timezone }),
    detectLanguage: (html, lang) => detector?.detectComment(html, lang),
    warn: (comment, what) => ledger.problem("warning", `${comment} on ${name}`, what),
    toText: (html, comment) => ({
      html,
      profile: "comment",
      item: `${comment} on ${name}`,
      ...(page.url !== undefined && { baseUrl: page.url }),
    }),
  });
}

// The page's own text is not in the export: its comments tell.
function findLanguage(
  { options, detector, forumLang }: Conversion,
  kept: readonly CommentRecord[],
): string | undefined {
  if (options.lang !== "auto") return options.lang;
  let sample = "";
  for (const { fields } of kept.filter((comment) => findSkipReason(comment) === undefined)) {
    sample += ` ${toMessageHtml(fields.get("message") ?? "")}`;
    if (sample.length > LANGUAGE_SAMPLE) break;
  }
  return settleLanguage(detector?.detectPost(sample), forumLang) ?? detector?.detectComment(sample, undefined);
}

// A thread begins when its page is first seen. One that is younger than its comments was made for them by an import.
function findDate({ threads }: DisqusPage, kept: readonly CommentRecord[]): ReturnType<typeof timeOf> {
  const [oldest] = threads
    .map(timeOf)
    .filter((time) => time !== undefined)
    .sort((a, b) => a.ms - b.ms);
  const isYounger = kept.some((comment) => (timeOf(comment)?.ms ?? Number.POSITIVE_INFINITY) < (oldest?.ms ?? 0));
  return isYounger ? undefined : oldest;
}

function findTopics({ survey }: Conversion, { threads }: DisqusPage): readonly string[] {
  const ids = new Set(threads.map(({ categoryId }) => categoryId));
  const categories = survey.categories.filter(
    ({ id, fields }) => id !== undefined && ids.has(id) && !/^true$/i.test(fields.get("isDefault") ?? ""),
  );
  const titles = categories.map(({ fields }) => toOneLine(toPlainText(fields.get("title") ?? "")));
  return [...new Set(titles)].filter((title) => title !== "" && title !== "General");
}

function reportOrphans({ survey, ledger }: Conversion, threadIds: ReadonlySet<string>): void {
  for (const thread of survey.comments.byThread.names()) {
    if (threadIds.has(thread)) continue;
    const comments = survey.comments.byThread.read(thread).map(restoreComment);
    const shown = comments.filter((comment) => findSkipReason(comment) === undefined);
    for (const comment of comments) ledger.skipped("comments", findSkipReason(comment) ?? "thread-missing");
    if (shown.length === 0) continue;
    const ids = shown.slice(0, MAX_LISTED).map(({ id }) => id);
    const rest = shown.length - ids.length;
    const list = `${ids.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
    if (thread === "") ledger.problem("warning", "comments", `they do not tell their thread and are left out: ${list}`);
    else ledger.problem("warning", `thread ${thread}`, `is not in the export; its comments are left out: ${list}`);
  }
}

function reportUnmatched(unmatched: readonly FilledPage[], matched: number, ledger: LedgerBuilder): void {
  if (matched === 0 && unmatched.length > 0) {
    const what = `none of its ${unmatched.length} pages with comments is a post of this archive; each becomes a post without a text`;
    ledger.problem("warning", "whole export", what);
    return;
  }
  for (const { page, kept } of unmatched.slice(0, MAX_LISTED)) {
    const where = page.url === undefined ? "" : ` at ${hideEmailAddresses(page.url)}`;
    const what = `no post of the archive is its page${where}; it becomes a post without a text (comments: ${kept})`;
    ledger.problem("warning", describe(page), what);
  }
  const rest = unmatched.length - MAX_LISTED;
  if (rest > 0)
    ledger.problem("warning", "threads", `${rest} more match no post of the archive; they become posts, too`);
}

// The last part of the path that names something.
function findSlug(url: string | undefined): string {
  const path = url === undefined ? "" : new URL(url).pathname.replace(/\/(?:index|default)\.\w+$/i, "/");
  return /([^/]+?)(?:\.(?:html?|php|aspx?))?\/?$/.exec(path)?.[1] ?? "";
}

/** Names a page in a problem; a title may hold an address. */
function describe({ id, title }: DisqusPage): string {
  if (title === undefined) return `thread ${id}`;
  const short = title.length > 80 ? `${[...title].slice(0, 79).join("")}…` : title;
  return `thread ${id} "${hideEmailAddresses(short)}"`;
}
