// Detects the language of a text; says nothing where the text is too short to tell.

import { htmlToText } from "../markdown/html-to-text.ts";

/** What detection needs to know of a language. */
interface Detector {
  readonly detect: (text: string) => { readonly language: string; readonly isReliable: () => boolean; readonly getScores: () => Record<string, number> };
}

// Enough for a sure answer, and as much as is read: a long text is in the language of its beginning.
const MIN_LETTERS = 60;
const MIN_CONFIDENT_LETTERS = 40;
const MAX_LENGTH = 2_000;
const NOT_PROSE = /\bhttps?:\/\/\S+|\bwww\.\S+|\S+@\S+|[\p{N}\p{S}]+/gu;
// These scripts say more in fewer characters.
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

let detector: Promise<Detector> | undefined;

/** Loads the detector, once; it holds n-grams of sixty languages and takes a moment. */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  detector ??= import("eld/small").then(({ eld }) => eld as Detector);
  const loaded = await detector;
  return {
    detectPost: (html) => detectSure(loaded, toProse(html), MIN_LETTERS),
    detectComment: (html, postLang) => {
      const language = detectSure(loaded, toProse(html), MIN_CONFIDENT_LETTERS, CLEAR_LEAD);
      return language === undefined || language === postLang ? undefined : language;
    },
  };
}

/** Detects languages. */
export interface LanguageDetector {
  /** Returns the language code of a text in HTML; undefined when it is too short or unclear. */
  readonly detectPost: (html: string) => string | undefined;
  /** Returns the language code of a comment, only if it is clearly another than its post's. */
  readonly detectComment: (html: string, postLang: string | undefined) => string | undefined;
}

const CLEAR_LEAD = 1.25;

function detectSure(loaded: Detector, prose: string, minLetters: number, minLead = 1): string | undefined {
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const dense = prose.match(DENSE_SCRIPT)?.length ?? 0;
  if (letters + 3 * dense < minLetters) return undefined;
  const result = loaded.detect(prose);
  if (result.language === "" || !result.isReliable()) return undefined;
  const [best = 0, second = 0] = Object.values(result.getScores()).sort((a, b) => b - a);
  return second === 0 || best / second >= minLead ? result.language : undefined;
}

function toProse(html: string): string {
  return htmlToText(html.slice(0, MAX_LENGTH * 3)).replace(NOT_PROSE, " ").slice(0, MAX_LENGTH);
}
