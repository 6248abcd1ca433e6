// Refuses to take records away where that would lose what a person wrote into another file.

import { ArchiveError } from "./archive-error.ts";
import { holdsYamlComments } from "./front-matter.ts";
import type { Archive } from "./model.ts";
import { readIfThere } from "./read-if-there.ts";
import type { RedactOptions } from "./redact-records.ts";
import type { RedactionTarget } from "./redaction-target.ts";

/**
 * Refuses files with comments between the keys: they would be lost, and nothing else ever rewrites such files.
 * @throws ArchiveError that names them
 */
export function refuseUnwritable(
  contentDir: string,
  archive: Archive,
  targets: readonly RedactionTarget[],
  options: RedactOptions,
): void {
  const files = new Set([...listChanged(archive, targets, options), ...(options.alsoChanged ?? [])]);
  const commented = [...files].filter((file) => holdsYamlComments(readIfThere(`${contentDir}/${file}`) ?? ""));
  if (commented.length === 0) return;
  const list = commented.map((file) => `content/${file}`).join(", ");
  throw new ArchiveError(
    `${list}: holds YAML comments (#), which would be lost; move them below the keys. Nothing was written.`,
  );
}

/** Returns the files of other records that the removal changes between their keys. */
function listChanged(
  archive: Archive,
  targets: readonly RedactionTarget[],
  { isDelete, keepsAddress }: RedactOptions,
): readonly string[] {
  const sources = new Set(targets.map(({ post, comment }) => (comment ?? post).source));
  const posts = new Set(targets.flatMap(({ post, comment }) => (comment === undefined ? [post] : [])));
  const comments = new Set(targets.map(({ comment }) => comment));
  const ofSources = archive.sources.filter(({ id }) => sources.has(id));
  if (!isDelete) {
    const below = keepsAddress ? [] : [...posts].flatMap(({ thread }) => thread);
    const changed = below.filter((comment) => comment.source_url !== undefined && !comments.has(comment));
    return [...ofSources, ...changed].map(({ file }) => file);
  }
  const replies = targets.flatMap(({ post, comment }) =>
    comment === undefined || posts.has(post) ? [] : post.thread.filter(({ parent }) => parent === comment.id),
  );
  const ids = new Set([...posts].map(({ id }) => id));
  const translations = archive.posts.filter(
    (post) => post.translation_of !== undefined && ids.has(post.translation_of) && !posts.has(post),
  );
  return [...ofSources, ...replies.filter((reply) => !comments.has(reply)), ...translations].map(({ file }) => file);
}
