// The archive without the words of its posts and comments, which take most of its memory.

import type { Archive, Comment, Post, Translation } from "./model.ts";

/** A comment without its words: what lists and counts know of it. */
export type CommentFacts = Omit<Comment, "body">;

/** A translation without its words. */
export type TranslationFacts = Omit<Translation, "body">;

/** A post or page and its thread without their words. A post is one, too. */
export interface PostFacts extends Omit<Post, "body" | "thread" | "translations"> {
  readonly thread: readonly CommentFacts[];
  readonly translations: readonly TranslationFacts[];
}

/** All of content/ but the words of posts and comments. */
export interface ArchiveFacts extends Omit<Archive, "posts"> {
  /** Sorted by id. */
  readonly posts: readonly PostFacts[];
}
