// Makes a draft of the saved pages of one post.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { show } from "../../archive/show.ts";
import { hideEmailAddresses, holdsEmailAddress, isEmailAddress } from "../../markdown/email-address.ts";
import type { LanguageDetector } from "../detect-language.ts";
import type { ImportOptions, SourceText, UnconvertedComment, UnconvertedPost } from "../importer.ts";
import { optional } from "../optional.ts";
import { decodeSlug } from "../wordpress/topics.ts";
import type { JoinedComment, JoinedPage } from "./join-pages.ts";
import { toAbsolute } from "./page-address.ts";
import { placeDate } from "./place-date.ts";
import { reportComments } from "./report-comments.ts";

/** What a draft needs to know beside the page. */
export interface PageContext {
  readonly options: ImportOptions;
  readonly ledger: LedgerBuilder;
  /** Id of the source. */
  readonly source: string;
  /** What the page is called in its source when it has neither number nor address. */
  readonly name: string;
  readonly detector: LanguageDetector | undefined;
}

interface DraftContext extends PageContext {
  readonly page: JoinedPage;
  /** Names the post in a problem. */
  readonly item: string;
  readonly baseUrl: string | undefined;
  readonly lang: string | undefined;
}

/** Returns the draft of a post; what a person should know of it goes into the ledger. Counts its comments as read. */
export function draftPage(page: JoinedPage, context: PageContext): UnconvertedPost {
  const { options, ledger, source, detector } = context;
  const sourceId = page.number ?? toPath(page.url) ?? context.name;
  const item =
    page.title === undefined ? `post ${sourceId}` : `post ${sourceId} ${show(hideEmailAddresses(page.title))}`;
  const baseUrl = page.url ?? options.baseUrl;
  const lang =
    options.lang !== "auto"
      ? options.lang
      : (detector?.detectPost(page.html) ?? detector?.detectPost(`${page.title ?? ""}. ${page.html}`) ?? page.lang);
  const whole: DraftContext = { ...context, page, item, baseUrl, lang };
  const thread = draftComments(whole, sourceId);
  reportPage(whole);
  const author = keepName(page.author, item, ledger);
  const slug = toSlugOf(page.url);
  return {
    type: page.type,
    ...(page.title !== undefined && { title: page.title }),
    ...(lang !== undefined && { lang }),
    ...(author !== undefined && { author }),
    ...(page.date !== undefined && { date: placeDate(page.date, options.timezone) }),
    ...(page.updated !== undefined && { updated: placeDate(page.updated, options.timezone) }),
    ...(page.topics.length > 0 && { topics: page.topics }),
    comments: { state: page.state, ...(page.declared !== undefined && { declared: page.declared }) },
    source,
    source_id: sourceId,
    ...(page.url !== undefined && { source_url: page.url }),
    ...(slug !== "" && { slug }),
    body: toText(page.html, "post", item, baseUrl, "no text was found on the page"),
    thread,
  };
}

function draftComments(context: DraftContext, sourceId: string): readonly UnconvertedComment[] {
  const { page, ledger } = context;
  ledger.read("comments", page.comments.length + page.doubles);
  ledger.skipped("comments", "duplicate", page.doubles);
  const answered = new Set(page.comments.map(({ parent }) => parent));
  const published = page.comments.filter((comment) => {
    const reason = comment.isPending
      ? "pending"
      : comment.isDeleted && !answered.has(comment.id)
        ? "deleted"
        : undefined;
    if (reason !== undefined) ledger.skipped("comments", reason);
    return reason === undefined;
  });
  const ids = new Set(published.map(({ id }) => id));
  const pending = new Set(page.comments.filter(({ isPending }) => isPending).map(({ id }) => id));
  return published.map((comment) => {
    const { id, parent } = comment;
    const isParentHere = parent !== undefined && ids.has(parent);
    return {
      id,
      ...(parent !== undefined && { parent }),
      ...(parent !== undefined &&
        !isParentHere && { parent_state: pending.has(parent) ? ("unpublished" as const) : ("missing" as const) }),
      ...(comment.kind !== undefined && { kind: comment.kind }),
      ...(comment.isDeleted ? { status: "deleted" as const } : draftContent(comment, context)),
      source: context.source,
      source_id:
        /^(?:comment-|c)(\d+)$/.exec(id)?.[1] !== undefined && !/^comment-0/.test(id)
          ? id.replace(/^(?:comment-|c)/, "")
          : `${sourceId}-${id}`,
      ...(page.url !== undefined && !/^comment-0/.test(id) && { source_url: `${page.url}#${id}` }),
    };
  });
}

