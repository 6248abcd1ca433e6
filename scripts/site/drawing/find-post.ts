// Reads a post for a build, unless it is known to be as an earlier build read it.

import type { PostFacts } from "../../archive/facts.ts";
import type { Post, Problem } from "../../archive/model.ts";
import { readPost, toPostFolder } from "../../archive/read-archive.ts";
import { keyOfText } from "../cache/cache-key.ts";
import { stampFolder } from "../cache/folder-stamp.ts";
import type { ReadRecord } from "../cache/site-record.ts";
import { withVisibleNames } from "../visible-names.ts";

/** A post to read, with what is known of it. */
export interface WantedPost extends Partial<Pick<ReadRecord, "stamp" | "key">> {
  readonly id: string;
}

/** A post as it was found. */
export interface FoundPost extends ReadRecord {
  readonly id: string;
}

/** What is told of a post before its pages are drawn: all but its words. */
export interface PostFindings {
  /** Absent when it cannot be read. */
  readonly post?: PostFacts;
  readonly problems: readonly Problem[];
}

/**
 * Reads a post; undefined when the files in its folder are as they are known to be.
 * @param isStamped what is told can be known the next time, at the price of a look at each file
 */
export function findPost(
  contentDir: string,
  { id, stamp: known }: WantedPost,
  isStamped: boolean,
): { readonly found: FoundPost; readonly post?: Post } | undefined {
  // Before it is read: what changes in between is found the next time.
  const stamp = isStamped ? stampFolder(`${contentDir}/${toPostFolder(id)}`) : undefined;
  if (stamp !== undefined && stamp === known) return undefined;
  const read = readPost(contentDir, id);
  const post = read.post && withVisibleNames(read.post);
  const findings: PostFindings = { ...(post && { post: withoutWords(post) }), problems: read.problems };
  const found = JSON.stringify(findings);
  const words = post === undefined ? [] : [post, ...post.translations, ...post.thread].map(({ body }) => body);
  return {
    found: {
      id,
      ...(stamp !== undefined && { stamp }),
      key: keyOfText(JSON.stringify([found, words])),
      found: Buffer.from(found),
    },
    ...(post && { post }),
  };
}

/** Returns what a post's `found` holds. */
export function openFindings({ found }: Pick<ReadRecord, "found">): PostFindings {
  return JSON.parse(Buffer.from(found.buffer, found.byteOffset, found.byteLength).toString());
}

function withoutWords({ body: _, thread, translations, ...facts }: Post): PostFacts {
  return {
    ...facts,
    thread: thread.map(({ body: _words, ...comment }) => comment),
    translations: translations.map(({ body: _words, ...translation }) => translation),
  };
}
