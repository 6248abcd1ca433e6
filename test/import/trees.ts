// Carries invented trees through an export, an import and the archive, and compares what comes out with what went in.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { instantOf } from "../../scripts/archive/edtf.ts";
import type { Comment, Post } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { readRawWords } from "../markdown/read-raw-words.ts";
import { type ExpectedComment, type TreeFormat, toArchiveForm } from "../support/export-trees.ts";
import { type InventedDate, type InventedPost, inventPosts } from "../support/invented-trees.ts";
import { makeFolder } from "../support/scratch.ts";
import { importFiles, readTree } from "./import-files.ts";

/** Carries a blog of that many trees through a format. @throws AssertionError at the first difference, with its seed */
export async function carryTrees(format: TreeFormat, seed: number, count: number): Promise<void> {
  const posts = inventPosts(seed, count);
  const folder = makeFolder("trees");
  const [file, content] = [join(folder, "export.xml"), join(folder, "content")];
  writeFileSync(file, format.write(posts));
  const [report] = await importFiles([file], content, { lang: "en", baseUrl: "https://blog.example/" });
  assert.ok(report?.ledger.balanced);
  const { archive, problems } = await readArchive(content);
  const errors = [...problems, ...validateArchive(archive)].filter(({ level }) => level === "error");
  assert.deepEqual(errors, [], `seed ${seed}`);
  assert.equal(archive.posts.length, count, `seed ${seed}`);
  const byNumber = new Map(archive.posts.map((post) => [post.source_id, post]));
  for (const post of posts) {
    const found = byNumber.get(String(post.number));
    assert.ok(found, `seed ${seed}, post ${post.number}`);
    assert.deepEqual(describePost(found, format), expectPost(post, format), `seed ${seed}, post ${post.number}`);
  }
  const before = readTree(content);
  await importFiles([file], content, { lang: "en", baseUrl: "https://blog.example/" });
  assert.deepEqual(readTree(content), before, `seed ${seed}, imported again`);
  rmSync(folder, { recursive: true });
}

function describePost(post: Post, format: TreeFormat): unknown {
  return {
    type: post.type,
    title: post.title,
    author: post.author,
    date: format.keepsOffsets ? post.date : instantOf(post.date ?? ""),
    words: toWords(post.body, "post"),
    thread: post.thread.map((comment) => describeComment(comment, format)),
  };
}

function describeComment(comment: Comment, format: TreeFormat): unknown {
  const { id, parent, parent_state, status, author, date, body } = comment;
  const when = date === undefined || format.keepsOffsets ? date : instantOf(date);
  return { id, parent, parent_state, status, author, date: when, words: toWords(body, "comment") };
}

function expectPost(post: InventedPost, format: TreeFormat): unknown {
  const thread = [...format.expectComments(post)].sort((a, b) => a.comment.number - b.comment.number);
  return {
    type: post.isPage ? "page" : "post",
    title: post.title,
    author: post.author,
    date: expectDate(post.date, format),
    words: post.text.flat(),
    thread: thread.map((one) => expectComment(one, format)),
  };
}

function expectComment({ comment, isTombstone, parentState }: ExpectedComment, format: TreeFormat): unknown {
  const { number, parent, author, date, text } = comment;
  return {
    id: format.toCommentId(number),
    parent: parent === undefined ? undefined : format.toCommentId(parent),
    parent_state: parentState,
    status: isTombstone ? "deleted" : undefined,
    author: isTombstone ? undefined : author,
    date: isTombstone ? undefined : expectDate(date, format),
    words: isTombstone ? [] : text.flat(),
  };
}

function expectDate(date: InventedDate, { keepsOffsets }: TreeFormat): unknown {
  return keepsOffsets ? toArchiveForm(date) : date.ms;
}

function toWords(markdown: string, profile: "post" | "comment"): readonly string[] {
  return readRawWords(renderMarkdown(markdown, { profile }));
}
