// Takes out of an import's account what it says of records that were taken away: their titles, and words that came out differently.

import type { Ledger } from "./ledger-model.ts";

/** Ids at the source, and in the archive, of records that were taken away. */
export interface TakenAway {
  /** Source ids of posts and pages. */
  readonly posts: ReadonlySet<string>;
  /** Source ids of comments. */
  readonly comments: ReadonlySet<string>;
  /** Ids in the archive, posts and comments: `2011/slug#comment-7`. */
  readonly ids: ReadonlySet<string>;
}

/** Collects, during an import, what of it people took away. */
export interface TakenAwayCollector {
  readonly found: TakenAway;
  readonly addPost: (draft: { readonly source_id: string }, id: string | undefined) => void;
  /** Adds those of the comments of a post whose ids are given. */
  readonly addComments: (
    postId: string | undefined,
    drafts: readonly { readonly id: string; readonly source_id: string }[],
    ids: readonly string[],
  ) => void;
}

/** Returns an empty collector. */
export function createTakenAway(): TakenAwayCollector {
  const found = { posts: new Set<string>(), comments: new Set<string>(), ids: new Set<string>() };
  return {
    found,
    addPost: ({ source_id: sourceId }, id) => {
      found.posts.add(sourceId);
      if (id !== undefined) found.ids.add(id);
    },
    addComments: (postId, drafts, ids) => {
      if (ids.length === 0) return;
      const gone = new Set(ids);
      for (const { id, source_id: sourceId } of drafts) {
        if (!gone.has(id)) continue;
        found.comments.add(sourceId);
        if (postId !== undefined) found.ids.add(`${postId}#${id}`);
      }
    },
  };
}

/** Stands for words that are told no more. */
const REMOVED = "taken out of the archive";
const ITEM = /^(?:comment (?<comment>\S+)(?: on )?)?(?:post (?<post>\S+))?/;

/** Returns the account without those words. Its counts stay. */
export function scrubLedger(ledger: Ledger, gone: TakenAway): Ledger {
  if (gone.posts.size + gone.comments.size + gone.ids.size === 0) return ledger;
  const scrub = <Note extends { readonly item: string; readonly what: string }>(note: Note): Note => {
    const { comment, post } = ITEM.exec(note.item)?.groups ?? {};
    const isGone =
      (comment !== undefined && (gone.comments.has(comment) || gone.ids.has(comment))) ||
      (comment === undefined && post !== undefined && (gone.posts.has(post) || gone.ids.has(post)));
    // A comment that stands may be named with the title of a post that does not.
    const isBelow = post !== undefined && (gone.posts.has(post) || gone.ids.has(post));
    const item = isGone || isBelow ? note.item.replace(/(post \S+).*$/s, "$1") : note.item;
    return isGone ? { ...note, item, what: REMOVED } : { ...note, item };
  };
  const { fidelity, links } = ledger;
  return {
    ...ledger,
    problems: ledger.problems.map(scrub),
    ...(fidelity !== undefined && { fidelity: { ...fidelity, different: fidelity.different.map(scrub) } }),
    ...(links !== undefined && {
      links: { ...links, examples: links.examples.filter(({ item }) => !gone.ids.has(item)) },
    }),
  };
}
