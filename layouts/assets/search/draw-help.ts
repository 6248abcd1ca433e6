// Helps on where nothing was found: which word is missing, words spelled nearly so, parts of the query, the search without filters.

import { fill, fillCount } from "../../../scripts/strings/fill.ts";
import { getStrings, type Language } from "../../../scripts/strings/index.ts";
import { create } from "./create-element.ts";
import type { Answer } from "./find.ts";
import type { Term } from "./query.ts";

/** What helping needs. */
export interface Help {
  readonly language: Language;
  /** Returns the address of another query, or of this one without filters. */
  readonly addressOf: (change: { readonly query?: string; readonly hasFilters: boolean }) => string;
  readonly suggest: (word: string) => Promise<readonly string[]>;
}

/** Returns what to show above the lists of the archive. */
export async function drawHelp(help: Help, answer: Answer): Promise<readonly HTMLElement[]> {
  const { language, addressOf } = help;
  const t = getStrings(language);
  const link = (words: string, href: string): HTMLLIElement => {
    const element = create("a", "", words);
    element.href = href;
    return create("li", "", element);
  };
  if (answer.unfiltered > 0) {
    const words = fillCount(t, language, "search.withoutFilters", answer.unfiltered);
    return [
      create("p", "", words),
      create("ul", "search-offers", link(t["search.removeFilters"], addressOf({ hasFilters: false }))),
    ];
  }
  const parts: HTMLElement[] = [];
  for (const term of answer.missing) {
    const written = writeTerm(term).replaceAll('"', "");
    parts.push(create("p", "", fill(t["search.missingWord"], { word: written })));
    const [word = ""] = term.words;
    const near = term.words.length === 1 ? await help.suggest(word) : [];
    if (near.length === 0) continue;
    const offers = near.map((other) => {
      const terms = answer.query.terms.map((each) => (each === term ? other : writeTerm(each)));
      return link(terms.join(" "), addressOf({ query: terms.join(" "), hasFilters: true }));
    });
    parts.push(create("p", "", t["search.nearWords"]), create("ul", "search-offers", ...offers));
  }
  const found = answer.query.terms.filter((term) => !answer.missing.includes(term));
  const pieces =
    found.length > 0
      ? found.map(writeTerm)
      : answer.query.terms.flatMap(({ words }) => (words.length > 1 ? words : []));
  if (pieces.length > 0 && answer.query.terms.flatMap(({ words }) => words).length > 1) {
    const offers = pieces.map((piece) => link(piece, addressOf({ query: piece, hasFilters: true })));
    parts.push(create("p", "", t["search.apart"]), create("ul", "search-offers", ...offers));
  }
  return parts;
}

function writeTerm({ words, isBeginning }: Term): string {
  return words.length > 1 ? `"${words.join(" ")}"` : `${words[0] ?? ""}${isBeginning ? "*" : ""}`;
}
