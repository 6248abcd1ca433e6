// Turns a post's flat comments into what its page shows: a tree of eight levels, and pingbacks apart.

import type { Comment, Post } from "../archive/model.ts";
import { buildThread } from "../archive/thread.ts";
import type { CommentLink, CommentView, ThreadView } from "./view.ts";

/** Levels of nesting in HTML: deeper replies follow flat, because browsers flatten the DOM and readers lose the thread. */
export const NESTED_LEVELS = 8;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type OpenView = Mutable<Omit<CommentView, "replies">> & { readonly replies: OpenView[] };

/** Returns the thread of a post at `path`. `htmlOf` returns the safe HTML of a comment. */
export function createThreadView(post: Post, path: string, htmlOf: (comment: Comment) => string): ThreadView {
  const roots: OpenView[] = [];
  const views: OpenView[] = [];
  // The last comment on each level of nesting: the next reply one level deeper belongs to it.
  const lastByLevel: OpenView[] = [];
  const answered = new Set<string>();
  for (const { comment, depth, parent } of buildThread(post.thread)) {
    const view: OpenView = {
      comment,
      html: comment.status ? "" : htmlOf(comment),
      path: `${path}#${encodeURIComponent(comment.id)}`,
      depth,
      replies: [],
    };
    if (parent) {
      view.inReplyTo = toLink(parent);
      answered.add(parent.id);
    }
    if (comment.parent_state) view.parentState = comment.parent_state;
    const level = Math.min(depth, NESTED_LEVELS - 1);
    const siblings = level === 0 ? roots : (lastByLevel[level - 1]?.replies ?? roots);
    siblings.push(view);
    lastByLevel[level] = view;
    views.push(view);
  }
  for (const view of views) if (answered.has(view.comment.id)) view.isAnswered = true;
  const isUnansweredPing = (view: OpenView): boolean => view.comment.kind !== undefined && view.replies.length === 0;
  const shown = views.filter((view) => view.depth > 0 || !isUnansweredPing(view));
  linkSiblings(shown);
  const timeOrder = orderByTime(shown);
  return {
    state: post.comments?.state ?? "unknown",
    found: post.thread.filter((comment) => !comment.kind && !comment.status).length,
    removed: post.thread.filter((comment) => !comment.kind && comment.status).length,
    ...(post.comments?.declared === undefined ? {} : { declared: post.comments.declared }),
    comments: roots.filter((view) => !isUnansweredPing(view)),
    ...(timeOrder === undefined ? {} : { timeOrder }),
    pings: roots.filter(isUnansweredPing),
  };
}

function toLink({ id, author, status }: Comment): CommentLink {
  return { id, ...(author === undefined ? {} : { author }), ...(status === undefined ? {} : { status }) };
}

// A link to the comment just above or below would only be noise.
function linkSiblings(shown: readonly OpenView[]): void {
  const lastByParent = new Map<string | undefined, number>();
  for (const [position, view] of shown.entries()) {
    const parent = view.inReplyTo?.id;
    const before = lastByParent.get(parent) ?? position;
    const previous = shown[before];
    if (previous !== undefined && before < position - 1) {
      view.previous = toLink(previous.comment);
      previous.next = toLink(view.comment);
    }
    lastByParent.set(parent, position);
  }
}

// Without their parents all comments are siblings, and those buildThread puts in order of time.
function orderByTime(shown: readonly OpenView[]): readonly number[] | undefined {
  const apart = shown.map(({ comment: { id, date } }, position) => ({
    id,
    ...(date === undefined ? {} : { date }),
    position,
  }));
  const order = buildThread(apart).map(({ comment }) => comment.position);
  return order.every((position, place) => position === place) ? undefined : order;
}
