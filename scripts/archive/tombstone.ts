// What a redacted or deleted comment may say: where it stood, and nothing of the person.

import { toError } from "./found.ts";
import type { CommentFields } from "./model.ts";
import type { FieldProblem } from "./record-fields.ts";

const PERSONAL_KEYS = ["author", "author_url", "by_post_author"] as const;

/** Returns a comment's fields without what its status forbids, whatever its file says. */
export function toTombstone(fields: Partial<CommentFields>): Partial<CommentFields> {
  const { author: _author, author_url: _url, by_post_author: _byPostAuthor, lang: _lang, date, ...others } = fields;
  return fields.status === "deleted" || date === undefined ? others : { ...others, date };
}

/** Finds what a redacted or deleted comment's file says nevertheless. */
export function checkTombstone(fields: Partial<CommentFields>, body: string): readonly FieldProblem[] {
  const { status } = fields;
  if (status === undefined) return [];
  const isDeleted = status === "deleted";
  const forbidden = [...PERSONAL_KEYS, ...(isDeleted ? (["date"] as const) : [])];
  const found = forbidden
    .filter((key) => fields[key] !== undefined)
    .map((key): FieldProblem => {
      return { ...toError(key, `status-author.${status}`, { key }), key };
    });
  if (body === "") return found;
  return [...found, { ...toError("status", `status-body.${status}`), key: "status" }];
}
