// The thread as a page shows it: eight levels of nesting, deeper ones flat, unanswered pingbacks apart.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Comment, Post } from "../../scripts/archive/model.ts";
import { createThreadView, NESTED_LEVELS } from "../../scripts/site/thread-view.ts";
import type { CommentView } from "../../scripts/site/view.ts";

function comment(number: number, fields: Partial<Comment> = {}): Comment {
  const id = `comment-${number}`;
  const date = `2011-01-01T10:${String(number % 60).padStart(2, "0")}:00+01:00`;
  return { id, date, body: `Text ${number}`, file: `posts/2011/a/comments/${id}.md`, ...fields };
}

function post(thread: readonly Comment[], fields: Partial<Post> = {}): Post {
  const empty = { translations: [], attachments: [] };
  return { type: "post", id: "2011/a", body: "", file: "posts/2011/a/index.md", thread, ...empty, ...fields };
}

function heightOf(views: readonly CommentView[]): number {
  return views.length === 0 ? 0 : 1 + Math.max(...views.map((view) => heightOf(view.replies)));
}

function flatten(views: readonly CommentView[]): readonly CommentView[] {
  return views.flatMap((view) => [view, ...flatten(view.replies)]);
}

test("replies deeper than the nested levels follow flat, in order, and say what they answer", () => {
  const chain = Array.from({ length: 12 }, (_, index) =>
    comment(index + 1, index === 0 ? {} : { parent: `comment-${index}` }),
  );
  const { comments, found } = createThreadView(post(chain), "/en/2011/a/", ({ body }) => body);
  assert.equal(found, 12);
  assert.equal(heightOf(comments), NESTED_LEVELS);
  const all = flatten(comments);
  assert.deepEqual(
    all.map((view) => view.comment.id),
    chain.map(({ id }) => id),
  );
  assert.equal(all[11]?.inReplyTo?.id, "comment-11");
  assert.equal(all[11]?.depth, 11);
});

test("a thread of 5,000 comments in one chain does not overflow", () => {
  const chain = Array.from({ length: 5000 }, (_, index) =>
    comment(index + 1, index === 0 ? {} : { parent: `comment-${index}` }),
  );
  const { comments } = createThreadView(post(chain), "/en/2011/a/", () => "");
  assert.equal(flatten(comments).length, 5000);
});

test("unanswered pingbacks stand apart; an answered one keeps its replies in the thread", () => {
  const thread = [
    comment(1, { kind: "pingback" }),
    comment(2, { kind: "trackback" }),
    comment(3, { parent: "comment-2" }),
    comment(4),
  ];
  const view = createThreadView(post(thread), "/en/2011/a/", () => "");
  assert.deepEqual(
    view.pings.map(({ comment: { id } }) => id),
    ["comment-1"],
  );
  assert.deepEqual(
    view.comments.map(({ comment: { id } }) => id),
    ["comment-2", "comment-4"],
  );
  assert.equal(view.found, 2);
});

test("tombstones keep their place and have no text; they are not counted as found", () => {
  const thread = [comment(1, { status: "redacted" }), comment(2, { parent: "comment-1" })];
  const view = createThreadView(post(thread, { comments: { state: "closed", declared: 5 } }), "/x/", () => "words");
  assert.equal(view.comments[0]?.html, "");
  assert.equal(view.comments[0]?.replies[0]?.html, "words");
  assert.deepEqual([view.found, view.declared, view.state], [1, 5, "closed"]);
});

test("neighbours on a level are linked only where other comments stand between them", () => {
  const thread = [
    comment(1),
    comment(2, { parent: "comment-1" }),
    comment(3, { parent: "comment-2" }),
    comment(4, { parent: "comment-1", author: "Bo" }),
    comment(5, { parent: "comment-1" }),
    comment(6),
  ];
  const all = flatten(createThreadView(post(thread), "/x/", () => "").comments);
  assert.deepEqual(
    all.map(({ previous, next }) => [previous?.id, next?.id]),
    [
      [undefined, "comment-6"],
      [undefined, "comment-4"],
      [undefined, undefined],
      ["comment-2", undefined],
      [undefined, undefined],
      ["comment-1", undefined],
    ],
  );
  assert.deepEqual(all[1]?.next, { id: "comment-4", author: "Bo" });
  assert.deepEqual(
    all.map(({ isAnswered }) => isAnswered === true),
    [true, true, false, false, false, false],
  );
});

test("the order of time is told where it is not the thread's own; undated comments stand last", () => {
  const undated = ({ date: _, ...rest }: Comment): Comment => rest;
  const thread = [
    comment(1),
    comment(2),
    comment(30, { parent: "comment-1" }),
    undated(comment(4, { parent: "comment-1" })),
  ];
  assert.deepEqual(createThreadView(post(thread), "/x/", () => "").timeOrder, [0, 3, 1, 2]);
  assert.equal(createThreadView(post(thread.slice(0, 2)), "/x/", () => "").timeOrder, undefined);
});
