// Names the file of a comment by its id, so that no file system confuses two of them.

import { createHash } from "node:crypto";
import { isSafeFolderName, toSlug } from "./slug.ts";

const PLAIN_ID = /^[a-z0-9][a-z0-9_-]{0,99}$/;

/**
 * Returns the name of a comment's file: `<id>.md` where the id is plain (`comment-12`, `c5678`), else a readable
 * part of it and eight digits of its hash: capital letters, slashes and dots are not safe everywhere.
 */
export function toCommentFileName(id: string): string {
  if (PLAIN_ID.test(id) && isSafeFolderName(id)) return `${id}.md`;
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 8);
  const slug = toSlug(id).slice(0, 60);
  return slug === "" ? `comment-${hash}.md` : `${slug}-${hash}.md`;
}
