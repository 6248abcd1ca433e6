// The translated names in addresses. They are a promise: a name may be added, never changed.

import type { Language } from "./index.ts";

/** Names of the main pages in addresses. */
export type PathSegments = Readonly<
  Record<
    | "years"
    | "topics"
    | "people"
    | "sources"
    | "search"
    | "statistics"
    | "comments"
    | "missing"
    | "about"
    | "accessibility"
    | "pages",
    string
  >
>;

const SEGMENTS: Readonly<Record<Language, PathSegments>> = {
  en: {
    years: "years",
    topics: "topics",
    people: "people",
    sources: "sources",
    search: "search",
    statistics: "statistics",
    comments: "comments",
    missing: "missing",
    about: "about",
    accessibility: "accessibility",
    pages: "pages",
  },
  sv: {
    years: "ar",
    topics: "amnen",
    people: "personer",
    sources: "kallor",
    search: "sok",
    statistics: "statistik",
    comments: "kommentarer",
    missing: "luckor",
    about: "om",
    accessibility: "tillganglighet",
    pages: "sidor",
  },
};

/** Returns the names that a language uses in addresses. */
export function getSegments(language: Language): PathSegments {
  return SEGMENTS[language];
}
