// Writes the archive as data for researchers: posts and comments as NDJSON and CSV. Columns: data-columns.ts.

import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Entry } from "./catalog.ts";
import { COMMENT_COLUMNS, type DataColumn, POST_COLUMNS } from "./data-columns.ts";
import { writeDataPackage, writeDataReadme } from "./data-package.ts";
import type { Site } from "./site.ts";

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell | readonly string[]>>;

/** Writes data/ into the output folder. */
export async function writeDataFiles(site: Site, outputDir: string): Promise<void> {
  const folder = join(outputDir, "data");
  await mkdir(folder, { recursive: true });
  const { posts, pages } = site.catalog;
  const entries = [...posts, ...pages].sort((a, b) => (a.post.id < b.post.id ? -1 : 1));
  const write = (name: string, lines: Iterable<string>): Promise<void> =>
    pipeline(inBlocks(lines), createWriteStream(join(folder, name)));
  await write("posts.ndjson", toNdjson(postRows(site, entries)));
  await write("posts.csv", toCsv(POST_COLUMNS, postRows(site, entries)));
  await write("comments.ndjson", toNdjson(commentRows(site, entries)));
  await write("comments.csv", toCsv(COMMENT_COLUMNS, commentRows(site, entries)));
  await writeFile(join(folder, "README.txt"), writeDataReadme(site));
  await writeFile(join(folder, "datapackage.json"), writeDataPackage(site));
}

function* postRows(site: Site, entries: readonly Entry[]): Generator<Row> {
  for (const { post, path } of entries) {
    yield {
      id: post.id,
      type: post.type,
      title: post.title ?? null,
      lang: post.lang ?? null,
      author: post.author ?? null,
      date: post.date ?? null,
      topics: post.topics ?? [],
      url: path,
      source: post.source ?? null,
      source_id: post.source_id ?? null,
      source_url: post.source_url ?? null,
      comments: post.thread.filter((comment) => !comment.status).length,
      declared: post.comments?.declared ?? null,
      text: site.texts.get(post.file)?.text ?? "",
    };
  }
}

function* commentRows(site: Site, entries: readonly Entry[]): Generator<Row> {
  for (const { post, path } of entries) {
    for (const comment of post.thread) {
      yield {
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
        text: comment.status ? null : (site.texts.get(comment.file)?.text ?? ""),
      };
    }
  }
}

function* toNdjson(rows: Iterable<Row>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** RFC 4180 with a byte-order mark, which spreadsheets need to read å as å. */
function* toCsv(columns: readonly DataColumn[], rows: Iterable<Row>): Generator<string> {
  yield `\uFEFF${columns.map(({ name }) => name).join(",")}\r\n`;
  for (const row of rows) yield `${columns.map(({ name }) => toCell(row[name] ?? null)).join(",")}\r\n`;
}

function toCell(value: Cell | readonly string[]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : value.join("; ");
  // A spreadsheet runs a cell that begins like this as a formula; the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Joins lines into larger blocks: a stream write for each line costs more than the line. */
function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = "";
  for (const line of lines) {
    block += line;
    if (block.length > 1 << 18) {
      yield block;
      block = "";
    }
  }
  if (block !== "") yield block;
}
