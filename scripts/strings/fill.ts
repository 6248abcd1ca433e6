// Puts values into the texts of the interface: placeholders in braces, plural forms, numbers.

import { getStrings, LANGUAGES, type Language, type Strings } from "./index.ts";

/** A subject with plural forms: `comments` stands for `comments.one` and `comments.other`. */
export type PluralSubject = keyof {
  [K in keyof Strings as K extends `${infer Subject}.other` ? Subject : never]: true;
};

/** What a placeholder may be given as. */
export type Values = Readonly<Record<string, string | number>>;

// Making an Intl object costs a thousand times its use, and a long thread uses it thousands of times.
const PLURALS = forEachLanguage((locale) => new Intl.PluralRules(locale));
const NUMBERS = forEachLanguage((locale) => new Intl.NumberFormat(locale));
const LANGUAGE_NAMES = forEachLanguage((locale) => new Intl.DisplayNames([locale], { type: "language" }));

/** Returns the locale for Intl: `en-GB`, `sv-SE`. */
export function getLocale(language: Language): string {
  return getStrings(language)["language.locale"];
}

/** Returns a text with each `{name}` replaced by its value; a placeholder without a value stays as it is. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/** Returns the counted text in the right plural form, with `{count}` in the language's digits: `1 234 kommentarer`. */
export function fillCount(
  t: Strings,
  language: Language,
  subject: PluralSubject,
  count: number,
  more: Values = {},
): string {
  const form = PLURALS.get(language)?.select(count) ?? "other";
  const text = t[`${subject}.${form}` as keyof Strings] ?? t[`${subject}.other`];
  return fill(text, { count: formatNumber(count, language), ...more });
}

/** Returns a whole number with the language's separators: `1,234`, `1 234`. */
export function formatNumber(value: number, language: Language): string {
  return NUMBERS.get(language)?.format(value) ?? String(value);
}

/** Returns a file size in the language's words: `12.3 kB`, `12,3 kB`. Decimal units. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const options = { style: "unit", unit: units[step] ?? "byte", maximumFractionDigits: step === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(getLocale(language), options).format(bytes / 1000 ** step);
}

/** Returns the name of a language in the interface's language: `Swedish`, `svenska`; the code itself when it has no name. */
export function nameLanguage(code: string, language: Language): string {
  try {
    return LANGUAGE_NAMES.get(language)?.of(code) ?? code;
  } catch {
    return code;
  }
}

function forEachLanguage<Formatter>(create: (locale: string) => Formatter): ReadonlyMap<Language, Formatter> {
  return new Map(LANGUAGES.map((language) => [language, create(getLocale(language))]));
}
