// Picks one page of each type in each language, by the class that every page's body names its type with.

import { query } from "./dom.ts";
import type { BuiltSite, Page } from "./site.ts";

/** Page types that every site has, whatever is in it; the chooser at `/` and the 404 page exist once. */
export const CONSTANT_TYPES = [
  "home",
  "years",
  "topics",
  "people",
  "sources",
  "statistics",
  "comments",
  "missing",
  "pages",
  "about",
] as const;

/** Returns the largest page of each type and language, by `post en`; it shows most of what the type can hold. */
export function pickPages(site: BuiltSite): ReadonlyMap<string, Page> {
  const picked = new Map<string, Page>();
  for (const page of site.pages()) {
    const type = typeOf(page);
    const lang = query(page.document, "html")?.attribs.lang ?? "";
    const key = `${type} ${lang}`;
    const known = picked.get(key);
    if (known === undefined || known.html.length < page.html.length) picked.set(key, page);
  }
  return new Map([...picked].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns a page's type: `post`, `home`. @throws Error when the page does not name it. */
export function typeOf(page: Page): string {
  const type = /(?:^|\s)page-([a-z-]+)/.exec(query(page.document, "body")?.attribs.class ?? "")?.[1];
  if (type === undefined) throw new Error(`${page.file} does not name its type.`);
  return type;
}
