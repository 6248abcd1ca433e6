// Names the archive in a language.

import type { SiteSettings } from "../../archive/model.ts";
import type { Language } from "../../strings/index.ts";

/** Returns the archive's title in a language, else in any that it has. */
export function nameArchive({ title }: SiteSettings, language: Language): string {
  return title[language] ?? Object.values(title)[0] ?? "Ordskifte";
}
