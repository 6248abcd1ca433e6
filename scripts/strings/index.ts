// The interface's languages and the type that makes a missing string a compile error.

import type { en } from "./en.ts";
import * as languages from "./languages.ts";

/** Every text of the interface, keyed `subject.name`; English is the reference. */
export type Strings = { readonly [K in keyof typeof en]: string };

/** The texts of a language with plural forms that English has not: they stand beside `.one` and `.other`. */
export type StringsWithPlurals = Strings & {
  readonly [K in keyof typeof en as K extends `${infer Subject}.other`
    ? `${Subject}.${"zero" | "two" | "few" | "many"}`
    : never]?: string;
};

/** An interface language. */
export type Language = keyof typeof languages;

const STRINGS: Readonly<Record<Language, Strings>> = languages;

/** Codes of the interface's languages, in the order of the alphabet. */
export const LANGUAGES = Object.keys(STRINGS) as readonly Language[];

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
