// What can be taken away: a post or page, or a comment; and what is known of it when all of them are gone.

import type { Archive, Comment, Post } from "./model.ts";

/** A record that is to be taken away. */
export interface RedactionTarget {
  readonly post: Post;
  /** Absent: the post itself. */
  readonly comment?: Comment;
}

/** Returns the global id of a target: `2011/slug`, `2011/slug#comment-7`. */
export function toTargetId({ post, comment }: RedactionTarget): string {
  return comment === undefined ? post.id : `${post.id}#${comment.id}`;
}

/** Returns all targets of an archive: every post with its comments. */
export function* listTargets({ posts }: Pick<Archive, "posts">): Generator<RedactionTarget> {
  for (const post of posts) {
    yield { post };
    for (const comment of post.thread) yield { post, comment };
  }
}

/** Returns the archive without the words of some records, as it will be read when they are gone. */
export function withoutTargets(archive: Archive, targets: readonly RedactionTarget[]): Archive {
  const posts = new Set(targets.flatMap(({ post, comment }) => (comment === undefined ? [post.id] : [])));
  const comments = new Set(targets.flatMap(({ comment }) => (comment === undefined ? [] : [comment.file])));
  return {
    ...archive,
    posts: archive.posts.map((post) => {
      const thread = post.thread.map((comment) => (comments.has(comment.file) ? { ...comment, body: "" } : comment));
      if (!posts.has(post.id)) return { ...post, thread };
      const { title: _title, image: _image, excerpt: _excerpt, ...others } = post;
      return { ...others, body: "", translations: [], thread };
    }),
  };
}
