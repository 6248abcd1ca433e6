// Tells how long a text takes to read: docs/decisions/2026-11-20-post-page.md says by which measure.

/** Words that a reader of prose takes in a minute; measured for English, and little different for other alphabets. */
export const WORDS_PER_MINUTE = 230;

// Scripts that put no space between words. Their readers take in about two signs in the time of one word.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** What a character does for the count of words. */
const [SPACE, SIGN, LETTER, UNCOMMON] = [0, 1, 2, 3];

/** What each character is up to the signs of typography, beyond which few texts go. */
const COMMON = Uint8Array.from({ length: 0x2030 }, (_, code) => kindOf(String.fromCharCode(code)));

/** Returns the number of words of a plain text. Takes linear time. */
export function countWords(text: string): number {
  return countCommon(text) ?? countAny(text);
}

/** Counts the words of a text of common characters; undefined where others stand in it. */
function countCommon(text: string): number | undefined {
  let count = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const kind = COMMON[text.charCodeAt(index)];
    if (kind === undefined || kind === UNCOMMON) return undefined;
    if (kind === SPACE) isInWord = false;
    else if (kind === LETTER && !isInWord) {
      isInWord = true;
      count++;
    }
  }
  return count;
}

function countAny(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  let count = Math.ceil(unspaced / 2);
  for (const [run] of (unspaced === 0 ? text : text.replace(UNSPACED, " ")).matchAll(/\S+/g)) {
    if (/[\p{L}\p{N}]/u.test(run)) count++;
  }
  return count;
}

function kindOf(character: string): number {
  if (character.search(UNSPACED) === 0) return UNCOMMON;
  if (/\s/.test(character)) return SPACE;
  return /[\p{L}\p{N}]/u.test(character) ? LETTER : SIGN;
}

/** Returns the minutes that so many words take, rounded; 0 is less than one minute. Undefined where there is nothing to read. */
export function readingMinutes(words: number): number | undefined {
  if (words === 0) return undefined;
  const minutes = words / WORDS_PER_MINUTE;
  return minutes < 1 ? 0 : Math.round(minutes);
}
