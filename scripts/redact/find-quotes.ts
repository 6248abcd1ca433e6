// Finds texts that go on quoting what is taken away: replies with the words they answer, translations, copies.

/** So many words in a row are hardly the same by chance. */
const WORDS_IN_ROW = 7;

/** Returns a function that tells whether a text shares that many words in a row with a removed one. */
export function createQuoteFinder(removed: readonly string[]): (text: string) => boolean {
  const runs = new Set<string>();
  const [firsts, lasts] = [new Set<string>(), new Set<string>()];
  for (const words of removed.map(listWords)) {
    for (let start = 0; start + WORDS_IN_ROW <= words.length; start++) {
      runs.add(toRun(words, start));
      firsts.add(words[start] as string);
      lasts.add(words[start + WORDS_IN_ROW - 1] as string);
    }
  }
  return (text) => {
    if (runs.size === 0) return false;
    const words = listWords(text);
    // Most places differ in their first or last word already, and joining all of them takes long.
    return words.some(
      (word, start) =>
        firsts.has(word) && lasts.has(words[start + WORDS_IN_ROW - 1] ?? "") && runs.has(toRun(words, start)),
    );
  };
}

function toRun(words: readonly string[], start: number): string {
  return words.slice(start, start + WORDS_IN_ROW).join(" ");
}

/** Addresses are made of words that many share. */
function listWords(text: string): readonly string[] {
  const plain = text.replace(/\b[a-z][a-z\d+.-]*:\/\/\S+/gi, " ");
  return (
    plain
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
