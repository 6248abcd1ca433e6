// Reads what was typed: words, phrases in quotation marks, beginnings of words with a star.

import { listWords } from "../../../scripts/search/words.ts";

/** What must be found: a word, or several in a row. */
export interface Term {
  /** As indexed; never empty. */
  readonly words: readonly string[];
  /** Only the beginning of the word was typed, and marked so: `kommun*`. */
  readonly isBeginning: boolean;
}

/** What was asked. */
export interface Query {
  /** As typed, without spaces around it and with plain quotation marks. */
  readonly text: string;
  readonly terms: readonly Term[];
}

/** Terms that are searched for; each has a bit of a 32-bit number. */
const MAX_TERMS = 30;

/**
 * Reads a query. Typographic quotation marks, which keyboards of phones write, mean the same as plain ones. What is written
 * together but is several words, such as "e-tjänst", is a phrase.
 */
export function readQuery(typed: string): Query {
  const text = typed
    .normalize("NFC")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  const terms = new Map<string, Term>();
  for (const [part, phrase] of text.matchAll(/"([^"]*)"?|[^\s"]+/g)) {
    const words = listWords(phrase ?? part);
    if (words.length === 0) continue;
    const isBeginning = phrase === undefined && words.length === 1 && part.endsWith("*");
    terms.set(`${words.join(" ")}${isBeginning ? "*" : ""}`, { words, isBeginning });
  }
  return { text, terms: [...terms.values()].slice(0, MAX_TERMS) };
}
