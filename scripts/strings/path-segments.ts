// The translated names in addresses. They are a promise: a name may be added, never changed.

import { getStrings, LANGUAGES, type Language, type Strings } from "./index.ts";

/** Names of the main pages in addresses: the texts whose keys begin with `path.`. */
export type PathSegments = {
  readonly [Key in keyof Strings as Key extends `path.${infer Name}` ? Name : never]: string;
};

const SEGMENTS: ReadonlyMap<Language, PathSegments> = new Map(
  LANGUAGES.map((language) => [language, readSegments(getStrings(language))]),
);

/** Returns the names that a language uses in addresses. */
export function getSegments(language: Language): PathSegments {
  return SEGMENTS.get(language) as PathSegments;
}

function readSegments(t: Strings): PathSegments {
  const segments = Object.entries(t).filter(([key]) => key.startsWith("path."));
  return Object.fromEntries(segments.map(([key, name]) => [key.slice("path.".length), name])) as PathSegments;
}
