// Nests the comments of a post as its page shows them, for a data file of Hugo, whose templates cannot do it well.

import type { Post } from "../archive/model.ts";
import { createThreadView } from "../site/thread-view.ts";
import type { CommentLink, CommentView, ThreadView } from "../site/view.ts";

/** A comment with its replies. What is unknown is absent. */
interface HugoComment {
  readonly id: string;
  readonly author?: string;
  readonly author_url?: string;
  readonly by_post_author?: true;
  readonly kind?: string;
  readonly date: string;
  readonly lang?: string;
  /** Markdown. */
  readonly text: string;
  /** The comment that it answers, and those before and after it that answer the same. */
  readonly parent?: CommentLink;
  readonly previous?: CommentLink;
  readonly next?: CommentLink;
  /** Replies of all levels. */
  readonly count: number;
  readonly replies: readonly HugoComment[];
}

/** A thread: its order in time as numbers of places, where that is not the order on the page. */
interface HugoThread extends Pick<ThreadView, "state" | "declared" | "found" | "timeOrder"> {
  readonly comments: readonly HugoComment[];
  readonly pings: readonly HugoComment[];
}

/** Returns the thread of a post. */
export function toHugoThread(post: Post, path: string): HugoThread {
  const { state, declared, found, timeOrder, comments, pings } = createThreadView(post, path, () => "");
  return {
    state,
    ...(declared !== undefined && { declared }),
    found,
    ...(timeOrder !== undefined && { timeOrder }),
    comments: comments.map(toHugoComment),
    pings: pings.map(toHugoComment),
  };
}

function toHugoComment({ comment, inReplyTo, previous, next, replies }: CommentView): HugoComment {
  const { id, author, author_url, by_post_author, kind, date = "", lang, body } = comment;
  const nested = replies.map(toHugoComment);
  return {
    id,
    ...(author !== undefined && { author }),
    ...(author_url !== undefined && { author_url }),
    ...(by_post_author && { by_post_author }),
    ...(kind !== undefined && { kind }),
    date,
    ...(lang !== undefined && { lang }),
    text: body,
    ...(inReplyTo && { parent: inReplyTo }),
    ...(previous && { previous }),
    ...(next && { next }),
    count: nested.reduce((sum, reply) => sum + 1 + reply.count, 0),
    replies: nested,
  };
}