function draftContent(
  comment: JoinedComment,
  context: DraftContext,
): Omit<UnconvertedComment, "id" | "source" | "source_id"> {
  const { ledger, detector, options, baseUrl } = context;
  const item = `${comment.id} on ${context.item}`;
  const author = keepName(comment.author, item, ledger);
  const url = comment.authorUrl === undefined ? undefined : toAbsolute(comment.authorUrl, baseUrl);
  const lang = detector?.detectComment(comment.html, context.lang);
  const whenEmpty = comment.kind === undefined ? "no text of it was found on the page" : undefined;
  return {
    ...(lang !== undefined && { lang }),
    ...(author !== undefined && { author }),
    ...(url !== undefined && !holdsEmailAddress(url) && { author_url: url }),
    ...(comment.byPostAuthor === true && { by_post_author: true as const }),
    ...(comment.date !== undefined && { date: placeDate(comment.date, options.timezone) }),
    body: toText(comment.html, "comment", item, baseUrl, whenEmpty),
  };
}

// What could not be established is said once for the post, not for each comment.
function reportPage(context: DraftContext): void {
  const { page, item, ledger } = context;
  const warn = (what: string): void => ledger.problem("warning", item, what);
  reportComments({ found: page.comments.length, declared: page.declared, item }, ledger);
  const missing = [
    ...(page.url === undefined ? ["address"] : []),
    ...(page.title === undefined ? ["title"] : []),
    ...(page.author === undefined ? ["author"] : []),
    ...(page.date === undefined ? ["date"] : []),
  ];
  if (missing.length > 0) warn(`not found on the page: ${missing.join(", ")}`);
  // Themes show neither name nor date of a pingback.
  const shown = page.comments.filter(
    ({ isDeleted, isPending, kind }) => !isDeleted && !isPending && kind === undefined,
  );
  const nameless = shown.filter(({ author }) => author === undefined).length;
  const undated = shown.filter(({ date }) => date === undefined).length;
  if (nameless > 0) warn(`comments without an author: ${nameless} of ${shown.length}`);
  if (undated > 0) warn(`comments without a date that is certain: ${undated} of ${shown.length}`);
  if (page.localImages > 0)
    warn(
      `${page.localImages} images are not in the folder beside the page, or cannot be shown; their alternative text stands in their place`,
    );
  if (page.hasMorePages) warn("the text goes on on further pages of the blog, which are not in this file");
  if (!page.isComplete)
    ledger.problem(
      "error",
      item,
      "the file is cut off: it has no </html> or </body>; what stood after its end is not in the archive",
    );
}

function toText(
  html: string,
  profile: SourceText["profile"],
  item: string,
  baseUrl: string | undefined,
  whenEmpty: string | undefined,
): SourceText {
  return { html, profile, item, ...optional("baseUrl", baseUrl), ...optional("whenEmpty", whenEmpty) };
}

function keepName(name: string | undefined, item: string, ledger: LedgerBuilder): string | undefined {
  if (name === undefined || !isEmailAddress(name)) return name;
  ledger.problem("warning", item, "the author's name is an e-mail address; it was left out");
  return undefined;
}

function toPath(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { pathname, search } = new URL(url);
  return (
    /[?&](?:p|page_id)=(\d+)$/.exec(search)?.[1] ?? (pathname === "/" && search === "" ? undefined : pathname + search)
  );
}

function toSlugOf(url: string | undefined): string {
  if (url === undefined) return "";
  const last =
    new URL(url).pathname
      .split("/")
      .filter((part) => part !== "")
      .pop() ?? "";
  return decodeSlug(last.replace(/\.(?:html?|php|aspx?)$/i, ""));
}
