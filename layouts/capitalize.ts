// Gives a word that begins a heading its capital: month names are small in Swedish.

import { getLocale } from "../scripts/strings/fill.ts";
import type { Language } from "../scripts/strings/index.ts";

/** Returns the text with its first letter large, by the rules of the language. */
export function capitalize(text: string, language: Language): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(getLocale(language)) + text.slice(first.length);
}
