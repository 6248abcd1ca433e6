// Searches the indexes of all languages at once and hands out conversations, the most telling first.

import { type Conversation, readConversation } from "./conversation.ts";
import type { LanguageIndex, PagefindResult } from "./pagefind.ts";
import { type Query, SAME_WORD } from "./words.ts";

/** What was found. */
export interface Findings {
  /** Number of conversations, in all languages. */
  readonly total: number;
  /** Fetches the next ones; an empty list at the end. */
  readonly next: (count: number) => Promise<readonly Conversation[]>;
}

/** Pages of a language that are looked into to tell whether it has the words that were asked for at all. */
const PROBES = 3;
/** Another form of a word counts a fifth of the word itself, half of a query next to nothing. */
const COVERAGE_WEIGHT = 10;

interface RankedResult {
  readonly result: PagefindResult;
  readonly language: string;
  readonly score: number;
}

interface Answer {
  readonly language: string;
  readonly results: readonly PagefindResult[];
  /** How much of the query the language's best pages hold, 0 to 1. */
  readonly trust: number;
}

/** Searches all indexes. */
export async function findConversations(indexes: readonly LanguageIndex[], query: Query): Promise<Findings> {
  if (query.words.length === 0) return { total: 0, next: async () => [] };
  const answers = await Promise.all(indexes.map((index) => searchIndex(index, query)));
  const hasWhole = answers.some(({ trust }) => trust === 1);
  const ranked = answers
    .filter(({ trust }) => (hasWhole ? trust === 1 : trust > 0))
    .flatMap(({ language, results, trust }) =>
      results.map((result) => ({ result, language, score: result.score * trust * trust })),
    )
    .sort((a, b) => b.score - a.score);
  let given = 0;
  return {
    total: ranked.length,
    next: async (count) => {
      const batch = ranked.slice(given, given + count);
      given += batch.length;
      return readBatch(batch, query);
    },
  };
}

/**
 * Searches one language. Where an index lacks a word, Pagefind takes the longest word that the asked one begins with
 * ("me" for "medborgare"), or leaves it out. In a language that the query is not written in, that would bury the true
 * hits: once one language has the whole query, only such languages count.
 */
async function searchIndex({ language, search }: LanguageIndex, query: Query): Promise<Answer> {
  const results = await search(query.text);
  const trust = query.isPhrase && results.length > 0 ? 1 : await probe(results, query, language);
  return { language, results, trust };
}

/** Looks into a language's best pages for the words of the query. */
async function probe(results: readonly PagefindResult[], query: Query, language: string): Promise<number> {
  const pages = await Promise.all(
    results
      .slice(0, PROBES)
      .map(async (result) => readConversation(await result.data(), result.words, query, language)),
  );
  const best = query.words.map((_, which) => Math.max(0, ...pages.map((page) => page.nearest[which] ?? 0)));
  return best.filter((value) => value >= SAME_WORD).length / query.words.length;
}

/**
 * Reads a batch of pages. Pagefind knows stems and pages; here the very word comes before its other forms, and a text
 * that answers the whole query before a page that has its words here and there.
 */
async function readBatch(batch: readonly RankedResult[], query: Query): Promise<readonly Conversation[]> {
  const read = await Promise.all(
    batch.map(async ({ result, language, score }) => {
      const conversation = readConversation(await result.data(), result.words, query, language);
      return { conversation, rank: score * (conversation.hits[0]?.coverage ?? 0) ** COVERAGE_WEIGHT };
    }),
  );
  return read.sort((a, b) => b.rank - a.rank).map(({ conversation }) => conversation);
}
