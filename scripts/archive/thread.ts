// Orders the comments of a post as a conversation: a flat list with depths, made without recursion.

import { instantOf } from "./edtf.ts";
import type { Comment } from "./model.ts";
import { compareNaturally } from "./natural-order.ts";

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

interface Node<T extends ThreadComment> {
  readonly comment: T;
  readonly instant: number | undefined;
  parent: Node<T> | undefined;
  readonly replies: Node<T>[];
  isInLoop: boolean;
  /** 0 not yet followed, else the number of the walk that met it. */
  walk: number;
}

/**
 * Returns the comments in reading order, each directly before its replies (pre-order).
 * Siblings stand by instant, then by natural order of id; undated ones after dated ones.
 * Takes any order, missing parents (roots), equal ids (the first one gets the replies) and loops (each member is a flagged root).
 */
export function buildThread<T extends ThreadComment>(comments: readonly T[]): readonly ThreadEntry<T>[] {
  const nodes = comments.map(
    (comment): Node<T> => ({
      comment,
      instant: comment.date === undefined ? undefined : instantOf(comment.date),
      parent: undefined,
      replies: [],
      isInLoop: false,
      walk: 0,
    }),
  );
  linkParents(nodes);
  cutLoops(nodes);
  const roots: Node<T>[] = [];
  for (const node of nodes) (node.parent?.replies ?? roots).push(node);
  return flatten(roots);
}

function linkParents<T extends ThreadComment>(nodes: readonly Node<T>[]): void {
  const nodesById = new Map<string, Node<T>>();
  for (const node of nodes) if (!nodesById.has(node.comment.id)) nodesById.set(node.comment.id, node);
  for (const node of nodes) {
    if (node.comment.parent !== undefined) node.parent = nodesById.get(node.comment.parent);
  }
}

// Follows each comment up to its root once. A walk that meets itself has found a loop.
function cutLoops<T extends ThreadComment>(nodes: readonly Node<T>[]): void {
  let walk = 0;
  for (const start of nodes) {
    walk++;
    let node: Node<T> | undefined = start;
    while (node !== undefined && node.walk === 0) {
      node.walk = walk;
      node = node.parent;
    }
    if (node === undefined || node.walk !== walk) continue;
    while (node !== undefined) {
      const next: Node<T> | undefined = node.parent;
      node.isInLoop = true;
      node.parent = undefined;
      node = next;
    }
  }
}

function flatten<T extends ThreadComment>(roots: Node<T>[]): ThreadEntry<T>[] {
  const entries: ThreadEntry<T>[] = [];
  const stack: { readonly node: Node<T>; readonly depth: number }[] = [];
  const pushSorted = (siblings: Node<T>[], depth: number) => {
    if (siblings.length > 1) siblings.sort(compareSiblings);
    // The last one pushed is the first one read.
    for (let i = siblings.length - 1; i >= 0; i--) stack.push({ node: siblings[i] as Node<T>, depth });
  };
  pushSorted(roots, 0);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth } = top;
    entries.push({
      comment: node.comment,
      depth,
      ...(node.parent !== undefined && { parent: node.parent.comment }),
      ...(node.isInLoop && { isInLoop: true }),
    });
    pushSorted(node.replies, depth + 1);
  }
  return entries;
}

function compareSiblings<T extends ThreadComment>(a: Node<T>, b: Node<T>): number {
  if (a.instant !== b.instant) {
    if (a.instant === undefined) return 1;
    if (b.instant === undefined) return -1;
    return a.instant - b.instant;
  }
  return compareNaturally(a.comment.id, b.comment.id);
}
