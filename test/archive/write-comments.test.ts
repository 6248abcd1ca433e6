// Comments that one source brings to the posts of another.

import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import { openArchiveWriter } from "../../scripts/archive/archive-writer.ts";
import type { CommentDraft } from "../../scripts/archive/model.ts";
import { makeArchive, readAll } from "./temporary-archive.ts";

const DATE = "2012-03-17T06:30:00Z";

function draft(number: number, source: string, more: Partial<CommentDraft> = {}): CommentDraft {
  return {
    id: `comment-${number}`,
    author: "Eva",
    date: DATE,
    body: "Words.",
    source,
    source_id: `${number}`,
    ...more,
  };
}

async function makeBlog(t: TestContext, thread: readonly CommentDraft[]): Promise<string> {
  const folder = makeArchive(t);
  const writer = await openArchiveWriter(folder, { source: "blog" });
  await writer.writePost({
    type: "post",
    source: "blog",
    source_id: "7",
    title: "Plough",
    date: "2012",
    lang: "en",
    body: "Text.",
    thread,
  });
  return folder;
}

async function add(folder: string, thread: readonly CommentDraft[], isDryRun = false) {
  const writer = await openArchiveWriter(folder, { source: "forum", isDryRun });
  return writer.writeComments({ postId: "2012/plough", source: "forum", source_ids: ["1"], thread });
}

test("the post stays as it is, new comments come, and a second time changes nothing", async (t) => {
  const folder = await makeBlog(t, [draft(4, "blog")]);
  const before = readAll(folder);
  const thread = [draft(501, "forum", { author: "Bo", parent: "comment-4" })];
  const dry = await add(folder, thread, true);
  assert.equal(dry.results.new, 1);
  assert.deepEqual(readAll(folder), before);
  const first = await add(folder, thread);
  assert.deepEqual([first.results.written, first.results.new, first.known], [1, 1, []]);
  const after = readAll(folder);
  assert.deepEqual(
    Object.keys(after).filter((path) => !(path in before)),
    ["posts/2012/plough/comments/comment-501.md"],
  );
  for (const [path, text] of Object.entries(before)) assert.equal(after[path], text);
  const second = await add(folder, thread);
  assert.deepEqual([second.results.written, second.results.new, second.results.updated], [1, 0, 0]);
  assert.deepEqual(readAll(folder), after);
});

test("what stands is known by id, or by moment and name; answers name it as it is called here", async (t) => {
  const folder = await makeBlog(t, [draft(4, "blog"), draft(5, "blog", { date: "2012-03-18T06:30:00+01:00" })]);
  const outcome = await add(folder, [
    draft(4, "forum", { source_id: "501" }),
    draft(502, "forum", { date: "2012-03-18T05:30:00Z" }),
    draft(503, "forum", { author: "Bo", parent: "comment-502", body: "An answer." }),
  ]);
  assert.deepEqual(outcome.known, ["comment-4", "comment-502"]);
  assert.match(readAll(folder)["posts/2012/plough/comments/comment-503.md"] ?? "", /^parent: "comment-5"$/m);
});

test("posts are listed with what identifies them; comments for a post that is not there are a mistake", async (t) => {
  const folder = await makeBlog(t, []);
  const writer = await openArchiveWriter(folder, { source: "forum" });
  assert.deepEqual(writer.listPosts(), [
    { id: "2012/plough", source: "blog", source_id: "7", title: "Plough", lang: "en", date: "2012" },
  ]);
  await assert.rejects(
    writer.writeComments({ postId: "2012/nothing", source: "forum", source_ids: [], thread: [] }),
    /No post 2012\/nothing/,
  );
});
