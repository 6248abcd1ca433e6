// Finds the posts before and after each post, in time and in its own source: once for the whole archive.

import type { Catalog, Entry } from "./catalog.ts";

/** The posts next to one in a row; absent at its ends. */
export interface Neighbours {
  readonly newer?: Entry | undefined;
  readonly older?: Entry | undefined;
}

/** The posts next to one, in the archive and in its source. */
export interface PostNeighbours extends Neighbours {
  /** Absent where the archive has one source, and where these are the same posts. */
  readonly inSource?: Neighbours;
}

/** Returns a function that tells the neighbours of a post of the catalog; a page has none. Takes linear time, once. */
export function findNeighbours({ posts, postsBySource }: Catalog): (entry: Entry) => PostNeighbours {
  const inTime = lineUp(posts);
  const inSource = new Map<Entry, Neighbours>();
  if (postsBySource.size > 1) {
    for (const entries of postsBySource.values()) {
      for (const [entry, pair] of lineUp(entries.filter(({ post }) => post.type === "post"))) inSource.set(entry, pair);
    }
  }
  return (entry) => {
    const all = inTime.get(entry) ?? {};
    const own = inSource.get(entry);
    const isSame = own === undefined || (isKnown(own.newer, all.newer) && isKnown(own.older, all.older));
    return isSame ? all : { ...all, inSource: own };
  };
}

function lineUp(entries: readonly Entry[]): ReadonlyMap<Entry, Neighbours> {
  return new Map(
    entries.map((entry, index) => [entry, { newer: entries[index - 1], older: entries[index + 1] }] as const),
  );
}

function isKnown(own: Entry | undefined, other: Entry | undefined): boolean {
  return own === undefined || own === other;
}
