// The rows of the data files: one for each post and comment, in the columns of data-columns.ts.

import type { Post } from "../archive/model.ts";
import { COMMENT_COLUMNS, type DataColumn, POST_COLUMNS } from "./data-columns.ts";
import type { PostTexts } from "./post-texts.ts";

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell | readonly string[]>>;

/** Names of the data files that hold rows, in data/. */
export const ROW_FILES = ["posts.ndjson", "posts.csv", "comments.ndjson", "comments.csv"] as const;

/** Name of a data file that holds rows. */
export type RowFile = (typeof ROW_FILES)[number];

/** What each data file begins with. RFC 4180 with a byte-order mark, which spreadsheets need to read å as å. */
export const ROW_FILE_HEADS: Readonly<Record<RowFile, string>> = {
  "posts.ndjson": "",
  "posts.csv": writeHeader(POST_COLUMNS),
  "comments.ndjson": "",
  "comments.csv": writeHeader(COMMENT_COLUMNS),
};

/** Returns the rows of a post at `path` and of its comments, as they stand in each data file. */
export function writeRows(post: Post, path: string, texts: PostTexts): Readonly<Record<RowFile, string>> {
  const own = postRow(post, path, texts);
  const comments = post.thread.map((comment) => commentRow(post, comment, path, texts));
  return {
    "posts.ndjson": toNdjson(own),
    "posts.csv": toCsv(POST_COLUMNS, own),
    "comments.ndjson": comments.map(toNdjson).join(""),
    "comments.csv": comments.map((row) => toCsv(COMMENT_COLUMNS, row)).join(""),
  };
}

function postRow(post: Post, path: string, texts: PostTexts): Row {
  const isRedacted = post.status === "redacted";
  return {
    id: post.id,
    type: post.type,
    status: isRedacted ? "redacted" : "published",
    title: post.title ?? null,
    lang: post.lang ?? null,
    author: post.author ?? null,
    date: post.date ?? null,
    topics: post.topics ?? [],
    url: path,
    source: post.source ?? null,
    // Where only saved pages told of a blog, the id is the address, and says words of the title.
    source_id: isRedacted ? null : (post.source_id ?? null),
    source_url: post.source_url ?? null,
    comments: post.thread.filter((comment) => !comment.status).length,
    declared: post.comments?.declared ?? null,
    text: isRedacted ? null : (texts.byFile.get(post.file)?.text ?? ""),
  };
}

function commentRow(post: Post, comment: Post["thread"][number], path: string, texts: PostTexts): Row {
  return {
    id: comment.id,
    post: post.id,
    parent: comment.parent ?? null,
    parent_state: comment.parent_state ?? null,
    author: comment.author ?? null,
    author_url: comment.author_url ?? null,
    date: comment.date ?? null,
    lang: comment.lang ?? post.lang ?? null,
    kind: comment.kind ?? "comment",
    status: comment.status ?? "published",
    url: `${path}#${encodeURIComponent(comment.id)}`,
    source: comment.source ?? null,
    source_id: comment.source_id ?? null,
    source_url: comment.source_url ?? null,
    text: comment.status ? null : (texts.byFile.get(comment.file)?.text ?? ""),
  };
}

function toNdjson(row: Row): string {
  return `${JSON.stringify(row)}\n`;
}

function writeHeader(columns: readonly DataColumn[]): string {
  return `\uFEFF${columns.map(({ name }) => name).join(",")}\r\n`;
}

function toCsv(columns: readonly DataColumn[], row: Row): string {
  return `${columns.map(({ name }) => toCell(row[name] ?? null)).join(",")}\r\n`;
}

function toCell(value: Cell | readonly string[]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : value.join("; ");
  // A spreadsheet runs a cell that begins like this as a formula; the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
