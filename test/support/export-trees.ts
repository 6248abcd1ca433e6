// Writes invented posts as each platform exports them, and tells what an archive of that export must hold.

import { writeClassic, writeTakeout } from "../import/write-blogger.ts";
import { writeWxr } from "../import/write-wxr.ts";
import type { InventedComment, InventedDate, InventedPost } from "./invented-trees.ts";

/** A format of export. */
export interface TreeFormat {
  readonly name: string;
  readonly write: (posts: readonly InventedPost[]) => string;
  /** Returns the comments of a post as the archive must hold them, by number. */
  readonly expectComments: (post: InventedPost) => readonly ExpectedComment[];
  readonly toCommentId: (number: number) => string;
  /** The export tells each date with its offset; otherwise only the instant is known. */
  readonly keepsOffsets: boolean;
}

/** A comment as it must be in the archive. */
export interface ExpectedComment {
  readonly comment: InventedComment;
  readonly parentState?: "unpublished" | "missing";
  /** Only its place is kept. */
  readonly isTombstone: boolean;
}

const BLOG = { id: "900100", title: "Invented", url: "https://blog.example" };

/** All formats. */
export const TREE_FORMATS: readonly TreeFormat[] = [
  {
    name: "WordPress",
    write: writeWordPress,
    expectComments: ({ comments }) => expectAll(comments, ({ state }) => state === "public", true),
    toCommentId: (number) => `comment-${number}`,
    keepsOffsets: true,
  },
  {
    name: "Blogger, classic",
    write: (posts) => writeClassic({ ...BLOG, posts: posts.map(toBloggerPost) }),
    expectComments: ({ comments }) => expectAll(comments, keepAnswered(comments), false),
    toCommentId: (number) => `c${number}`,
    keepsOffsets: true,
  },
  {
    name: "Blogger, Takeout",
    write: (posts) => writeTakeout({ ...BLOG, posts: posts.map(toBloggerPost) }),
    expectComments: ({ comments }) => expectAll(comments, keepAnswered(comments), true),
    toCommentId: (number) => `c${number}`,
    keepsOffsets: false,
  },
];

/** Returns a date as the archive writes it. */
export function toArchiveForm({ ms, offset }: InventedDate): string {
  const size = Math.abs(offset);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${toLocal({ ms, offset })}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

// The export holds those that were never public only where `hasHidden`.
function expectAll(
  comments: readonly InventedComment[],
  isKept: (comment: InventedComment) => boolean,
  hasHidden: boolean,
): readonly ExpectedComment[] {
  const byNumber = new Map(comments.map((comment) => [comment.number, comment]));
  return comments.filter(isKept).map((comment): ExpectedComment => {
    const parent = byNumber.get(comment.parent ?? -1);
    const isHeld = parent !== undefined && (hasHidden || parent.state !== "hidden");
    const isNamed = comment.parent !== undefined && (parent === undefined || !isKept(parent));
    return {
      comment,
      isTombstone: comment.state !== "public",
      ...(isNamed && { parentState: isHeld ? "unpublished" : "missing" }),
    };
  });
}

// Blogger's deleted comments stay as a place in the thread where something public hangs on them.
function keepAnswered(comments: readonly InventedComment[]): (comment: InventedComment) => boolean {
  const byNumber = new Map(comments.map((comment) => [comment.number, comment]));
  const kept = new Set(comments.filter(({ state }) => state === "public"));
  for (const comment of kept) {
    const parent = byNumber.get(comment.parent ?? -1);
    if (parent?.state === "deleted") kept.add(parent);
  }
  return (comment) => kept.has(comment);
}

function writeWordPress(posts: readonly InventedPost[]): string {
  const names = [...new Set(posts.flatMap(({ author }) => author ?? []))];
  return writeWxr({
    authors: names.map((name, index) => [index + 1, `login${index}`, escapeHtml(name)] as const),
    items: posts.map((post) => ({
      id: post.number,
      title: escapeHtml(post.title ?? ""),
      creator: post.author === undefined ? "" : `login${names.indexOf(post.author)}`,
      type: post.isPage ? "page" : "post",
      ...toSqlDates(post.date),
      content: toHtml(post.text),
      slug: `post-${post.number}`,
      comments: post.comments.map((comment) => ({
        id: comment.number,
        parent: comment.parent ?? 0,
        author: escapeHtml(comment.author ?? ""),
        approved: { public: "1", hidden: "0", deleted: "trash" }[comment.state],
        ...toSqlDates(comment.date),
        content: comment.text.map(toLine).join("\n\n"),
      })),
    })),
  });
}

function toBloggerPost(post: InventedPost) {
  return {
    id: String(post.number),
    ...(post.title !== undefined && { title: post.title }),
    author: post.author ?? "",
    isPage: post.isPage,
    date: toAtom(post.date),
    path: `/2011/01/post-${post.number}.html`,
    content: toHtml(post.text),
    comments: post.comments.map((comment) => ({
      id: String(comment.number),
      ...(comment.parent !== undefined && { parent: String(comment.parent) }),
      author: comment.author ?? "",
      date: toAtom(comment.date),
      content: comment.text.map(toLine).join("<br /><br />"),
      isRemoved: comment.state === "deleted",
      ...(comment.state === "hidden" && { status: "SPAM_COMMENT" }),
    })),
  };
}

function toHtml(text: InventedPost["text"]): string {
  return text.map((words) => `<p>${toLine(words)}</p>`).join("\n");
}

function toLine(words: readonly string[]): string {
  return words.map(escapeHtml).join(" ");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function toLocal({ ms, offset }: InventedDate): string {
  return new Date(ms + offset * 60_000).toISOString().slice(0, 19);
}

function toAtom(date: InventedDate): string {
  return toArchiveForm(date).replace(/(?=[+-]\d\d:\d\d$)/, ".000");
}

function toSqlDates(date: InventedDate): { readonly date: string; readonly dateGmt: string } {
  const toSql = (iso: string): string => iso.replace("T", " ");
  return { date: toSql(toLocal(date)), dateGmt: toSql(toLocal({ ...date, offset: 0 })) };
}
