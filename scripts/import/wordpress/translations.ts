// Polylang's marks in an export: the language of a post, and which posts translate each other.

import type { WxrCategory, WxrFields } from "../wxr/wxr-model.ts";

/** A post in a group of translations. */
export interface TranslatedPost {
  readonly lang: string;
  readonly postId: string;
}

/** Returns the language code that a post is marked with. */
export function readMarkedLanguage(categories: readonly WxrCategory[]): string | undefined {
  return toLanguageCode(categories.find(({ domain }) => domain === "language")?.nicename);
}

/** Returns the posts of a term that joins translations, in its order; undefined for any other term. */
export function readTranslationGroup(term: WxrFields): readonly TranslatedPost[] | undefined {
  if (term.get("wp:term_taxonomy")?.trim() !== "post_translations") return undefined;
  // A serialised PHP array: a:2:{s:2:"en";i:12;s:2:"sv";i:34;}
  const description = term.get("wp:term_description") ?? "";
  return [...description.matchAll(/s:\d+:"([\w-]+)";(?:i:|s:\d+:")(\d+)/g)].map(([, lang = "", postId = ""]) => ({
    lang,
    postId,
  }));
}

/** Returns the language of a code or locale: `sv-SE` and `sv_SE` give `sv`; undefined for what is none. */
export function toLanguageCode(locale: string | undefined): string | undefined {
  const code = /^\s*([a-z]{2,3})(?:[-_][a-z0-9-_]+)?\s*$/i.exec(locale ?? "")?.[1]?.toLowerCase();
  return code === "und" || code === "zxx" ? undefined : code;
}
