// The data files for researchers: their columns, and that NDJSON, CSV, pages and archive tell the same.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Archive } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { parseCsv } from "../support/csv.ts";
import { queryAll, queryOne, textOf } from "../support/dom.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";
import { type BuiltSite, buildSite } from "../support/site.ts";

type Row = Readonly<Record<string, string | number | null | readonly string[]>>;

const COMMENT_COLUMNS =
  "id post parent parent_state author author_url date lang kind status url source source_id source_url text".split(" ");
const POST_COLUMNS =
  "id type status title lang author date topics url source source_id source_url comments declared text".split(" ");

let site: BuiltSite;
let archive: Archive;
let posts: readonly Row[];
let comments: readonly Row[];

function readRows(file: string): readonly Row[] {
  const text = site.read(file);
  assert.ok(text.endsWith("\n"), file);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}

describeSample("data files", () => {
  before(async () => {
    site = await buildSite(SAMPLE);
    ({ archive } = await readArchive(SAMPLE));
    posts = readRows("data/posts.ndjson");
    comments = readRows("data/comments.ndjson");
  });

  test("have the promised columns, in every row", () => {
    for (const row of posts) assert.deepEqual(Object.keys(row), POST_COLUMNS);
    for (const row of comments) assert.deepEqual(Object.keys(row), COMMENT_COLUMNS);
  });

  test("hold every post and comment of the archive", () => {
    const shown = archive.posts.filter(({ status }) => status === undefined);
    assert.deepEqual(posts.map(({ id }) => id).sort(), shown.map(({ id }) => id).sort());
    const expected = shown.flatMap((post) => post.thread.map(({ id }) => `${post.id}#${id}`));
    assert.deepEqual(comments.map(({ post, id }) => `${post}#${id}`).sort(), expected.sort());
  });

  test("tell what the archive tells, and null where it is silent", () => {
    const byId = new Map(posts.map((row) => [row.id, row]));
    const commentsById = new Map(comments.map((row) => [`${row.post}#${row.id}`, row]));
    for (const post of archive.posts.filter(({ status }) => status === undefined)) {
      const row = byId.get(post.id);
      for (const key of ["title", "lang", "author", "date", "source", "source_id", "source_url", "type"] as const) {
        assert.equal(row?.[key], post[key] ?? null, `${post.id}: ${key}`);
      }
      assert.deepEqual(row?.topics, post.topics ?? []);
      assert.equal(row?.declared, post.comments?.declared ?? null);
      for (const comment of post.thread) {
        const line = commentsById.get(`${post.id}#${comment.id}`);
        for (const key of [
          "parent",
          "parent_state",
          "author",
          "author_url",
          "date",
          "source",
          "source_id",
          "source_url",
        ] as const) {
          assert.equal(line?.[key], comment[key] ?? null, `${post.id}#${comment.id}: ${key}`);
        }
        assert.equal(line?.kind, comment.kind ?? "comment");
        assert.equal(line?.status, comment.status ?? "published");
        assert.equal(line?.text === null, comment.status !== undefined);
      }
    }
  });

  test("have texts with the words of the pages, and no markup", () => {
    const words = (text: string): string => text.replaceAll(/\s+/g, "");
    for (const row of comments.filter(({ status }) => status === "published")) {
      const { document } = site.page(String(row.url));
      const article = queryOne(document, `article.h-cite[id=${row.id}]`);
      assert.equal(words(String(row.text)), words(textOf(queryOne(article, ".e-content"))), `${row.post}#${row.id}`);
    }
  });

  test("have addresses that lead to the post or comment", () => {
    for (const row of [...posts, ...comments]) {
      const url = String(row.url);
      assert.match(url, /^\/(en|sv)\//);
      const { document } = site.page(url);
      const anchor = decodeURIComponent(url.split("#")[1] ?? "");
      if (anchor !== "") queryOne(document, `[id=${anchor}]`);
      if (row.source_url !== null) assert.match(String(row.source_url), /^https?:\/\//);
    }
  });

  test("are the same as CSV", () => {
    for (const [name, rows] of [
      ["posts", posts],
      ["comments", comments],
    ] as const) {
      const csv = parseCsv(site.read(`data/${name}.csv`));
      assert.equal(csv.length, rows.length);
      for (const [index, row] of rows.entries()) {
        const line = csv[index] ?? {};
        assert.deepEqual(Object.keys(line), Object.keys(row));
        for (const [key, value] of Object.entries(row)) {
          const cell = line[key] ?? "";
          if (typeof value === "string" || typeof value === "number" || value === null) {
            // A cell that a spreadsheet would run as a formula stands behind an apostrophe.
            assert.equal(cell.replace(/^'(?=[=+\-@\t\r])/, ""), String(value ?? ""), `${row.id}: ${key}`);
          } else {
            for (const item of value) assert.ok(cell.includes(item), `${row.id}: ${key}`);
          }
        }
      }
    }
  });

  test("are linked from the about page in both languages", () => {
    for (const path of ["/en/about/", "/sv/om/"]) {
      const hrefs = queryAll(site.page(path).document, "a").map(({ attribs }) => attribs.href ?? "");
      for (const name of ["posts.ndjson", "posts.csv", "comments.ndjson", "comments.csv"]) {
        assert.ok(
          hrefs.some((href) => href.endsWith(`data/${name}`)),
          `${path}: ${name}`,
        );
      }
    }
  });
});
