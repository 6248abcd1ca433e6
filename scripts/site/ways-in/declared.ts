// What sources claimed to have, beside what was found.

import type { Entry } from "../catalog.ts";
import type { DeclaredFigures } from "./views.ts";

/** Returns how many comments of a conversation are known to be missing: more declared than found. */
export function countGap({ post, knownCount }: Entry): number {
  return Math.max(0, (post.comments?.declared ?? 0) - knownCount);
}

/** Adds up what the sources of conversations declared. */
export function sumDeclared(entries: readonly Entry[]): DeclaredFigures {
  const told = entries.filter(({ post }) => post.comments?.declared !== undefined);
  return {
    conversations: told.length,
    declared: told.reduce((sum, { post }) => sum + (post.comments?.declared ?? 0), 0),
    found: told.reduce((sum, { knownCount }) => sum + knownCount, 0),
    short: told.filter((entry) => countGap(entry) > 0).length,
  };
}
