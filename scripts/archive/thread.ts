// Orders the comments of a post as a conversation: a flat list with depths, made without recursion.

import { instantOf } from "./edtf.ts";
import type { Comment } from "./model.ts";
import { compareNaturally } from "./natural-order.ts";

const NONE = -1;
const UNDATED = Number.POSITIVE_INFINITY;

/** What of a comment decides its place. */
export type ThreadComment = Pick<Comment, "id" | "parent" | "date">;

/** A comment in its place in the thread. */
export interface ThreadEntry<T extends ThreadComment = Comment> {
  readonly comment: T;
  /** 0 for a comment on the post itself, and for one whose parent is not here. */
  readonly depth: number;
  /** The comment that it answers, when that stands in this thread. */
  readonly parent?: T;
  /** Its parents lead back to itself; it stands at depth 0. */
  readonly isInLoop?: true;
}

/**
 * Returns the comments in reading order, each directly before its replies (pre-order).
 * Siblings stand by instant, then by natural order of id; undated ones after dated ones.
 * Takes any order, missing parents (roots), equal ids (the first one gets the replies) and loops (each member is a flagged root).
 */
export function buildThread<T extends ThreadComment>(comments: readonly T[]): readonly ThreadEntry<T>[] {
  const parents = findParents(comments);
  const loops = cutLoops(parents);
  const { firstReply, nextSibling, firstRoot } = linkSiblings(comments, parents);
  const entries: ThreadEntry<T>[] = [];
  const path: number[] = [];
  let next = firstRoot;
  while (next !== NONE) {
    const comment = comments[next] as T;
    const parent = parents[next] === NONE ? undefined : comments[parents[next] as number];
    entries.push(toEntry(comment, path.length, parent, loops.has(next)));
    path.push(next);
    next = firstReply[next] as number;
    while (next === NONE && path.length > 0) next = nextSibling[path.pop() as number] as number;
  }
  return entries;
}

/** Returns the comments whose parents lead back to themselves. */
export function findLoops<T extends ThreadComment>(comments: readonly T[]): readonly T[] {
  return [...cutLoops(findParents(comments))].map((position) => comments[position] as T);
}

// Absent keys stay absent, so that an entry prints as what is known.
function toEntry<T extends ThreadComment>(
  comment: T,
  depth: number,
  parent: T | undefined,
  isInLoop: boolean,
): ThreadEntry<T> {
  if (isInLoop) return { comment, depth, isInLoop };
  return parent === undefined ? { comment, depth } : { comment, depth, parent };
}

/** Returns the position of each comment's parent, or NONE. */
function findParents(comments: readonly ThreadComment[]): Int32Array {
  const positions = new Map<string, number>();
  for (const [position, { id }] of comments.entries()) if (!positions.has(id)) positions.set(id, position);
  return Int32Array.from(comments, ({ parent }) => (parent === undefined ? NONE : (positions.get(parent) ?? NONE)));
}

// Follows each comment up to its root once. A walk that meets itself has found a loop.
function cutLoops(parents: Int32Array): ReadonlySet<number> {
  const loops = new Set<number>();
  /** Number of the walk that met a comment, from 1. */
  const walks = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    let position = start;
    while (position !== NONE && walks[position] === 0) {
      walks[position] = start + 1;
      position = parents[position] as number;
    }
    if (position === NONE || walks[position] !== start + 1) continue;
    while (position !== NONE) {
      const next = parents[position] as number;
      loops.add(position);
      parents[position] = NONE;
      position = next;
    }
  }
  return loops;
}

// All comments are sorted at once and then dealt out, last one first, to the front of their parents' lists.
function linkSiblings(comments: readonly ThreadComment[], parents: Int32Array) {
  const order = sortPositions(comments);
  const firstReply = new Int32Array(comments.length).fill(NONE);
  const nextSibling = new Int32Array(comments.length).fill(NONE);
  let firstRoot = NONE;
  for (let i = order.length - 1; i >= 0; i--) {
    const position = order[i] as number;
    const parent = parents[position] as number;
    nextSibling[position] = parent === NONE ? firstRoot : (firstReply[parent] as number);
    if (parent === NONE) firstRoot = position;
    else firstReply[parent] = position;
  }
  return { firstReply, nextSibling, firstRoot };
}

function sortPositions(comments: readonly ThreadComment[]): readonly number[] {
  const instants = Float64Array.from(comments, ({ date }) =>
    date === undefined ? UNDATED : (instantOf(date) ?? UNDATED),
  );
  return Array.from(comments, (_, position) => position).sort((a, b) => {
    const first = instants[a] as number;
    const second = instants[b] as number;
    if (first !== second) return first < second ? -1 : 1;
    return compareNaturally((comments[a] as ThreadComment).id, (comments[b] as ThreadComment).id) || a - b;
  });
}
