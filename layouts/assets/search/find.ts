// Answers a search: the conversations that hold what was asked for, in order, each with its telling texts.

import type { ConversationTexts } from "../../../scripts/search/index-format.ts";
import { countFilters, type FacetName, NO_FILTERS, type Order, type SearchState } from "./address.ts";
import { type FacetCount, loadFacets, type Selection, select } from "./facets.ts";
import type { MarkedRun } from "./find-marks.ts";
import { type Matches, matchQuery } from "./match.ts";
import type { SearchIndex } from "./open-index.ts";
import { type Query, readQuery, type Term } from "./query.ts";
import type { RecordTable } from "./record-table.ts";

/** Conversations on a page of hits. */
export const PAGE_SIZE = 10;

/** A conversation that was found. */
export interface FoundConversation {
  readonly texts: ConversationTexts;
  /** Numbers of its texts that answer, best first; never empty. */
  readonly hits: readonly number[];
}

/** The answer to a search. */
export interface Answer {
  readonly query: Query;
  /** Number of conversations, in all languages. */
  readonly total: number;
  /** The page that is shown: the last one where the address asks for a later one. */
  readonly page: number;
  readonly pageCount: number;
  readonly shown: readonly FoundConversation[];
  readonly counts: ReadonlyMap<FacetName, readonly FacetCount[]>;
  readonly marks: readonly MarkedRun[];
  /** Terms that stand nowhere in the archive. */
  readonly missing: readonly Term[];
  /** Terms with which so many words begin that only some of them were searched for. */
  readonly cut: readonly Term[];
  /** Conversations that would answer without the filters. */
  readonly unfiltered: number;
}

/** A conversation with several texts that answer counts a little more than one with a single such text, but never more than a nearer form. */
const MANY_TEXTS = 0.01;
const MOST_FOR_MANY = 0.03;

/** Answers a search. @param hasPeople count people too, which takes a file of their own */
export async function answer(index: SearchIndex, state: SearchState, hasPeople: boolean): Promise<Answer> {
  const query = readQuery(state.query);
  const filterCount = countFilters(state.filters);
  const matches = await matchQuery(index, query);
  const facets = await loadFacets(index, hasPeople || state.filters.person.length > 0);
  const selection = select(index.table, matches, facets, state.filters);
  const isAsked = query.terms.length > 0 || filterCount > 0;
  const order = query.terms.length === 0 ? newestIfAny(state.order) : state.order;
  const ranked = isAsked ? rank(index, matches, selection, order) : [];
  const pageCount = Math.max(1, Math.ceil(ranked.length / PAGE_SIZE));
  const page = Math.min(state.page, pageCount);
  const shown = await Promise.all(
    ranked.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(async (conversation) => ({
      texts: await index.loadTexts(conversation),
      hits: listHits(index.table, matches, selection, conversation),
    })),
  );
  return {
    query,
    total: ranked.length,
    page,
    pageCount,
    shown,
    counts: selection.counts,
    marks: matches.marks,
    missing: matches.missing,
    cut: matches.cut,
    unfiltered:
      ranked.length > 0 || filterCount === 0
        ? ranked.length
        : select(index.table, matches, [], NO_FILTERS).conversations.length,
  };
}

/** Nothing is more relevant than another where no words were asked for. */
function newestIfAny(order: Order): Order {
  return order === "relevance" ? "newest" : order;
}

function rank(
  { table, manifest }: SearchIndex,
  matches: Matches,
  { conversations, passes }: Selection,
  order: Order,
): readonly number[] {
  // Numbers of conversations are in the order of their dates; those without a date have the lowest.
  const newest = [...conversations].reverse();
  if (order === "newest") return newest;
  if (order === "oldest") {
    const dated = conversations.filter((conversation) => conversation >= manifest.undated);
    return [...dated, ...conversations.filter((conversation) => conversation < manifest.undated)];
  }
  const scores = new Map(
    newest.map((conversation) => [conversation, scoreConversation(table, matches, passes, conversation)]),
  );
  // Equal ones: the newer first, as they stand.
  return newest.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

function scoreConversation(
  { first }: RecordTable,
  { held, score }: Matches,
  passes: (record: number) => boolean,
  conversation: number,
): number {
  let best = 0;
  let count = 0;
  for (let record = first[conversation] ?? 0; record < (first[conversation + 1] ?? 0); record += 1) {
    if (held[record] === 0 || !passes(record)) continue;
    count += 1;
    best = Math.max(best, score[record] ?? 0);
  }
  return best * (1 + Math.min(MOST_FOR_MANY, MANY_TEXTS * Math.log2(Math.max(1, count))));
}

/** Lists the texts that hold all that was asked for; where none does, those that hold a part. */
function listHits(
  { first }: RecordTable,
  { held, all, score }: Matches,
  { passes }: Selection,
  conversation: number,
): readonly number[] {
  const start = first[conversation] ?? 0;
  const records: number[] = [];
  for (let record = start; record < (first[conversation + 1] ?? 0); record += 1) {
    if ((held[record] !== 0 || all === 0) && passes(record)) records.push(record);
  }
  const whole = records.filter((record) => held[record] === all);
  return (whole.length > 0 ? whole : records)
    .sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b)
    .map((record) => record - start);
}
