// What a redacted post, or a redacted or deleted comment, may say: where it stood, and nothing of the person or the words.

import { toError } from "./found.ts";
import type { CommentFields, Post, PostFields } from "./model.ts";
import type { FieldProblem } from "./record-fields.ts";

const PERSONAL_KEYS = ["author", "author_url", "by_post_author"] as const;
const POST_WORDS = [
  "title",
  "author",
  "updated",
  "topics",
  "excerpt",
  "sticky",
  "image",
  "image_alt",
  "image_caption",
] as const;

/** Returns a comment's fields without what its status forbids, whatever its file says. */
export function toTombstone(fields: Partial<CommentFields>): Partial<CommentFields> {
  const { author: _author, author_url: _url, by_post_author: _byPostAuthor, lang: _lang, date, ...others } = fields;
  return fields.status === "deleted" || date === undefined ? others : { ...others, date };
}

/** Returns a redacted post without what says what it was, whatever its files say. */
export function toPostTombstone(post: Post): Post {
  const {
    type,
    id,
    file,
    thread,
    attachments,
    lang,
    date,
    comments,
    translation_of,
    status,
    redacted,
    source,
    aliases,
  } = post;
  return {
    type,
    id,
    file,
    ...(lang !== undefined && { lang }),
    ...(date !== undefined && { date }),
    ...(comments !== undefined && { comments }),
    ...(translation_of !== undefined && { translation_of }),
    ...(status !== undefined && { status }),
    ...(redacted !== undefined && { redacted }),
    ...(source !== undefined && { source }),
    ...(post.source_id !== undefined && { source_id: post.source_id }),
    ...(aliases !== undefined && { aliases }),
    body: "",
    thread,
    translations: [],
    // Comments may show files of the post's folder.
    attachments,
  };
}

/** Finds what a redacted or deleted comment's file says nevertheless. */
export function checkTombstone(fields: Partial<CommentFields>, body: string): readonly FieldProblem[] {
  const { status } = fields;
  if (status === undefined) return [];
  const isDeleted = status === "deleted";
  const forbidden = [...PERSONAL_KEYS, ...(isDeleted ? (["date"] as const) : [])];
  const found = forbidden
    .filter((key) => fields[key] !== undefined)
    .map((key): FieldProblem => ({ ...toError(key, `status-author.${status}`, { key }), key }));
  if (body === "") return found;
  return [...found, { ...toError("status", `status-body.${status}`), key: "status" }];
}

/** Finds what a redacted post's file says nevertheless. */
export function checkPostTombstone(fields: PostFields, body: string): readonly FieldProblem[] {
  if (fields.status !== "redacted") return [];
  const found = POST_WORDS.filter((key) => fields[key] !== undefined).map(
    (key): FieldProblem => ({ ...toError(key, "status-author.post", { key }), key }),
  );
  return body === "" ? found : [...found, { ...toError("status", "status-body.post"), key: "status" }];
}
