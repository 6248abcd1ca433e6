// Finds what an address in a text leads to: another post, a comment, a file, or something elsewhere.

import { encodePath } from "./images/picture.ts";
import type { Folders, FolderTarget, TextJob } from "./text-renderer.ts";

/** Returns a path below the base or an absolute address, or undefined when the archive has nothing there. */
export function resolveAddress(address: string, job: TextJob, folders: Folders): string | undefined {
  if (/^https?:\/\//i.test(address)) return address;
  if (address.startsWith("#")) return resolveFragment(address, job);
  if (address.startsWith("//")) return `https:${address}`;
  // Other schemes are not for links; a path from the root means nothing on GitHub.
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("/")) return undefined;
  return resolveRelative(address, job.file, folders);
}

function resolveFragment(fragment: string, job: TextJob): string | undefined {
  if (job.anchors?.includes(decodeSafely(fragment.slice(1)))) return fragment;
  return job.sourceUrl === undefined ? undefined : job.sourceUrl.replace(/#.*$/s, "") + fragment;
}

function resolveRelative(address: string, file: string, folders: Folders): string | undefined {
  const place = findInFolder(address, file, folders);
  return place && resolveInFolder(place.target, place.inside, /[?#].*$/s.exec(address)?.[0] ?? "");
}

/** Returns the post whose folder a relative address leads into, and what it names there. */
export function findInFolder(
  address: string,
  file: string,
  folders: Folders,
): { readonly target: FolderTarget; readonly inside: readonly string[] } | undefined {
  const relative = address.replace(/[?#].*$/s, "");
  const parts = file.split("/").slice(0, -1);
  for (const segment of decodeSafely(relative).split("/")) {
    if (segment === "..") parts.pop();
    else if (segment !== "." && segment !== "") parts.push(segment);
  }
  // The folder of a post, and what is named inside it: `posts/2011/slug` and `comments/comment-3.md`.
  for (let length = parts.length; length > 1; length--) {
    const target = folders.get(parts.slice(0, length).join("/"));
    if (target) return { target, inside: parts.slice(length) };
  }
  return undefined;
}

function resolveInFolder(target: FolderTarget, inside: readonly string[], rest: string): string | undefined {
  const [first = "", second = ""] = inside;
  if (inside.length === 0 || (inside.length === 1 && /^index(\.[\w-]+)?\.md$/.test(first)))
    return target.path + (isMissingComment(rest, target) ? "" : rest);
  if (inside.length === 2 && first === "comments" && second.endsWith(".md")) {
    const id = target.comments.get(second.slice(0, -".md".length));
    return id && `${target.path}#${encodeURIComponent(id)}`;
  }
  const path = inside.join("/");
  return target.attachments.includes(path) ? target.path + encodePath(path) : undefined;
}

// A comment that was never public, or that somebody took out: its post is the nearest there is.
function isMissingComment(rest: string, { comments }: FolderTarget): boolean {
  return /^#(?:comment-\d+|c\d+)$/.test(rest) && !comments.has(rest.slice(1));
}

/** Returns the text with percent-encoded characters decoded, or as it is where that is impossible. */
export function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
