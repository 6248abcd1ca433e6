// Finds the records that hold the terms of a query, in the indexes of all languages, and tells how well each answers.

import { foldWord } from "../../../scripts/search/words.ts";
import type { Dictionary, WordForm } from "./dictionary.ts";
import type { MarkedRun } from "./find-marks.ts";
import type { SearchIndex } from "./open-index.ts";
import type { Query, Term } from "./query.ts";

/** Which records answer a query, and how well. */
export interface Matches {
  /** Bits of the terms that each record holds, by its number. */
  readonly held: Uint32Array;
  /** All bits: what a conversation must hold to be found. 0 for a query without words, which all records answer. */
  readonly all: number;
  /** How well each record answers, by its number. */
  readonly score: Float32Array;
  /** Records that hold a term, ascending. */
  readonly records: Uint32Array;
  /** For each term, what to mark in texts: runs of words, each given as the forms that may stand there. */
  readonly marks: readonly MarkedRun[];
  /** Terms of which no record holds any. */
  readonly missing: readonly Term[];
  /** Terms with which more words begin than were looked at. */
  readonly cut: readonly Term[];
}

/** How near a form is to the word that was asked for. What else counts must never lift a form above a nearer one. */
const NEARNESS = { exact: 1, plain: 0.8, stem: 0.6, beginning: 0.35 } as const;
/** Share of a form's worth that it has by standing there at all; the rest is for standing there often, or in the heading. */
const PRESENCE = 0.85;
const HEADING = 0.06;

interface RankedForm {
  readonly form: WordForm;
  readonly worth: number;
}

/** What was found of one term. */
interface TermMatches {
  /** How well each record answers the term, by its number; 0 where it does not. */
  readonly worth: Float32Array;
  readonly run: MarkedRun;
  /** More words begin so than were looked at. */
  readonly isCut: boolean;
}

/** The forms that may stand for a term's words, each word's by itself. */
interface RankedTerm {
  readonly perWord: readonly (readonly RankedForm[])[];
  readonly isCut: boolean;
}

/** Searches all indexes. */
export async function matchQuery(index: SearchIndex, query: Query): Promise<Matches> {
  const { size } = index.table;
  const found = await Promise.all(query.terms.map((term) => matchTerm(index, term)));
  const held = new Uint32Array(size);
  const score = new Float32Array(size);
  const missing: Term[] = [];
  for (const [number, { worth }] of found.entries()) {
    let count = 0;
    for (let record = 0; record < size; record += 1) if (worth[record]) count += 1;
    if (count === 0) missing.push(query.terms[number] as Term);
    // A word that stands everywhere tells little (https://en.wikipedia.org/wiki/Okapi_BM25).
    const rarity = Math.log(1 + (size - count + 0.5) / (count + 0.5));
    for (let record = 0; record < size; record += 1) {
      const value = worth[record];
      if (!value) continue;
      held[record] = (held[record] ?? 0) | (1 << number);
      score[record] = (score[record] ?? 0) + value * rarity;
    }
  }
  const records: number[] = [];
  for (let record = 0; record < size; record += 1) {
    const bits = held[record] ?? 0;
    if (bits === 0 && found.length > 0) continue;
    records.push(record);
    // A text that holds all that was asked for comes before one that holds a part, however often.
    score[record] = (score[record] ?? 0) * (countBits(bits) / Math.max(1, found.length)) ** 2;
  }
  return {
    held,
    all: 2 ** found.length - 1,
    score,
    records: Uint32Array.from(records),
    marks: found.map(({ run }) => run),
    missing,
    cut: query.terms.filter((_, number) => found[number]?.isCut),
  };
}

async function matchTerm({ table, dictionaries }: SearchIndex, term: Term): Promise<TermMatches> {
  const worth = new Float32Array(table.size);
  const run = term.words.map(() => new Set<string>());
  // A word that is a word in one language is not taken for a beginning in another: "me" is none of "medborgare".
  let ranked = await Promise.all(dictionaries.map((dictionary) => rankForms(dictionary, term)));
  if (term.words.length === 1 && ranked.every(({ perWord: [only] }) => only?.length === 0)) {
    ranked = await Promise.all(dictionaries.map((dictionary) => rankForms(dictionary, { ...term, isBeginning: true })));
  }
  for (const { perWord } of ranked) {
    // A phrase whose words are not all there marks nothing in this language.
    if (perWord.some((some) => some.length === 0)) continue;
    const [only] = perWord;
    if (perWord.length === 1 && only !== undefined) matchWord(only, worth);
    else await matchPhrase(perWord, worth);
    for (const [place, some] of perWord.entries()) for (const { form } of some) run[place]?.add(form.word);
  }
  return { worth, run, isCut: ranked.some(({ isCut }) => isCut) };
}

async function rankForms(dictionary: Dictionary, { words, isBeginning }: Term): Promise<RankedTerm> {
  let isCut = false;
  const perWord = await Promise.all(
    words.map(async (word) => {
      const found = await dictionary.findForms(word);
      const longer = isBeginning ? await dictionary.findBeginnings(word) : { forms: [], isCut: false };
      isCut ||= longer.isCut;
      const isFound = new Set(found.map((form) => form.word));
      return [...found, ...longer.forms.filter((form) => !isFound.has(form.word))].map((form) => ({
        form,
        worth: nearness(word, form.word, isFound.has(form.word)),
      }));
    }),
  );
  return { perWord, isCut };
}

function nearness(asked: string, word: string, isForm: boolean): number {
  if (asked === word) return NEARNESS.exact;
  if (foldWord(asked) === foldWord(word)) return NEARNESS.plain;
  return isForm ? NEARNESS.stem : NEARNESS.beginning;
}

function matchWord(forms: readonly RankedForm[], worth: Float32Array): void {
  for (const { form, worth: most } of forms) {
    form.forEachRecord((record, times, isInHeading) => {
      const value = most * weigh(times, isInHeading);
      if (value > (worth[record] ?? 0)) worth[record] = value;
    });
  }
}

/** Finds the records in which the words follow each other. */
async function matchPhrase(words: readonly (readonly RankedForm[])[], worth: Float32Array): Promise<void> {
  const holding = new Uint8Array(worth.length);
  for (const [place, forms] of words.entries()) {
    for (const { form } of forms) {
      form.forEachRecord((record) => {
        if (holding[record] === place) holding[record] = place + 1;
      });
    }
  }
  // For each record that holds all words: where a phrase may have come to, and what it is worth so far.
  let reached: Map<number, Map<number, number>> | undefined;
  for (const forms of words) {
    const next = new Map<number, Map<number, number>>();
    for (const { form, worth: most } of forms) {
      (await form.forEachPlace())((record, places) => {
        if (holding[record] !== words.length) return;
        const before = reached?.get(record);
        if (reached !== undefined && before === undefined) return;
        for (const place of places) {
          const so = before === undefined ? 0 : before.get(place - 1);
          if (so === undefined) continue;
          const here = next.get(record) ?? new Map<number, number>();
          here.set(place, Math.max(here.get(place) ?? 0, so + most / words.length));
          next.set(record, here);
        }
      });
    }
    reached = next;
  }
  for (const [record, ends] of reached ?? []) {
    worth[record] = Math.max(worth[record] ?? 0, Math.max(...ends.values()) * weigh(ends.size, false));
  }
}

function weigh(times: number, isInHeading: boolean): number {
  return PRESENCE + (1 - PRESENCE - HEADING) * (1 - 1 / times) + (isInHeading ? HEADING : 0);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
