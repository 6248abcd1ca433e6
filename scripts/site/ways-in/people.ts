// Plans the list of names, and a page for each author and each person whom an editor recorded.

import { createCollator, findInitial } from "../../strings/alphabet.ts";
import type { Language } from "../../strings/index.ts";
import { mainPath, memberPath } from "../addresses.ts";
import { countedLinks, createCard } from "../cards.ts";
import type { Entry } from "../catalog.ts";
import { createCommentCard } from "../comment-cards.ts";
import type { PersonGroup } from "../people.ts";
import { type PlacedComment, sortNewestFirst } from "../placed-comments.ts";
import type { PageDraft } from "../plan.ts";
import { noteOf, type Site } from "../site.ts";
import type { Paging, RedirectView } from "../view.ts";
import { planList, planPage } from "./plan-in-languages.ts";
import type { PeopleView } from "./views.ts";

/** Names on one page of the list of people. */
const NAMES_PAGE_SIZE = 1000;
/** Posts and comments on one page of a person. */
const PERSON_PAGE_SIZE = 40;

type CountedName = PeopleView["commenters"][number];

/** Returns the pages of all people. */
export function planPeople(site: Site): readonly PageDraft[] {
  const { groups, formerSlugs } = site.catalog.people;
  return [
    ...planNames(site),
    ...groups.flatMap((group) => planPerson(site, group)),
    ...[...formerSlugs].flatMap(([former, slug]) => planFormer(former, slug)),
  ];
}

function planNames(site: Site): readonly PageDraft[] {
  const { people, authors } = site.catalog;
  const recorded = people.groups.filter(({ entries, comments }) => entries.length === 0 && comments.length > 0);
  const namesIn = once((language) => sortNames(people.commenters, language));
  const lettersIn = once((language) => listLetters(namesIn(language), language));
  return planList(site, {
    type: "people",
    pathOf: (language) => mainPath(language, "people"),
    items: namesIn,
    itemCount: people.commenters.size,
    pageSize: NAMES_PAGE_SIZE,
    createView: (language, { items, paging }) => ({
      authors: paging.number === 1 ? countedLinks(authors, "people", language) : [],
      recorded: paging.number === 1 ? countComments(recorded, language) : [],
      commenters: items,
      paging,
      letters: lettersIn(language).map(({ initial, number }) => ({ initial, path: pathOfPage(paging, number) })),
    }),
  });
}

function pathOfPage({ paths }: Paging, number: number): string {
  return paths[number - 1] ?? paths[0] ?? "";
}

function countComments(groups: readonly PersonGroup[], language: Language): PeopleView["recorded"] {
  const counts = new Map(groups.map(({ slug, comments }) => [memberPath(language, "people", slug), comments.length]));
  return countedLinks(groups, "people", language).map((link) => ({ ...link, count: counts.get(link.path) ?? 0 }));
}

function sortNames(names: ReadonlyMap<string, number>, language: Language): readonly CountedName[] {
  const collator = createCollator(language);
  const isOther = (name: string): number => Number(findInitial(name, language) === "");
  // Names that begin with no letter stand last, as their group does.
  return [...names]
    .map(([name, count]) => ({ name, count, other: isOther(name) }))
    .sort((a, b) => a.other - b.other || collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
    .map(({ name, count }) => ({ name, count }));
}

function listLetters(
  names: readonly CountedName[],
  language: Language,
): readonly { initial: string; number: number }[] {
  const letters = new Map<string, number>();
  for (const [index, { name }] of names.entries()) {
    const initial = findInitial(name, language);
    if (!letters.has(initial)) letters.set(initial, Math.floor(index / NAMES_PAGE_SIZE) + 1);
  }
  return [...letters].map(([initial, number]) => ({ initial, number }));
}

function planPerson(site: Site, group: PersonGroup): readonly PageDraft[] {
  const { person, entries, comments, isHidden, slug, label } = group;
  const items: readonly (Entry | PlacedComment)[] = [...entries, ...sortNewestFirst(comments, { undated: "last" })];
  return planList(site, {
    type: "person",
    pathOf: (language) => memberPath(language, "people", slug),
    items,
    itemCount: items.length,
    pageSize: PERSON_PAGE_SIZE,
    isHidden,
    createView: (language, { items: shown, paging }) => ({
      name: label,
      names: person?.names?.filter((name) => name !== label) ?? [],
      ...(person?.url === undefined ? {} : { url: person.url }),
      // Only on the first page of its list: relative links are made for that one.
      html: person && paging.number === 1 ? noteOf(site, person, language) : "",
      noteLang: person?.lang ?? "",
      isHidden,
      postCount: entries.length,
      commentCount: comments.length,
      posts: shown.flatMap((item) => ("comment" in item ? [] : [createCard(site, item, language)])),
      comments: shown.flatMap((item) => ("comment" in item ? [createCommentCard(site, item, language)] : [])),
      paging,
    }),
  });
}

function planFormer(former: string, slug: string): readonly PageDraft[] {
  const makeView = (language: Language): RedirectView => ({ target: memberPath(language, "people", slug) });
  return planPage("redirect", (language) => memberPath(language, "people", former), makeView).map((draft) => ({
    ...draft,
    alternates: [],
  }));
}

/** Makes a function of the language that works once for each. */
function once<Value>(make: (language: Language) => Value): (language: Language) => Value {
  const made = new Map<Language, Value>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const value = make(language);
    made.set(language, value);
    return value;
  };
}
