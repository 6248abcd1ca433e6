// Puts values into the texts of the interface: placeholders in braces, plural forms, numbers.

import { fillText, type Values } from "./fill-text.ts";
import { getStrings, LANGUAGES, type Language, type Strings } from "./index.ts";

export type { Values };
export { fillText as fill };

/** A subject with plural forms: `comments` stands for `comments.one` and `comments.other`. */
export type PluralSubject = keyof {
  [K in keyof Strings as K extends `${infer Subject}.other` ? Subject : never]: true;
};

/** Whole numbers below this are written and counted by what was found the first time: pages are full of small numbers. */
const SMALL = 1000;

// Making an Intl object costs a thousand times its use, and a long thread uses it thousands of times.
const PLURALS = forEachLanguage((locale) => new Intl.PluralRules(locale));
const NUMBERS = forEachLanguage((locale) => new Intl.NumberFormat(locale));
const LANGUAGE_NAMES = forEachLanguage((locale) => new Intl.DisplayNames([locale], { type: "language" }));

type SmallNumbers = ReadonlyMap<Language, (string | undefined)[]>;
const smallNumbers: SmallNumbers = forEachLanguage(() => []);
const smallForms: SmallNumbers = forEachLanguage(() => []);
/** An archive has few languages. */
const languageNames = new Map<string, string>();

/** Returns the locale for Intl: `en-GB`, `sv-SE`. */
export function getLocale(language: Language): string {
  return getStrings(language)["language.locale"];
}

/** Returns the counted text in the right plural form, with `{count}` in the language's digits: `1 234 kommentarer`. */
export function fillCount(
  t: Strings,
  language: Language,
  subject: PluralSubject,
  count: number,
  more: Values = {},
): string {
  const form = selectForm(count, language);
  const text = t[`${subject}.${form}` as keyof Strings] ?? t[`${subject}.other`];
  return fillText(text, { count: formatNumber(count, language), ...more });
}

/** Returns a whole number with the language's separators: `1,234`, `1 234`. */
export function formatNumber(value: number, language: Language): string {
  return remember(smallNumbers, value, language, () => NUMBERS.get(language)?.format(value) ?? String(value));
}

function selectForm(count: number, language: Language): string {
  return remember(smallForms, count, language, () => PLURALS.get(language)?.select(count) ?? "other");
}

function remember(known: SmallNumbers, value: number, language: Language, find: () => string): string {
  if (!Number.isInteger(value) || value < 0 || value >= SMALL) return find();
  const texts = known.get(language);
  if (texts === undefined) return find();
  texts[value] ??= find();
  return texts[value];
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
  const key = `${language} ${code}`;
  const name = languageNames.get(key) ?? findLanguageName(code, language);
  languageNames.set(key, name);
  return name;
}

function findLanguageName(code: string, language: Language): string {
  try {
    return LANGUAGE_NAMES.get(language)?.of(code) ?? code;
  } catch {
    return code;
  }
}

function forEachLanguage<Formatter>(create: (locale: string) => Formatter): ReadonlyMap<Language, Formatter> {
  return new Map(LANGUAGES.map((language) => [language, create(getLocale(language))]));
}
