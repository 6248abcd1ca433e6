// Writes the file of a record whose words were taken away: its place, the day, and what a later import knows it by.

import type { Comment, Post } from "./model.ts";
import { serializeComment, serializePost } from "./record-fields.ts";

/** Returns the file of a redacted comment. Its address at the source leads to the words, so it goes too. */
export function writeCommentTombstone(comment: Comment, day: string): string {
  const { id, parent, parent_state, kind, date, source, source_id } = comment;
  const place = {
    id,
    ...(parent !== undefined && { parent }),
    ...(parent_state !== undefined && { parent_state }),
    ...(kind !== undefined && { kind }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(source_id !== undefined && { source_id }),
  };
  return serializeComment({ ...place, status: "redacted", redacted: comment.redacted ?? day }, "");
}

/**
 * Returns the file of a redacted post.
 * @param aliases former addresses that may go on leading to it: those of a title say its words
 */
export function writePostTombstone(post: Post, day: string, aliases: readonly string[]): string {
  const { lang, date, comments, translation_of, source, source_id } = post;
  const place = {
    ...(lang !== undefined && { lang }),
    ...(date !== undefined && { date }),
    ...(comments !== undefined && { comments }),
    ...(translation_of !== undefined && { translation_of }),
    ...(source !== undefined && { source }),
    ...(source_id !== undefined && { source_id }),
    ...(aliases.length > 0 && { aliases }),
  };
  return serializePost({ ...place, status: "redacted", redacted: post.redacted ?? day }, "");
}
