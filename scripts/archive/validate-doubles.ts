// Finds what an archive holds twice: records of one source id, aliases, and texts that are the same to the letter.

import { toWarning } from "./found.ts";
import type { Comment, Post, Problem, Provenance } from "./model.ts";
import { show } from "./show.ts";

/** Returns a warning for each post, alias and comment that another one is already. */
export function findDoubles(posts: readonly Post[]): readonly Problem[] {
  return [
    ...findAliases(posts),
    ...findSourceIds(posts),
    ...findTexts(posts),
    ...posts.flatMap((post) => [...findComments(post)]),
  ];
}

function* findAliases(posts: readonly Post[]): Generator<Problem> {
  const aliases = new Map<string, Post>();
  for (const post of posts) {
    for (const alias of new Set(post.aliases)) {
      const other = aliases.get(alias);
      if (other === undefined) aliases.set(alias, post);
      else {
        const problem = toWarning("aliases", "alias-taken", { found: show(alias), other: show(other.id) });
        yield { ...problem, file: post.file };
      }
    }
  }
}

function* findSourceIds(posts: readonly Post[]): Generator<Problem> {
  const identified = posts.filter(({ source, source_id }) => source !== undefined && source_id !== undefined);
  const toKey = ({ source, source_id, source_url }: Post) => [source, source_id, source_url].join("\n");
  for (const [post, first] of findSame(identified, toKey)) {
    yield { ...toWarning("source_id", "source-double", { other: show(first.id) }), file: post.file };
  }
}

function* findTexts(posts: readonly Post[]): Generator<Problem> {
  const written = posts.filter(({ title, date, body }) => body !== "" && (title !== undefined || date !== undefined));
  const toKey = ({ title, date, body }: Post) => [title, date, body].join("\n");
  for (const [post, first] of findSame(written, toKey)) {
    if (isHeldTwice(post, first)) continue;
    yield { ...toWarning(undefined, "post-double", { other: show(first.id) }), file: post.file };
  }
}

function* findComments({ thread }: Post): Generator<Problem> {
  // Without a date, "Thanks!" twice is nothing odd.
  const written = thread.filter(({ body, date }) => body !== "" && date !== undefined);
  const toKey = ({ author, date, body }: Comment) => [author, date, body].join("\n");
  for (const [comment, first] of findSame(written, toKey)) {
    if (isHeldTwice(comment, first)) continue;
    yield { ...toWarning(undefined, "comment-double", { other: show(first.id) }), file: comment.file };
  }
}

/** What one source holds twice, under two ids, is as it was there. */
function isHeldTwice(record: Provenance, other: Provenance): boolean {
  const isOfOne = record.source !== undefined && record.source === other.source;
  return isOfOne && record.source_id !== undefined && record.source_id !== other.source_id;
}

/** Pairs each record with the first one of the same key. */
function* findSame<Item>(records: readonly Item[], toKey: (record: Item) => string): Generator<readonly [Item, Item]> {
  if (records.length < 2) return;
  const firsts = new Map<string, Item>();
  for (const record of records) {
    const key = toKey(record);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, record);
    else yield [record, first];
  }
}
