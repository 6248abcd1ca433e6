// Tells under which key all forms of a word stand in the index of a language: its stem, without diacritics (https://snowballstem.org).

import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemSwedish } from "@orama/stemmers/swedish";
import { foldWord } from "./words.ts";

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  en: (word) => stemEnglish(word.replace(/'s?$/, "")),
  sv: stemWithArticles,
};

/** Returns the key of a word, as indexed, in the index of a language; of a language without a stemmer the word itself, folded. */
export function toStemKey(word: string, language: string): string {
  const stem = STEMMERS[language];
  return foldWord(stem === undefined ? word : stem(word));
}

/**
 * Returns the keys that a form of a word stands under: its own, and that of the same word without diacritics, under which
 * whoever types it so will look. "Borås" is found by "boras", and not by "bor".
 */
export function listStemKeys(word: string, language: string): readonly string[] {
  const key = toStemKey(word, language);
  const plain = foldWord(word);
  const other = plain === word ? key : toStemKey(plain, language);
  return other === key ? [key] : [key, other];
}

/** Returns the name of the index that a text belongs to: `sv` for `sv-SE`, `und` where the language is unknown. */
export function indexLanguage(lang: string | undefined): string {
  return lang?.toLowerCase().split("-")[0] || "und";
}

/** The published rules know nothing of some articles: they leave "frågan", "mötena" and "biblioteket" as they are. */
function stemWithArticles(word: string): string {
  return dropArticle(stemSwedish(dropArticle(word)));
}

function dropArticle(word: string): string {
  return word
    .replace(/(?<=[aeiouyåäö].*[^aeiouyåäö]e)nas?$/, "")
    .replace(/(?<=^.*[aeiouyåäö].*[^aeiouyåäö])(?:(?<!h)ets?|ans?)$/, "");
}
