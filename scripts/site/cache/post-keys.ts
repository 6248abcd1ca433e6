// Tells what the pages of a post are made of, and whether the last build made them of the same.

import type { DrawingSetting, PostOrder } from "../drawing/share.ts";
import { keyOf, keyOfText } from "./cache-key.ts";
import type { DrawnRecord } from "./site-record.ts";

/** Keys of what pages of posts are made of. */
export interface PostKeys {
  /** Returns the key of all but what the links of its texts lead to. @param read key of the post as it was read */
  readonly of: (order: PostOrder, read: string) => string;
  /** Returns what stands at the folders that its links asked for. */
  readonly ofTargets: (folders: readonly string[]) => DrawnRecord["targets"];
}

/** @param setting key of what all pages have in common */
export function createPostKeys(setting: string, { folders }: Pick<DrawingSetting, "folders">): PostKeys {
  const targets = new Map<string, string>();
  const keyOfTarget = (folder: string): string => {
    let key = targets.get(folder);
    if (key === undefined) {
      const target = folders.get(folder);
      key = target === undefined ? "" : keyOf(target);
      targets.set(folder, key);
    }
    return key;
  };
  return {
    of: ({ pages }, read) => {
      // JSON says nothing of maps. Looking for them costs more than all the rest, and few posts have images.
      const images = pages.filter((page) => page.images.size > 0).map((page) => [...page.images]);
      return keyOfText(JSON.stringify([setting, read, pages, images]));
    },
    ofTargets: (asked) => asked.map((folder) => [folder, keyOfTarget(folder)] as const),
  };
}

/** Tells whether a post that was drawn still says what is asked of it, and its links lead to the same. */
export function isStillSo({ targets, asked }: DrawnRecord, order: PostOrder, keys: PostKeys): boolean {
  const now = keys.ofTargets(targets.map(([folder]) => folder));
  return (
    targets.every(([, key], index) => key === now[index]?.[1]) && order.asked.every((file) => asked.includes(file))
  );
}
