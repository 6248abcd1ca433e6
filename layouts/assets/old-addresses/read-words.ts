// Reads the words in an address, to search for them when the address itself is unknown.

/** Parts of addresses that say nothing of the text. */
const EMPTY_PARTS =
  /^(?:\d+|index|page|category|tag|author|search|label|feed|amp|comment-page-\d+|archives?|wp-content|uploads|(?:en|sv)|undated)$/i;

const MAX_LENGTH = 120;

/** Returns the words of the last part of a path that has any: `/2011/01/a-long-slug.html` → `a long slug`; empty when none has. */
export function readWords(path: string): string {
  const parts = path.split("/").map((part) => decode(part).replace(/\.(?:html?|php|aspx?)$/i, ""));
  const part = parts.filter((text) => text !== "" && !EMPTY_PARTS.test(text)).at(-1) ?? "";
  return part
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .slice(0, MAX_LENGTH);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
