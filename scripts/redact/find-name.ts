// Finds a name however it is written: letter case, white space, punctuation and what slugs leave out do not count.

import { toSlug } from "../archive/slug.ts";

/** Shorter names begin many other words. */
const MIN_BEGINNING = 5;

/** Returns the words of a text in small letters with one blank between them; escapes of JSON and of addresses are read. */
export function foldWords(text: string): string {
  const plain = text.replace(/\\[nrt]/g, " ").replace(/(?:%[0-9a-f]{2})+/gi, decode);
  return (
    plain
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).join(" ");
}

/**
 * Returns a function that tells whether a text holds one of the names, also with an ending: Swedish says "Bo Eks". It may
 * find another name that begins like it, "Bo Ekman": a person looks at what is found.
 */
export function createNameFinder(names: readonly string[]): (text: string) => boolean {
  const folded = names.flatMap((name) => [foldWords(name), foldWords(toSlug(name))]).filter((name) => name !== "");
  const ends = [...new Set(folded)].flatMap((name) => toBeginnings(name));
  // What is no word at all, "***", can be compared as it stands only.
  const marks = names.filter((name) => name.trim() !== "" && foldWords(name) === "");
  return (text) => {
    if (marks.some((mark) => text.includes(mark))) return true;
    if (ends.length === 0) return false;
    const words = ` ${foldWords(text)} `;
    return ends.some((end) => words.includes(end));
  };
}

/** Scripts without letter case mostly have no blanks between words either. */
function toBeginnings(name: string): readonly string[] {
  if (/\p{Lo}/u.test(name)) return [name];
  return name.length < MIN_BEGINNING ? [` ${name} `, ` ${name}s `] : [` ${name}`];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
