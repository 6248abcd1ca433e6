// Writes the way from one record's file to another's, and reads it back.

import { toPostFolder } from "./read-archive.ts";
import type { AddressPlace } from "./record-texts.ts";

/**
 * Returns the path from a file to a post's: `../../2010/other/index.md`. It names the year also within one year, so that a
 * record may be moved to another and its links still lead where they did.
 */
export function toRelativePath({ folder, file }: AddressPlace, id: string): string {
  const up = "../".repeat(file.split("/").length - 1);
  const target = toPostFolder(id);
  if (target === folder) return `${up}index.md`;
  const from = folder.split("/");
  const to = target.split("/");
  const isShared = from[0] === to[0];
  const steps = isShared ? from.length - 1 : from.length;
  const path = (isShared ? to.slice(1) : to).map(encodePart).join("/");
  return `${up}${"../".repeat(steps)}${path}/index.md`;
}

/** Returns the id of the post that a path leads to, from a file below content/; undefined when it leads to none. */
export function findLinkedPost(file: string, path: string): string | undefined {
  const bare = path.replace(/[?#].*$/s, "");
  if (!/(?:^|\/)index\.md$/.test(bare)) return undefined;
  const parts = file.split("/").slice(0, -1);
  for (const part of bare.split("/").slice(0, -1)) {
    if (part === "..") parts.pop();
    else parts.push(decodePart(part));
  }
  if (parts.at(-1) === "comments") return undefined;
  if (parts[0] === "pages" && parts.length === 2) return parts.join("/");
  return parts[0] === "posts" && parts.length === 3 ? parts.slice(1).join("/") : undefined;
}

/** Returns the id of the record in a file: `2011/slug`, `2011/slug#comment-7`. */
export function toRecordId(file: string): string {
  const [folder = "", comment] = file.replace(/^posts\//, "").split(/\/index\.md$|\/comments\/|\.md$/);
  return comment === undefined || comment === "" ? folder : `${folder}#${comment}`;
}

// Letters of any script stay as they are; what Markdown or an address could read as something else is escaped.
function encodePart(part: string): string {
  return part.replace(/[^\p{L}\p{N}\p{M}._-]/gu, encodeURIComponent);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
