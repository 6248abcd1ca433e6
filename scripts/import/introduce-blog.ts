// Gives an archive of one blog that blog's name, where its owner has not given it another.

import { addSiteSettings } from "../archive/site-settings.ts";
import { isLanguage, LANGUAGES } from "../strings/index.ts";
import type { FoundSource } from "./importer.ts";

/** Writes the blog's title, description and language into site.json; what stands there stays. Returns whether it wrote. */
export async function introduceBlog(contentDir: string, { fields, description }: FoundSource): Promise<boolean> {
  const inAllLanguages = (text: string): Readonly<Record<string, string>> =>
    Object.fromEntries(LANGUAGES.map((language) => [language, text]));
  return addSiteSettings(contentDir, {
    ...(fields.title !== undefined && { title: inAllLanguages(fields.title) }),
    ...(description !== "" && { description: inAllLanguages(description) }),
    language: isLanguage(fields.lang) ? fields.lang : "en",
  });
}
