// Cuts the beginning of a plain text for lists and descriptions.

/** Characters of an excerpt at most. */
export const EXCERPT_LENGTH = 240;

/** Returns the beginning of a plain text on one line, cut at a word with `…`; the whole text when it is short. */
export function toExcerpt(text: string): string {
  const beginning = findBeginning(text);
  if (beginning.length <= EXCERPT_LENGTH) return beginning;
  const cut = beginning.slice(0, EXCERPT_LENGTH);
  const lastSpace = cut.lastIndexOf(" ");
  // A text without spaces (Chinese, say) is cut where it is; never between the halves of a surrogate pair.
  const end = lastSpace > EXCERPT_LENGTH / 2 ? lastSpace : EXCERPT_LENGTH;
  return `${cut.slice(0, end).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Returns more of a text than an excerpt holds, on one line. Folding white space in all of it would be work for nothing. */
function findBeginning(text: string): string {
  const near = foldSpace(text.slice(0, EXCERPT_LENGTH + 80));
  return near.length > EXCERPT_LENGTH ? near : foldSpace(text.slice(0, EXCERPT_LENGTH * 4));
}

function foldSpace(text: string): string {
  return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}
