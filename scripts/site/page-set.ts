// Which main pages a site has: all, or those of a lean site, which tells the conversations and little about them.

import type { MainPage } from "./addresses.ts";

/** Ways to the conversations, and the statement that every site owes its readers. */
const LEAN: ReadonlySet<MainPage> = new Set(["home", "years", "topics", "pages", "search", "accessibility"]);

/** Tells whether a site has a main page. Whether it has search is another question. */
export function hasMainPage({ isLean }: { readonly isLean: boolean }, page: MainPage): boolean {
  return !isLean || LEAN.has(page);
}
