// The comments of one post: which are public, what they answer, and what they say.

import { holdsEmailAddress, isEmailAddress } from "../../markdown/email-address.ts";
import type { SourceText, UnconvertedComment } from "../importer.ts";
import { toOneLine } from "../wordpress/plain-text.ts";
import { toShownHtml } from "./content-html.ts";
import { toArchiveDate } from "./dates.ts";
import { profileOf } from "./entry-fields.ts";
import type { CommentRecord } from "./survey.ts";

/** What the comments of a post need to know of it. */
export interface CommentContext {
  readonly source: string;
  /** Address of the post, when it is known. */
  readonly postUrl?: string;
  readonly postLang?: string;
  /** What tells the profile of the post's author from others; absent where the export does not tell. */
  readonly postProfile?: string;
  readonly zone?: string;
  /** Returns a comment's HTML as a text to convert. `comment` names it for the account. */
  readonly toText: (html: string, comment: string) => SourceText;
  /** Returns the language of a comment if it is clearly not the post's. */
  readonly detectLanguage: (html: string, postLang: string | undefined) => string | undefined;
  readonly warn: (comment: string, what: string) => void;
}

/** The comments of a post, sorted out. */
export interface SortedComments {
  /** Those that are shown, and the deleted ones that replies hang on; oldest first. */
  readonly kept: readonly CommentRecord[];
  /** Reason for each that stays out. */
  readonly skipped: readonly { readonly comment: CommentRecord; readonly reason: string }[];
}

/** Tells whether a comment was taken away after it was public. */
export function isGone({ status }: CommentRecord): boolean {
  return status === "deleted" || status === "trash";
}

/** Parts the comments that the archive keeps from the others. */
export function sortComments(comments: readonly CommentRecord[]): SortedComments {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const kept = new Set(comments.filter(({ status }) => status === "live"));
  // A set is walked in the order of its members, those added on the way too: a chain of deleted comments is kept up to its root.
  for (const comment of kept) {
    const parent = byId.get(comment.parentId ?? "");
    if (parent !== undefined && isGone(parent)) kept.add(parent);
  }
  return {
    kept: [...kept].sort(compareAge),
    skipped: comments.filter((comment) => !kept.has(comment)).map((comment) => ({ comment, reason: comment.status })),
  };
}

/** Returns the drafts of a post's comments. */
export function draftComments(
  { kept, skipped }: SortedComments,
  context: CommentContext,
): readonly UnconvertedComment[] {
  const keptIds = new Set(kept.map(({ id }) => id));
  const skippedIds = new Set(skipped.map(({ comment }) => comment.id));
  return kept.map((comment) => {
    const { id, parentId } = comment;
    const hasParentHere = parentId !== undefined && keptIds.has(parentId);
    const parentState = skippedIds.has(parentId ?? "") ? "unpublished" : "missing";
    const url = isGone(comment) ? undefined : (comment.address ?? toCommentUrl(comment, context.postUrl));
    return {
      id: `c${id}`,
      ...(parentId !== undefined && { parent: `c${parentId}` }),
      ...(parentId !== undefined && !hasParentHere && { parent_state: parentState }),
      ...(isGone(comment) ? { status: "deleted" as const } : draftContent(comment, context)),
      source: context.source,
      source_id: id,
      ...(url !== undefined && { source_url: url }),
    };
  });
}

function draftContent(
  comment: CommentRecord,
  context: CommentContext,
): Pick<UnconvertedComment, "author" | "author_url" | "by_post_author" | "date" | "lang" | "body"> {
  const item = `comment c${comment.id}`;
  const author = readName(comment, item, context);
  const authorUrl = readAuthorUrl(comment, item, context);
  const profile = profileOf(comment.author.uri);
  const date = toArchiveDate(comment.published, context.zone);
  // Blogger shows each line end of a comment, whatever the blog's posts do.
  const html = toShownHtml(comment.html, { ignoresLineEnds: false });
  const lang = context.detectLanguage(html, context.postLang);
  return {
    ...(lang !== undefined && { lang }),
    ...(author !== undefined && { author }),
    ...(authorUrl !== undefined && { author_url: authorUrl }),
    ...(profile !== undefined && profile === context.postProfile && { by_post_author: true as const }),
    ...(date !== undefined && { date }),
    body: context.toText(html, item),
  };
}

function readName({ author }: CommentRecord, item: string, context: CommentContext): string | undefined {
  const name = toOneLine(author.name);
  if (!isEmailAddress(name)) return name === "" ? undefined : name;
  context.warn(item, "the author's name is an e-mail address; it was left out");
  return undefined;
}

function readAuthorUrl({ author }: CommentRecord, item: string, context: CommentContext): string | undefined {
  const { uri } = author;
  if (uri === "") return undefined;
  const address = uri.startsWith("//") ? `http:${uri}` : uri;
  // Who typed a name and an address may have typed half of one.
  if (/^https?:\/*$/i.test(address)) return undefined;
  if (/^https?:\/\/[^\s/?#]\S*$/i.test(address) && !holdsEmailAddress(address)) return address;
  context.warn(item, "the author's web address cannot be used or holds an e-mail address; it was left out");
  return undefined;
}

// As Blogger makes it; a Takeout feed does not tell it.
function toCommentUrl({ id, published }: CommentRecord, postUrl: string | undefined): string | undefined {
  if (postUrl === undefined) return undefined;
  const query = published === undefined ? "" : `?showComment=${published.ms}`;
  return `${postUrl.replace(/[?#].*$/, "")}${query}#c${id}`;
}

function compareAge(a: CommentRecord, b: CommentRecord): number {
  const difference = (a.published?.ms ?? 0) - (b.published?.ms ?? 0);
  return difference || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
