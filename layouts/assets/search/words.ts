// Compares words of a query with words of a text: what Pagefind found, and how near it is to what was asked.

/** A word of a query: as typed in lower case, and without diacritics. */
export interface QueryWord {
  readonly exact: string;
  readonly plain: string;
}

/** What was asked. */
export interface Query {
  /** As typed, without spaces around it and with plain quotation marks. */
  readonly text: string;
  readonly words: readonly QueryWord[];
  /** All of it stands in quotation marks: the words must follow each other. */
  readonly isPhrase: boolean;
}

/** From this nearness on a word counts as the one that was asked for; below it, it only begins alike. */
export const SAME_WORD = 0.5;

// Endings that the languages' stemmers cut off, or nothing.
const ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /^(?:'?s|y|i|e|e[drsn]|ers?|ies|ied|ings?|ly|ness|ments?|al|ally|ations?|ion|ions|ives?|i[sz]e[ds]?|i[sz]ing|able|ful|ity|est)?$/,
  sv: /^(?:s|n|t|a[rdtns]?|ars?|e|e[nrtsl]?|ens|ers|ets|or|ors|o?rnas?|a?rnas?|e?rnas?|nas?|ade?s?|at|ats|ande[ts]?|are[ns]?|ast|aste|het|heten|heter|heterna|ig[at]?|lig[at]?|ning|ningen|ningar|ningarna)?$/,
};

/** Reads a query. Typographic quotation marks, which keyboards of phones write, mean the same as plain ones. */
export function readQuery(typed: string): Query {
  const text = typed
    .normalize("NFC")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  const words = text
    .split(" ")
    .map((word) => ({ exact: trimWord(word).toLowerCase(), plain: toPlain(word) }))
    .filter(({ plain }) => plain !== "");
  return { text, words, isPhrase: /^".+"$/.test(text) };
}

/** Returns a word in lower case, without diacritics and without the punctuation around it. */
export function toPlain(word: string): string {
  return trimWord(word).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Returns a word without the punctuation around it. */
export function trimWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_\p{M}]+$/gu, "");
}

/** Tells how near a word of a text is to one that was asked for: 1 for the same letters, 0 for nothing in common. */
export function nearness(asked: QueryWord, word: string, language: string): number {
  const plain = toPlain(word);
  if (plain === asked.plain) return trimWord(word).toLowerCase() === asked.exact ? 1 : 0.95;
  // Compound words are indexed in parts too: "e-tjänst", "open/closed".
  const parts = plain.split(/[^\p{L}\p{N}_]+/u);
  if (parts.length > 1) {
    return Math.max(...[parts.join(""), ...parts].map((part) => 0.95 * compareStems(asked.plain, part, language)));
  }
  return compareStems(asked.plain, plain, language);
}

function compareStems(asked: string, word: string, language: string): number {
  if (asked === word) return 1;
  const common = commonLength(asked, word);
  if (common < Math.min(3, asked.length)) return 0;
  // A longer word that begins with the asked one is what Pagefind finds beside it: "kommun" in "kommunikation".
  const isBeginning = common === asked.length;
  const endings = ENDINGS[language.slice(0, 2)];
  if (endings === undefined) return isBeginning || common >= 0.6 * Math.max(asked.length, word.length) ? 0.6 : 0.2;
  if (!endings.test(asked.slice(common))) return 0.2;
  if (endings.test(word.slice(common))) return 0.85;
  return isBeginning ? 0.6 : common >= 4 ? SAME_WORD : 0.2;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
