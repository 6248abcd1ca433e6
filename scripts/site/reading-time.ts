// Tells how long a text takes to read: docs/decisions/2026-11-20-post-page.md says by which measure.

/** Words that a reader of prose takes in a minute; measured for English, and little different for other alphabets. */
export const WORDS_PER_MINUTE = 230;

// Scripts that put no space between words. Their readers take in about two signs in the time of one word.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** Returns the number of words of a plain text. Takes linear time. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  let count = Math.ceil(unspaced / 2);
  for (const [run] of (unspaced === 0 ? text : text.replace(UNSPACED, " ")).matchAll(/\S+/g)) {
    if (/[\p{L}\p{N}]/u.test(run)) count++;
  }
  return count;
}

/** Returns the minutes that so many words take, rounded; 0 is less than one minute. Undefined where there is nothing to read. */
export function readingMinutes(words: number): number | undefined {
  if (words === 0) return undefined;
  const minutes = words / WORDS_PER_MINUTE;
  return minutes < 1 ? 0 : Math.round(minutes);
}
