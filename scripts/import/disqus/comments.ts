// The comments of one page: which are public, what they answer, and what they say.

import { compareNaturally } from "../../archive/natural-order.ts";
import { hideEmailAddresses, isEmailAddress } from "../../markdown/email-address.ts";
import { type FeedTime, readFeedTime, toArchiveDate } from "../blogger/dates.ts";
import type { SourceText, UnconvertedComment } from "../importer.ts";
import { toOneLine } from "../wordpress/plain-text.ts";
import type { DisqusComment } from "./disqus-model.ts";
import { toMessageHtml } from "./message-html.ts";

/** A comment with its number. */
export interface CommentRecord extends DisqusComment {
  readonly id: string;
}

/** What the comments of a page need to know of it. */
export interface CommentContext {
  readonly source: string;
  /** Address of the page, when it is known. */
  readonly postUrl?: string;
  readonly postLang?: string;
  readonly zone?: string;
  /** Returns a comment's HTML as a text to convert. `comment` names it for the account. */
  readonly toText: (html: string, comment: string) => SourceText;
  /** Returns the language of a comment if it is clearly not the post's. */
  readonly detectLanguage: (html: string, postLang: string | undefined) => string | undefined;
  readonly warn: (comment: string, what: string) => void;
}

/** The comments of a page, sorted out. */
export interface SortedComments {
  /** Those that are shown, and the others that replies hang on; oldest first. */
  readonly kept: readonly CommentRecord[];
  /** Reason for each that stays out. */
  readonly skipped: readonly { readonly comment: CommentRecord; readonly reason: string }[];
}

/** Returns why a comment is not public; undefined for one that is. */
export function findSkipReason({ fields }: DisqusComment): string | undefined {
  const isDeleted = readFlag(fields.get("isDeleted"), false);
  const isSpam = readFlag(fields.get("isSpam"), false);
  if (isDeleted === true) return "deleted";
  if (isSpam === true) return "spam";
  if (isDeleted === undefined || isSpam === undefined) return "status-unknown";
  return readFlag(fields.get("isApproved"), true) === true ? undefined : "pending";
}

/** Parts the comments that the archive keeps from the others. */
export function sortComments(comments: readonly CommentRecord[]): SortedComments {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const kept = new Set(comments.filter((comment) => findSkipReason(comment) === undefined));
  // A set is walked in the order of its members, those added on the way too: a chain of deleted comments is kept up to its root.
  for (const comment of kept) {
    const parent = byId.get(comment.parentId ?? "");
    if (parent !== undefined) kept.add(parent);
  }
  return {
    kept: [...kept].sort(compareAge),
    skipped: comments
      .filter((comment) => !kept.has(comment))
      .map((comment) => ({ comment, reason: findSkipReason(comment) ?? "unknown" })),
  };
}

/** Returns when a comment was written. Disqus tells UTC, in old exports without saying so. */
export function timeOf({ fields }: Pick<DisqusComment, "fields">): FeedTime | undefined {
  const text = fields.get("createdAt") ?? "";
  const time = readFeedTime(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
  return time === undefined || time.ms <= 0 ? undefined : time;
}

/** Returns the drafts of a page's comments. */
export function draftComments(kept: readonly CommentRecord[], context: CommentContext): readonly UnconvertedComment[] {
  const draftIds = chooseIds(kept);
  const url = context.postUrl?.replace(/#.*$/, "");
  return kept.map((comment) => {
    const { id, parentId } = comment;
    const parent =
      parentId === undefined || parentId === id ? undefined : (draftIds.get(parentId) ?? `comment-${parentId}`);
    const isGone = findSkipReason(comment) !== undefined;
    return {
      id: draftIds.get(id) ?? `comment-${id}`,
      ...(parent !== undefined && { parent }),
      ...(parent !== undefined && !draftIds.has(parentId ?? "") && { parent_state: "missing" as const }),
      ...(isGone ? { status: "deleted" as const } : draftContent(comment, context)),
      source: context.source,
      source_id: id,
      ...(url !== undefined && { source_url: `${url}#comment-${id}` }),
    };
  });
}

// A comment that came from WordPress has the number that it had there, so that its old address still leads to it.
function chooseIds(comments: readonly CommentRecord[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const { id, fields } of comments) {
    const number = /^wp_id=(\d+)$/.exec(fields.get("id") ?? "")?.[1];
    const wanted = `comment-${number ?? id}`;
    const chosen = taken.has(wanted) ? `comment-${id}` : wanted;
    taken.add(chosen);
    ids.set(id, chosen);
  }
  return ids;
}

function draftContent(
  comment: CommentRecord,
  context: CommentContext,
): Pick<UnconvertedComment, "author" | "date" | "lang" | "body"> {
  const item = `comment ${comment.id}`;
  const author = readName(comment, item, context);
  const date = toArchiveDate(timeOf(comment), context.zone);
  const typed = comment.fields.get("createdAt") ?? "";
  if (date === undefined && typed !== "") {
    context.warn(item, `its date "${hideEmailAddresses(typed.slice(0, 40))}" is none; it is left unknown`);
  }
  const html = toMessageHtml(comment.fields.get("message") ?? "");
  const lang = context.detectLanguage(html, context.postLang);
  return {
    ...(lang !== undefined && { lang }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    body: context.toText(html, item),
  };
}

function readName({ author }: CommentRecord, item: string, context: CommentContext): string | undefined {
  const name = toOneLine(author);
  if (!isEmailAddress(name)) return name === "" ? undefined : name;
  context.warn(item, "the author's name is an e-mail address; it was left out");
  return undefined;
}

// Undefined for a word that is neither yes nor no.
function readFlag(text: string | undefined, otherwise: boolean): boolean | undefined {
  const word = text?.toLowerCase() ?? "";
  if (word === "") return otherwise;
  if (word === "true" || word === "1") return true;
  return word === "false" || word === "0" ? false : undefined;
}

function compareAge(a: CommentRecord, b: CommentRecord): number {
  return (timeOf(a)?.ms ?? 0) - (timeOf(b)?.ms ?? 0) || compareNaturally(a.id, b.id);
}
