// Detects the language of a text; says nothing where the text is too short to tell.

import { decodeHTML } from "entities";
import { loadNgrams } from "./language/load-ngrams.ts";
import { createNgramTable, type LanguageScores, type NgramTable } from "./language/ngram-table.ts";

/** Detects languages. */
export interface LanguageDetector {
  /** Returns the language code of a text in HTML; undefined when it is too short or unclear. */
  readonly detectPost: (html: string) => string | undefined;
  /** Returns the language code of a comment, only if it is clearly another than its post's. */
  readonly detectComment: (html: string, postLang: string | undefined) => string | undefined;
}

// Enough letters for a sure answer, and as much as is read: a long text is in the language of its beginning. The
// detector itself stops after 350 bytes.
const MIN_LETTERS = 60;
const MIN_COMMENT_LETTERS = 40;
const MAX_LENGTH = 400;
const MAX_COMMENT_LENGTH = 200;
// How far the best guess must be ahead of the post's language before a comment counts as foreign.
const CLEAR_LEAD = 1.25;
const NOT_PROSE: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ["://", /\bhttps?:\/\/\S+/g],
  ["www.", /\bwww\.\S+/g],
  ["@", /\S+@\S+/g],
];
const NO_LETTERS = /[\s\d_=+*/|~^$€£#]+/g;
// These scripts say more in fewer characters.
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

// Where this share of a comment's words is among its language's commonest, nothing else needs to be asked: detection takes
// longer than all else that is done with a short text. Words that a neighbouring language has too are left out.
const FAMILIAR_SHARE = 0.1;
const COMMON_WORDS: Readonly<Record<string, ReadonlySet<string>>> = listWords({
  en: "the of and to is that it you was are with this have not but they be on what from your my we as by or were can there he she his if about a in would like had when just do",
  sv: "och att är på inte jag för till så ett ni hur när mycket också eller från efter bara mig dig hade ska var men av om",
  no: "og ikke jeg å er på av for til fra hvor hva også etter noe bare meg deg hadde skal ble når mye eller",
  da: "og ikke jeg at er på af for til fra hvor hvad også efter noget bare mig dig havde skal blev når meget eller",
  de: "der die und das ist nicht ich zu mit sie ein von auf dass auch es für im dem wie aber eine wir haben war",
  nl: "het een van ik niet dat is op te zijn voor met aan ook maar als je hij wij deze nog naar heb",
  fi: "ja on ei se että oli en niin kun mutta tai myös jos ovat olen sen joka mitä nyt vain minä hän kuin",
  fr: "le les et est pas je une des pour vous dans ce qui sur il au mais avec nous plus sont",
  es: "el y los del las por con una su para al lo como más pero no muy este",
});

// The share of a blog's texts that must agree before the blog is said to be in a language.
const MAJORITY = 0.6;

// Languages that are easily taken for one another: what the source says of itself decides between them.
const LOOKALIKES: readonly ReadonlySet<string>[] = [
  new Set(["no", "nb", "nn", "da"]),
  new Set(["hr", "bs", "sr"]),
  new Set(["id", "ms"]),
];

let table: Promise<NgramTable> | undefined;

/** Loads the detector, once; it holds n-grams of sixty languages and takes a moment. */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  table ??= loadNgrams().then(createNgramTable);
  const loaded = await table;
  return {
    detectPost: (html) => detectSure(loaded, toProse(html, MAX_LENGTH), MIN_LETTERS)?.language,
    detectComment: (html, postLang) => {
      const prose = toProse(html, MAX_COMMENT_LENGTH);
      if (prose.length < 12 || isFamiliar(prose, postLang)) return undefined;
      return detectOther(loaded, prose, postLang);
    },
  };
}

/** Returns the detected language, or the one that the source claims where detection cannot tell the two apart or found none. */
export function settleLanguage(detected: string | undefined, claimed: string | undefined): string | undefined {
  if (detected === undefined || claimed === undefined) return detected ?? claimed;
  return LOOKALIKES.some((group) => group.has(detected) && group.has(claimed)) ? claimed : detected;
}

/** Returns the language that most of the texts are in; undefined when none prevails. */
export function findMajorityLanguage(texts: readonly string[], { detectPost }: LanguageDetector): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const lang = detectPost(text);
    if (lang !== undefined) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].find(([, count]) => count >= MAJORITY * total)?.[0];
}

function listWords(lists: Readonly<Record<string, string>>): Readonly<Record<string, ReadonlySet<string>>> {
  return Object.fromEntries(Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(" "))]));
}

function isFamiliar(prose: string, lang: string | undefined): boolean {
  const common = Object.hasOwn(COMMON_WORDS, lang ?? "") ? COMMON_WORDS[lang ?? ""] : undefined;
  if (common === undefined) return false;
  const words = prose.toLowerCase().split(/[\s.,;:!?"()]+/);
  return words.filter((word) => common.has(word)).length >= FAMILIAR_SHARE * words.length;
}

function detectOther(loaded: NgramTable, prose: string, postLang: string | undefined): string | undefined {
  const found = detectSure(loaded, prose, MIN_COMMENT_LETTERS);
  if (found === undefined || found.language === postLang) return undefined;
  const rival = found.scoreOf(postLang ?? "");
  return found.scoreOf(found.language) >= CLEAR_LEAD * rival ? found.language : undefined;
}

function detectSure(
  loaded: NgramTable,
  prose: string,
  minLetters: number,
): (LanguageScores & { readonly language: string }) | undefined {
  const dense = prose.match(DENSE_SCRIPT)?.length ?? 0;
  if (prose.replace(/[\s\p{P}]/gu, "").length + 3 * dense < minLetters) return undefined;
  const { language, isReliable, scoreOf } = loaded.score(prose);
  return language !== undefined && isReliable ? { language, isReliable, scoreOf } : undefined;
}

function toProse(html: string, maxLength: number): string {
  const beginning = stripMarkup(html.slice(0, maxLength * 2));
  // Pictures and links may stand before the first word.
  const prose =
    beginning.length < maxLength && html.length > maxLength * 2 ? stripMarkup(html.slice(0, maxLength * 8)) : beginning;
  return prose.slice(0, maxLength);
}

// Most texts hold hardly any of it: looking for its sign is cheaper than for the pattern.
function stripMarkup(html: string): string {
  let text = html.includes("<") ? html.replace(/<[^>]*>/g, " ") : html;
  // Old blogs, and those that were moved in Latin-1, wrote their letters so.
  if (text.includes("&")) text = decodeHTML(text);
  for (const [sign, pattern] of NOT_PROSE) if (text.includes(sign)) text = text.replace(pattern, " ");
  return text.replace(NO_LETTERS, " ").trim();
}
