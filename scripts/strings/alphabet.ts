// The alphabet of a language: its order, and the letter under which a name stands.

import { getLocale } from "./fill.ts";
import type { Language } from "./index.ts";

/** Returns the order of names in a language: å, ä and ö last in Swedish, numbers as people count. */
export function createCollator(language: Language): Intl.Collator {
  return new Intl.Collator(getLocale(language), { numeric: true });
}

/** Returns the letter under which a name stands in the language's alphabet, or "" when it begins with no letter. */
export function findInitial(name: string, language: Language): string {
  const first = [...name.normalize("NFC").trim()][0] ?? "";
  if (!/\p{L}/u.test(first)) return "";
  const letter = [...first.toLocaleUpperCase(getLocale(language)).normalize("NFC")][0] ?? "";
  // Å, Ä and Ö keep their marks in Swedish.
  if (language === "sv" && /[ÅÄÖ]/.test(letter)) return letter;
  return letter.normalize("NFD")[0] ?? letter;
}
