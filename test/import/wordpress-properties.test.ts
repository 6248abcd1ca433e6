// Whatever tree of comments goes into an export comes out: the same ids, parents, kinds, authors and instants.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { instantOf } from "../../scripts/archive/edtf.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { countOf } from "../support/thoroughness.ts";
import { importFiles, readTree } from "./import-files.ts";
import { type WxrCommentSpec, type WxrItemSpec, writeWxr } from "./write-wxr.ts";

const KINDS = ["comment", "", "pingback", "trackback", "note"];
const STATES = ["1", "1", "1", "1", "0", "spam", "trash", "post-trashed"];
const NAMES = ["Åsa", "Örjan &amp; Co", "李雷", "O'Brien", "김", "", "D&#8217;Arc"];
const SHOWN_NAMES = ["Åsa", "Örjan & Co", "李雷", "O'Brien", "김", undefined, "D’Arc"];
const OFFSETS = [0, 60, 120, -300, 345, 570];

for (let seed = 1; seed <= countOf(1, 10); seed++) {
  test(`random blog ${seed} keeps its trees`, async () => {
    const random = createRandom(seed);
    const items = Array.from({ length: 12 }, (_, index) => makeItem(index + 1, random));
    await inFolder(async (folder) => {
      const file = join(folder, "export.xml");
      writeFileSync(file, writeWxr({ items, authors: [[5, "eva", "Eva"]] }));
      const content = join(folder, "content");
      const [report] = await importFiles([file], content);
      assert.ok(report?.ledger.balanced);
      const { archive } = await readArchive(content);
      for (const item of items) {
        const post = archive.posts.find(({ source_id }) => source_id === String(item.id));
        assert.ok(post, `post ${item.id}`);
        assert.equal(instantOf(post.date ?? ""), toInstant(item.dateGmt));
        const found = post.thread.map((comment) => ({
          id: comment.id,
          parent: comment.parent,
          state: comment.parent_state,
          kind: comment.kind,
          author: comment.author,
          instant: instantOf(comment.date ?? ""),
        }));
        assert.deepEqual(found.sort(byId), expectComments(item.comments ?? []).sort(byId));
      }
      const before = readTree(content);
      await importFiles([file], content);
      assert.deepEqual(readTree(content), before);
    });
  });
}

test("a thread of any depth and order comes through", async () => {
  await inFolder(async (folder) => {
    const comments = Array.from({ length: 1200 }, (_, index) => ({ id: index + 1, parent: index })).reverse();
    writeFileSync(join(folder, "export.xml"), writeWxr({ items: [{ id: 1, comments }] }));
    await importFiles([join(folder, "export.xml")], join(folder, "content"));
    const { archive } = await readArchive(join(folder, "content"));
    const thread = archive.posts[0]?.thread ?? [];
    assert.equal(thread.length, 1200);
    assert.ok(thread.every(({ id, parent }) => parent === (id === "comment-1" ? undefined : previousOf(id))));
  });
});

function makeItem(id: number, random: (max: number) => number): WxrItemSpec {
  const ids = Array.from({ length: random(25) }, (_, index) => id * 100 + index);
  const comments = ids.map((commentId): WxrCommentSpec => {
    const parent = random(3) === 0 ? 0 : random(5) === 0 ? 99_999 : (ids[random(ids.length)] ?? 0);
    return {
      id: commentId,
      parent: parent === commentId ? 0 : parent,
      author: NAMES[random(NAMES.length)] ?? "",
      approved: STATES[random(STATES.length)] ?? "1",
      kind: KINDS[random(KINDS.length)] ?? "",
      ...makeDates(random),
    };
  });
  return { id, ...makeDates(random), comments: comments.sort(() => random(3) - 1) };
}

function makeDates(random: (max: number) => number): { readonly date: string; readonly dateGmt: string } {
  const utc = Date.UTC(2008, random(12), 1 + random(28), random(24), random(60), random(60));
  const offset = OFFSETS[random(OFFSETS.length)] ?? 0;
  return { date: toSql(utc + offset * 60_000), dateGmt: toSql(utc) };
}

function expectComments(comments: readonly WxrCommentSpec[]) {
  const isPublic = ({ approved, kind }: WxrCommentSpec) => approved === "1" && kind !== "note";
  const state = (parent: number) => {
    const found = comments.find(({ id }) => id === parent);
    return found === undefined ? "missing" : isPublic(found) ? undefined : "unpublished";
  };
  return comments.filter(isPublic).map(({ id, parent = 0, kind, author = "", dateGmt }) => ({
    id: `comment-${id}`,
    parent: parent === 0 ? undefined : `comment-${parent}`,
    state: parent === 0 ? undefined : state(parent),
    kind: kind === "" || kind === "comment" ? undefined : kind,
    author: SHOWN_NAMES[NAMES.indexOf(author)],
    instant: toInstant(dateGmt),
  }));
}

function previousOf(id: string): string {
  return `comment-${Number(id.slice("comment-".length)) - 1}`;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function toSql(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

function toInstant(sql = ""): number {
  return Date.parse(`${sql.replace(" ", "T")}Z`);
}

function createRandom(seed: number): (max: number) => number {
  let state = seed;
  return (max) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return max === 0 ? 0 : (state >> 8) % max;
  };
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-import-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
