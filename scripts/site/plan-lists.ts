// Plans home and all lists, each in every interface language.

import { LANGUAGES, type Language } from "../strings/index.ts";
import { listPaths, mainPath, memberPath, yearPath } from "./addresses.ts";
import { countArchive, countedLinks, createCard, sourceCards, yearCounts } from "./cards.ts";
import type { Entry } from "./catalog.ts";
import { DATA_FILES } from "./data-files.ts";
import { mapPath } from "./old-addresses/address-map.ts";
import type { PageDraft } from "./plan.ts";
import { type Site, sourceTextKey } from "./site.ts";
import type { HomeView, NotFoundView, PageType, PostList, RootView, ViewByType } from "./view.ts";

/** Posts on one page of a list. */
const LIST_PAGE_SIZE = 40;
/** Names on one page of the list of people. */
const PEOPLE_PAGE_SIZE = 1000;
const HOME_NEWEST = 8;
const HOME_MOST_DISCUSSED = 6;
const HOME_TOPICS = 24;

/** Returns the pages of all lists and the single pages of the interface. */
export function planLists(site: Site): readonly PageDraft[] {
  const { catalog } = site;
  return [
    { type: "root", language: "en", path: "/", alternates: [], makeView: () => createRoot(site) },
    { type: "not-found", language: "en", path: "/404.html", alternates: [], makeView: () => createNotFound(site) },
    ...inEveryLanguage("home", "home", (language) => createHome(site, language)),
    ...inEveryLanguage("about", "about", () => ({ counts: countArchive(site), dataFiles: DATA_FILES })),
    ...(site.options.search ? inEveryLanguage("search", "search", () => ({ bundle: "/pagefind/", base: "/" })) : []),
    ...inEveryLanguage("years", "years", (language) => ({ years: yearCounts(site, language) })),
    ...[...catalog.years].flatMap(([year, entries]) =>
      planPostList(
        site,
        "year",
        (language) => yearPath(language, year),
        entries,
        (language, list) => ({
          ...list,
          year,
          years: yearCounts(site, language),
        }),
      ),
    ),
    ...inEveryLanguage("topics", "topics", (language) => ({
      topics: countedLinks(catalog.topics, "topics", language),
    })),
    ...catalog.topics.flatMap(({ label, slug, entries }) =>
      planPostList(
        site,
        "topic",
        (language) => memberPath(language, "topics", slug),
        entries,
        (_, list) => ({
          ...list,
          topic: label,
        }),
      ),
    ),
    ...planPeople(site),
    ...catalog.authors.flatMap(({ label, slug, entries }) =>
      planPostList(
        site,
        "person",
        (language) => memberPath(language, "people", slug),
        entries,
        (_, list) => ({
          ...list,
          name: label,
        }),
      ),
    ),
    ...inEveryLanguage("sources", "sources", (language) => ({ sources: sourceCards(site, language) })),
    ...planSources(site),
    ...inEveryLanguage("pages", "pages", (language) => ({
      pages: catalog.pages.map((entry) => createCard(site, entry, language)),
    })),
  ];
}

function createRoot(site: Site): RootView {
  const isTaken = site.oldPlaces.some(({ prefix }) => prefix === "/");
  return { counts: countArchive(site), ...(isTaken && { oldMap: mapPath("/") }) };
}

function createNotFound(site: Site): NotFoundView {
  return { oldPlaces: site.oldPlaces.map(({ prefix }) => ({ prefix, map: mapPath(prefix) })) };
}

function inEveryLanguage<Type extends PageType>(
  type: Type,
  page: Parameters<typeof mainPath>[1],
  createView: (language: Language) => ViewByType[Type],
): readonly PageDraft[] {
  return planPage(type, (language) => mainPath(language, page), createView);
}

