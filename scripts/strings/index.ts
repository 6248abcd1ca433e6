// The interface's languages and the type that makes a missing string a compile error.

import { en } from "./en.ts";
import { sv } from "./sv.ts";

/** Every text of the interface, keyed `subject.name`; English is the reference. */
export type Strings = { readonly [K in keyof typeof en]: string };

/** Codes of the interface's languages. A third language is one file beside en.ts plus one line here. */
export const LANGUAGES = ["en", "sv"] as const;

/** An interface language. */
export type Language = (typeof LANGUAGES)[number];

const STRINGS: Readonly<Record<Language, Strings>> = { en, sv };

/** Returns the texts of one interface language. */
export function getStrings(language: Language): Strings {
  return STRINGS[language];
}

/** Tells whether a BCP 47 code is one of the interface's languages (`sv-SE` is not; see toLanguage). */
export function isLanguage(code: string | undefined): code is Language {
  return code !== undefined && (LANGUAGES as readonly string[]).includes(code);
}

/** Returns the interface language of a BCP 47 code (`sv-SE` → `sv`), or undefined when there is none. */
export function toLanguage(code: string | undefined): Language | undefined {
  const base = code?.toLowerCase().split("-")[0];
  return isLanguage(base) ? base : undefined;
}
