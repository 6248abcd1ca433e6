// Checks how texts are written that people typed or changed. What only an import wrote is as its source had it.

import { findWritingFaults, type WritingFault } from "../markdown/find-writing-faults.ts";
import type { Profile } from "../markdown/html-vocabulary.ts";
import { type Found, toWarning } from "./found.ts";
import { isUntouched } from "./imported-hash.ts";
import type { Archive, Post, Problem } from "./model.ts";
import { readIfThere } from "./read-if-there.ts";
import { show } from "./show.ts";

interface CheckedText {
  readonly file: string;
  readonly body: string;
  readonly imported?: string;
}

/** Returns what will hardly have been meant. All are warnings: pages show the words all the same. */
export function validateTexts(contentDir: string, archive: Archive): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (text: CheckedText, profile: Profile, more: readonly Found[] = []): void => {
    const found = [...more, ...findWritingFaults(text.body, profile).map(toProblem)];
    if (found.length === 0 || (text.imported !== undefined && isUntouchedFile(contentDir, text.file))) return;
    for (const problem of found) problems.push({ ...problem, file: text.file });
  };
  for (const post of archive.posts) {
    for (const text of [post, ...post.translations]) check(text, "post", checkFeatured(text));
    for (const comment of post.thread) check(comment, "comment");
  }
  for (const text of [...archive.sources, ...archive.people]) check(text, "post");
  return problems;
}

function checkFeatured({ image, image_alt: alt }: Pick<Post, "image" | "image_alt">): readonly Found[] {
  return image === undefined || alt !== undefined ? [] : [toWarning("image", "image-alt.featured")];
}

function toProblem({ kind, line, found }: WritingFault): Found {
  const values = { found: show(found) };
  const problem =
    kind === "image-alt"
      ? toWarning(undefined, "image-alt.text", values)
      : kind === "markdown-deep"
        ? toWarning(undefined, kind)
        : toWarning(undefined, kind, values);
  return { ...problem, textLine: line };
}

function isUntouchedFile(contentDir: string, file: string): boolean {
  return isUntouched(readIfThere(`${contentDir}/${file}`) ?? "");
}