function planPage<Type extends PageType>(
  type: Type,
  pathOf: (language: Language) => string,
  createView: (language: Language) => ViewByType[Type],
): readonly PageDraft[] {
  return LANGUAGES.map((language) => ({
    type,
    language,
    path: pathOf(language),
    alternates: LANGUAGES.filter((other) => other !== language).map((other) => ({
      language: other,
      path: pathOf(other),
    })),
    makeView: () => createView(language),
  }));
}

/** Plans a list of posts over as many pages as it needs, in every language. */
function planPostList<Type extends PageType>(
  site: Site,
  type: Type,
  pathOf: (language: Language) => string,
  entries: readonly Entry[],
  createView: (language: Language, list: PostList) => ViewByType[Type],
): readonly PageDraft[] {
  const pageCount = Math.max(1, Math.ceil(entries.length / LIST_PAGE_SIZE));
  const paths = pathsInEveryLanguage(site, pathOf, pageCount);
  return Array.from({ length: pageCount }, (_, index) =>
    planPage(
      type,
      (language) => paths[language][index] as string,
      (language) =>
        createView(language, {
          posts: entries
            .slice(index * LIST_PAGE_SIZE, (index + 1) * LIST_PAGE_SIZE)
            .map((entry) => createCard(site, entry, language)),
          paging: { number: index + 1, total: pageCount, itemCount: entries.length, paths: paths[language] },
        }),
    ),
  ).flat();
}

function pathsInEveryLanguage(
  site: Site,
  pathOf: (language: Language) => string,
  pageCount: number,
): Record<Language, readonly string[]> {
  const isTaken = (path: string): boolean => site.catalog.entriesByPath.has(path);
  const paths = LANGUAGES.map((language) => [language, listPaths(pathOf(language), pageCount, isTaken)] as const);
  return Object.fromEntries(paths) as Record<Language, readonly string[]>;
}

function planPeople(site: Site): readonly PageDraft[] {
  const { authors, commenters } = site.catalog;
  const pageCount = Math.max(1, Math.ceil(commenters.size / PEOPLE_PAGE_SIZE));
  const paths = pathsInEveryLanguage(site, (language) => mainPath(language, "people"), pageCount);
  return Array.from({ length: pageCount }, (_, index) =>
    planPage(
      "people",
      (language) => paths[language][index] as string,
      (language) => ({
        authors: index === 0 ? countedLinks(authors, "people", language) : [],
        commenters: sortNames(commenters, language).slice(index * PEOPLE_PAGE_SIZE, (index + 1) * PEOPLE_PAGE_SIZE),
        paging: { number: index + 1, total: pageCount, itemCount: commenters.size, paths: paths[language] },
      }),
    ),
  ).flat();
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

function planSources(site: Site): readonly PageDraft[] {
  return site.archive.sources.flatMap((source) => {
    const entries = site.catalog.postsBySource.get(source.id) ?? [];
    const commentCount = entries.reduce((sum, entry) => sum + entry.commentCount, 0);
    const pathOf = (language: Language): string => memberPath(language, "sources", source.id);
    return planPostList(site, "source", pathOf, entries, (language, list) => ({
      ...list,
      source,
      // Only on the first page of its list: relative links are made for that one.
      html: list.paging.number === 1 ? (site.texts.get(sourceTextKey(source, language))?.html ?? "") : "",
      commentCount,
    }));
  });
}

function createHome(site: Site, language: Language): HomeView {
  const { posts, topics } = site.catalog;
  const discussed = posts
    .filter((entry) => entry.commentCount > 0)
    .sort((a, b) => b.commentCount - a.commentCount)
    .slice(0, HOME_MOST_DISCUSSED);
  const largest = [...topics].sort((a, b) => b.entries.length - a.entries.length).slice(0, HOME_TOPICS);
  return {
    counts: countArchive(site),
    newest: posts.slice(0, HOME_NEWEST).map((entry) => createCard(site, entry, language)),
    mostDiscussed: discussed.map((entry) => createCard(site, entry, language)),
    years: yearCounts(site, language),
    topics: countedLinks(largest, "topics", language),
    sources: sourceCards(site, language),
  };
}
