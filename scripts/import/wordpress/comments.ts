// The comments of one post: which are public, what they answer, and what they say.

import type { CommentKind } from "../../archive/model.ts";
import { holdsEmailAddress, isEmailAddress } from "../../markdown/email-address.ts";
import type { SourceText, UnconvertedComment } from "../importer.ts";
import type { WxrComment } from "../wxr/wxr-model.ts";
import { type Clock, describeUnreadableTimes, toArchiveDate } from "./clock.ts";
import { toCommentHtml } from "./content-html.ts";
import { toPlainText } from "./plain-text.ts";
import type { BlogAuthor } from "./survey.ts";

/** What the comments of a post need to know of it. */
export interface CommentContext {
  readonly source: string;
  /** Address of the post, when it is known. */
  readonly postUrl?: string;
  readonly postLang?: string;
  /** User id of the post's author; absent where the export does not tell. */
  readonly postAuthorId?: string;
  readonly authorsById: ReadonlyMap<string, BlogAuthor>;
  readonly clock: Clock;
  /** Returns a comment's HTML as a text to convert. `comment` names it for the account. */
  readonly toText: (html: string, comment: string) => SourceText;
  /** Returns the language of a comment if it is clearly not the post's. */
  readonly detectLanguage: (html: string, postLang: string | undefined) => string | undefined;
  readonly warn: (comment: string, what: string) => void;
}

/** The comments of a post, sorted out. */
export interface SortedComments {
  readonly published: readonly WxrComment[];
  /** Reason for each that stays out, in order. */
  readonly skipped: readonly { readonly comment: WxrComment; readonly reason: string }[];
  /** The place of each among all comments of the post, from 1: one more that is public moves no other. */
  readonly positions: ReadonlyMap<WxrComment, number>;
}

const PUBLIC_KINDS: ReadonlySet<string> = new Set(["", "comment", "pingback", "trackback"]);
const REASONS: Readonly<Record<string, string>> = { "0": "pending", hold: "pending", "": "pending" };
const LINK_SCHEME = /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i;

/** Returns why a comment is not public by itself; undefined for one that is. */
export function findSkipReason({ fields, isDamaged }: WxrComment): string | undefined {
  if (isDamaged) return "damaged";
  const approved = fields.get("wp:comment_approved")?.trim().toLowerCase();
  // Tools that leave the field out write what was public.
  if (approved !== undefined && approved !== "1" && approved !== "approve") {
    return REASONS[approved] ?? toReason(approved);
  }
  const kind = kindOf(fields);
  return PUBLIC_KINDS.has(kind) ? undefined : toReason(`kind-${kind}`);
}

/** Parts the public comments from the others. The same comment read twice counts once. */
export function sortComments(comments: readonly WxrComment[]): SortedComments {
  const published: WxrComment[] = [];
  const skipped: { comment: WxrComment; reason: string }[] = [];
  const positions = new Map<WxrComment, number>();
  const seen = new Map<string, WxrComment[]>();
  for (const comment of comments) {
    const id = commentIdOf(comment) ?? "";
    const twins = seen.get(id) ?? [];
    const isDouble = id !== "" && twins.some((twin) => isSame(twin, comment));
    const reason = isDouble ? "duplicate" : findSkipReason(comment);
    if (!isDouble) {
      seen.set(id, [...twins, comment]);
      positions.set(comment, positions.size + 1);
    }
    if (reason === undefined) published.push(comment);
    else skipped.push({ comment, reason });
  }
  return { published, skipped, positions };
}

