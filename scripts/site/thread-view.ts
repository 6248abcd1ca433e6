// Turns a post's flat comments into what its page shows: a tree of eight levels, and pingbacks apart.

import type { Comment, Post } from "../archive/model.ts";
import { buildThread } from "../archive/thread.ts";
import type { CommentView, ThreadView } from "./view.ts";

/** Levels of nesting in HTML: deeper replies follow flat, because browsers flatten the DOM and readers lose the thread. */
export const NESTED_LEVELS = 8;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type OpenView = Mutable<Omit<CommentView, "replies">> & { readonly replies: OpenView[] };

/** Returns the thread of a post at `path`. `htmlOf` returns the safe HTML of a comment. */
export function createThreadView(post: Post, path: string, htmlOf: (comment: Comment) => string): ThreadView {
  const roots: OpenView[] = [];
  // The last comment on each level of nesting: the next reply one level deeper belongs to it.
  const lastByLevel: OpenView[] = [];
  for (const { comment, depth, parent } of buildThread(post.thread)) {
    const view: OpenView = {
      comment,
      html: comment.status ? "" : htmlOf(comment),
      path: `${path}#${encodeURIComponent(comment.id)}`,
      depth,
      replies: [],
    };
    if (parent) {
      view.inReplyTo = {
        id: parent.id,
        ...(parent.author === undefined ? {} : { author: parent.author }),
        ...(parent.status === undefined ? {} : { status: parent.status }),
      };
    }
    if (comment.parent_state) view.parentState = comment.parent_state;
    const level = Math.min(depth, NESTED_LEVELS - 1);
    const siblings = level === 0 ? roots : (lastByLevel[level - 1]?.replies ?? roots);
    siblings.push(view);
    lastByLevel[level] = view;
  }
  const isUnansweredPing = (view: OpenView): boolean => view.comment.kind !== undefined && view.replies.length === 0;
  return {
    state: post.comments?.state ?? "unknown",
    found: post.thread.filter((comment) => !comment.kind && !comment.status).length,
    removed: post.thread.filter((comment) => !comment.kind && comment.status).length,
    ...(post.comments?.declared === undefined ? {} : { declared: post.comments.declared }),
    comments: roots.filter((view) => !isUnansweredPing(view)),
    pings: roots.filter(isUnansweredPing),
  };
}
