// Takes texts apart into words: the same way when the index is made, when a query is read, and when words are marked on a page.

/** A word of a text and where it stands in it. */
export interface TextWord {
  /** As indexed: in lower case, composed (NFC), with a plain apostrophe. */
  readonly word: string;
  /** Its characters are those of the text from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** Characters of a word that are kept; nobody searches for what comes after them. */
const MAX_LENGTH = 40;

// Scripts that are written without spaces are taken letter by letter; a word of theirs is found as letters in a row.
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}";
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_])`;
const WORD = new RegExp(`${LETTER}+(?:['’]${LETTER}+)*|[${UNSPACED}]\\p{M}*`, "gu");

// Letters that Unicode does not take apart into a plain one and a mark.
const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Returns the words of a text in order, as indexed. */
export function listWords(text: string): readonly string[] {
  return listRawWords(text).map(normalizeWord);
}

/** Returns the words of a text in order, as they stand there. */
export function listRawWords(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** Returns the words of a text with their places. */
export function locateWords(text: string): readonly TextWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word: normalizeWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** Returns a word without diacritics and apostrophes: words that differ in nothing else find each other. */
export function foldWord(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII needs no folding
  if (/^[\x00-\x26\x28-\x7f]*$/.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(/[\p{M}']/gu, "")
    .replace(/[øæœßłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Returns a word as indexed: in lower case, composed, with a plain apostrophe. */
export function normalizeWord(word: string): string {
  return word.slice(0, MAX_LENGTH).normalize("NFC").toLowerCase().replaceAll("’", "'");
}
