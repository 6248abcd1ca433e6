// Finds the record that a person means by an id, an address on the site or a file in content/.

import { findNearest } from "./find-nearest.ts";
import type { Archive } from "./model.ts";
import { listTargets, type RedactionTarget, toTargetId } from "./redaction-target.ts";

/** What was found for one id that somebody typed. */
export type FoundTarget =
  | { readonly target: RedactionTarget }
  /** A comment's id that several posts have. */
  | { readonly several: readonly string[] }
  /** Nothing; these ids come nearest. */
  | { readonly nearest: readonly string[] };

const MAX_LISTED = 5;

/** Returns the record of an id, an address on the site or a file in content/. */
export function findTarget(archive: Archive, typed: string): FoundTarget {
  const id = readTypedId(typed);
  const [postId = "", commentId] = id.split("#");
  const post = archive.posts.find((candidate) => candidate.id === postId);
  if (commentId !== undefined && post !== undefined) {
    const comment = post.thread.find((candidate) => candidate.id === commentId);
    if (comment !== undefined) return { target: { post, comment } };
    const ids = post.thread.map((candidate) => `${post.id}#${candidate.id}`);
    return { nearest: findNearest(id, ids, MAX_LISTED) };
  }
  if (post !== undefined) return { target: { post } };
  const found = [...listTargets(archive)].filter(({ comment }) => comment !== undefined && comment.id === id);
  const [target] = found;
  if (target !== undefined) return found.length === 1 ? { target } : { several: found.map(toTargetId) };
  const posts = archive.posts.map((candidate) => candidate.id);
  if (commentId !== undefined) return { nearest: findNearest(postId, posts, MAX_LISTED) };
  const comments = id.includes("/") ? [] : [...listTargets(archive)].flatMap(({ comment }) => comment?.id ?? []);
  return { nearest: findNearest(id, [...new Set([...posts, ...comments])], MAX_LISTED) };
}

/** Returns the id that is meant, whether it is in the archive or not: `https://host/base/en/2011/slug/#comment-7`, `content/posts/2011/slug/comments/comment-7.md` → `2011/slug#comment-7`. */
export function readTypedId(typed: string): string {
  const text = decode(typed.trim()).normalize("NFC");
  const file = /(?:^|\/)((?:posts\/[^/]+|pages)\/[^/#]+)(?:\/(?:index\.md|comments\/([^/]+)\.md)?)?$/.exec(text);
  if (file !== null) {
    const post = (file[1] ?? "").replace(/^posts\//, "");
    return file[2] === undefined ? post : `${post}#${file[2]}`;
  }
  const page = /\/[a-z]{2}\/(?:pages|sidor)\/([^/#?]+)\/?(?:#(.+))?$/.exec(text);
  if (page !== null) return page[2] === undefined ? `pages/${page[1]}` : `pages/${page[1]}#${page[2]}`;
  const address = /\/[a-z]{2}\/((?:\d{4}|undated)\/[^/#?]+)\/?(?:#(.+))?$/.exec(text);
  if (address !== null) return address[2] === undefined ? (address[1] ?? "") : `${address[1]}#${address[2]}`;
  return text.replace(/\/(?=#|$)/, "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
