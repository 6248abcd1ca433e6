// Plans the list of names and a page for each author.

import type { Language } from "../../strings/index.ts";
import { mainPath, memberPath } from "../addresses.ts";
import { countedLinks } from "../cards.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import { planList, planPostList } from "./plan-in-languages.ts";

/** Names on one page of the list of people. */
const NAMES_PAGE_SIZE = 1000;

/** Returns the pages of all people. */
export function planPeople(site: Site): readonly PageDraft[] {
  const { authors, commenters } = site.catalog;
  return [
    ...planList(site, {
      type: "people",
      pathOf: (language) => mainPath(language, "people"),
      items: (language) => sortNames(commenters, language),
      itemCount: commenters.size,
      pageSize: NAMES_PAGE_SIZE,
      createView: (language, { items, paging }) => ({
        authors: paging.number === 1 ? countedLinks(authors, "people", language) : [],
        commenters: items,
        paging,
      }),
    }),
    ...authors.flatMap(({ label, slug, entries }) =>
      planPostList(site, {
        type: "person",
        pathOf: (language) => memberPath(language, "people", slug),
        entries,
        createView: (_, list) => ({ ...list, name: label }),
      }),
    ),
  ];
}

const sortedNames = new WeakMap<ReadonlyMap<string, number>, Map<Language, { name: string; count: number }[]>>();

/** Sorts names once a language, however many pages they fill. */
function sortNames(names: ReadonlyMap<string, number>, language: Language): { name: string; count: number }[] {
  const byLanguage = sortedNames.get(names) ?? new Map<Language, { name: string; count: number }[]>();
  sortedNames.set(names, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const collator = new Intl.Collator(language, { numeric: true });
  const sorted = [...names].map(([name, count]) => ({ name, count })).sort((a, b) => collator.compare(a.name, b.name));
  byLanguage.set(language, sorted);
  return sorted;
}
