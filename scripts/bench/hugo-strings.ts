// Turns the interface's texts into what templates of Hugo fill with printf: `{date}, {name}` becomes `%[1]v, %[2]v`.

import { fill, nameLanguage } from "../strings/fill.ts";
import { getStrings, LANGUAGES, type Language, type Strings } from "../strings/index.ts";

const PLACEHOLDER = /\{(\w+)\}/g;

/** Returns the texts of a language by their keys, and what Hugo knows of no language but a site's own: names of months and languages. */
export function writeHugoStrings(language: Language): Readonly<Record<string, unknown>> {
  const t = getStrings(language);
  const texts = Object.entries(t).map(
    ([key, text]) => [key.replaceAll(".", "_"), toFormat(text, key as keyof Strings)] as const,
  );
  const months = new Intl.DateTimeFormat(t["language.locale"], { month: "long", timeZone: "UTC" });
  const layouts = (write: (month: string) => string): readonly string[] => [
    "",
    ...Array.from({ length: 12 }, (_, month) => write(months.format(Date.UTC(2000, month, 1)))),
  ];
  return {
    ...Object.fromEntries(texts),
    // Layouts of Go (https://pkg.go.dev/time#pkg-constants), one a month, because Go has English months only.
    days: layouts((month) => `2 ${month} 2006`),
    minutes: layouts((month) => fill(t["date.withTime"], { date: `2 ${month} 2006`, time: "15:04" })),
    days_after_year: layouts((month) => `2006, 2 ${month}`),
    languages: Object.fromEntries(LANGUAGES.map((other) => [other, nameLanguage(other, language)])),
    // For lang.FormatNumberCustom: signs of minus, of decimals and of thousands.
    number: `-|.|${new Intl.NumberFormat(t["language.locale"]).format(12_345).slice(2, 3)}`,
  };
}

/** Values are numbered in the order in which the English text has them, so that both languages take them alike. */
function toFormat(text: string, key: keyof Strings): string {
  const names = [...getStrings("en")[key].matchAll(PLACEHOLDER)].map(([, name]) => name);
  if (names.length === 0) return text;
  return text.replaceAll("%", "%%").replace(PLACEHOLDER, (_, name: string) => `%[${names.indexOf(name) + 1}]v`);
}
