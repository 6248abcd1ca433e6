// Trims in linear time: a regular expression for "spaces at the end" takes quadratic time on a long run of spaces elsewhere.

/** Returns the text without the characters of the set at its ends. */
export function trimCharacters(text: string, set: string): string {
  return trimEndCharacters(text.slice(countLeading(text, set)), set);
}

/** Returns the text without the characters of the set at its end. */
export function trimEndCharacters(text: string, set: string): string {
  let end = text.length;
  while (end > 0 && set.includes(text[end - 1] as string)) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Returns the longest run of a character in the text. */
export function longestRun(text: string, character: string): number {
  let [longest, run] = [0, 0];
  for (const one of text) {
    run = one === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

function countLeading(text: string, set: string): number {
  let start = 0;
  while (start < text.length && set.includes(text[start] as string)) start++;
  return start;
}