/** Returns the drafts of a post's public comments, in the order of the export. */
export function draftComments(
  { published, skipped, positions }: SortedComments,
  context: CommentContext,
): readonly UnconvertedComment[] {
  const publishedIds = new Set(published.map(commentIdOf));
  const postUrl = context.postUrl?.replace(/#.*$/, "");
  const skippedIds = new Set(skipped.map(({ comment }) => commentIdOf(comment)));
  const usedIds = new Map<string, number>();
  return published.map((comment) => {
    const ownId = commentIdOf(comment);
    const number = ownId ?? String(positions.get(comment) ?? 0).padStart(2, "0");
    const uses = (usedIds.get(number) ?? 0) + 1;
    usedIds.set(number, uses);
    const sourceId = uses === 1 ? number : `${number}-${uses}`;
    if (uses > 1)
      context.warn(`comment ${number}`, `another comment has this id; this one is comment-${sourceId} here`);
    const parent = comment.fields.get("wp:comment_parent")?.trim() ?? "";
    const hasParent = /^[1-9]\d*$/.test(parent);
    const parentState = publishedIds.has(parent) ? undefined : skippedIds.has(parent) ? "unpublished" : "missing";
    return {
      id: `comment-${sourceId}`,
      ...(hasParent && { parent: `comment-${parent}` }),
      ...(hasParent && parentState !== undefined && { parent_state: parentState }),
      ...draftContent(comment, `comment ${number}`, context),
      source: context.source,
      source_id: sourceId,
      // Nothing on the old page had a number that the export does not tell.
      ...(postUrl !== undefined && { source_url: ownId === undefined ? postUrl : `${postUrl}#comment-${ownId}` }),
    };
  });
}

function draftContent(
  comment: WxrComment,
  item: string,
  context: CommentContext,
): Omit<UnconvertedComment, "id" | "parent" | "parent_state" | "source" | "source_id" | "source_url"> {
  const { fields } = comment;
  const kind = kindOf(fields);
  const userId = fields.get("wp:comment_user_id")?.trim() ?? "0";
  const author = nameOf(comment, userId, item, context);
  const authorUrl = readAuthorUrl(fields.get("wp:comment_author_url"), item, context);
  const isByPostAuthor = userId !== "0" && userId !== "" && userId === context.postAuthorId;
  for (const what of describeUnreadableTimes(fields, ["wp:comment_date", "wp:comment_date_gmt"])) {
    context.warn(item, what);
  }
  const date = toArchiveDate(fields.get("wp:comment_date"), fields.get("wp:comment_date_gmt"), context.clock);
  const html = toCommentHtml(fields.get("wp:comment_content") ?? "");
  const lang = context.detectLanguage(html, context.postLang);
  return {
    ...(kind !== "" && kind !== "comment" && { kind: kind as CommentKind }),
    ...(lang !== undefined && { lang }),
    ...(author !== undefined && { author }),
    ...(authorUrl !== undefined && { author_url: authorUrl }),
    ...(isByPostAuthor && { by_post_author: true as const }),
    ...(date !== undefined && { date }),
    body: context.toText(html, item),
  };
}

function nameOf(comment: WxrComment, userId: string, item: string, context: CommentContext): string | undefined {
  const typed = toPlainText(comment.fields.get("wp:comment_author") ?? "");
  // A registered commenter may be just a number.
  const name = typed === "" && userId !== "0" ? (context.authorsById.get(userId)?.name ?? "") : typed;
  if (!isEmailAddress(name)) return name === "" ? undefined : name;
  context.warn(item, "the author's name is an e-mail address; it was left out");
  return undefined;
}

function readAuthorUrl(text: string | undefined, item: string, context: CommentContext): string | undefined {
  const typed = (text ?? "").trim().replace(/&#0?38;|&amp;/g, "&");
  if (typed === "" || /^https?:\/*$/i.test(typed)) return undefined;
  // WordPress shows an address without its scheme as a web address.
  const url = /^[a-z][a-z0-9+.-]*:/i.test(typed) || typed.startsWith("//") ? typed : `http://${typed}`;
  const address = url.startsWith("//") ? `http:${url}` : url;
  if (LINK_SCHEME.test(address) && !holdsEmailAddress(address)) return address;
  context.warn(item, "the author's web address cannot be used or holds an e-mail address; it was left out");
  return undefined;
}

/** Returns the number of a comment, without zeros before it; undefined when it has none. */
export function commentIdOf({ fields }: WxrComment): string | undefined {
  const id = fields.get("wp:comment_id")?.trim() ?? "";
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, "") : undefined;
}

function kindOf(fields: WxrComment["fields"]): string {
  return fields.get("wp:comment_type")?.trim().toLowerCase() ?? "";
}

function isSame(a: WxrComment, b: WxrComment): boolean {
  return ["wp:comment_author", "wp:comment_date", "wp:comment_date_gmt", "wp:comment_content"].every(
    (name) => a.fields.get(name) === b.fields.get(name),
  );
}

/** Returns a word of the export as a reason of the account, in kebab case. */
export function toReason(text: string): string {
  const reason = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return reason === "" ? "unknown" : reason;
}
