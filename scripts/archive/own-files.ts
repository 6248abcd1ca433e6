// Finds the images and other files that only texts which are taken away show.

import type { Archive, Post } from "./model.ts";
import { fileNameOf, findNames, findPaths, LEADS_OUT, listTextFiles } from "./named-files.ts";
import { toPostFolder } from "./read-archive.ts";
import type { RedactionTarget } from "./redaction-target.ts";

/** Paths below content/. */
export interface OwnFiles {
  /** Files that nothing shows any more. */
  readonly files: readonly string[];
  /** Files that stay, each with a text that still names it. */
  readonly kept: ReadonlyMap<string, string>;
}

/** Finds the files that nothing shows any more when the records are gone; of a deleted post its folder goes as a whole. */
export function findOwnFiles(left: Archive, targets: readonly RedactionTarget[], isDelete: boolean): OwnFiles {
  const leftById = new Map(left.posts.map((post) => [post.id, post]));
  const files: string[] = [];
  const kept = new Map<string, string>();
  let elsewhere: ReadonlyMap<string, string> | undefined;
  for (const [post, { isWhole, texts }] of groupByPost(targets)) {
    const remaining = leftById.get(post.id);
    if (post.attachments.length === 0 || remaining === undefined || (isDelete && isWhole)) continue;
    // What no removed text named is no record's own, unless the post itself goes.
    const shown = findNames(texts);
    for (const name of post.attachments.filter((file) => isWhole || shown.has(fileNameOf(file)))) {
      const file = `${toPostFolder(post.id)}/${name}`;
      elsewhere ??= findPaths(
        left.posts.flatMap((other) => listTextFiles(other).filter(({ text }) => LEADS_OUT.test(text))),
      );
      // In its own folder a file is known by its name: whatever form the address has, it may be meant.
      const own = listTextFiles(remaining).find(({ text }) => findNames([text]).has(fileNameOf(name)));
      const naming = own?.file ?? elsewhere.get(file.normalize("NFC"));
      if (naming === undefined) files.push(file);
      else kept.set(file, naming);
    }
  }
  return { files, kept };
}

function groupByPost(
  targets: readonly RedactionTarget[],
): ReadonlyMap<Post, { readonly isWhole: boolean; readonly texts: readonly string[] }> {
  const groups = new Map<Post, { isWhole: boolean; texts: string[] }>();
  for (const { post, comment } of targets) {
    const group = groups.get(post) ?? { isWhole: false, texts: [] };
    groups.set(post, group);
    if (comment === undefined) group.isWhole = true;
    else group.texts.push(comment.body);
  }
  return groups;
}
