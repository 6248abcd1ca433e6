// Plans one page of the interface, or a list over several pages, in every language.

import { LANGUAGES, type Language } from "../../strings/index.ts";
import { listPaths, type MainPage, mainPath } from "../addresses.ts";
import { createCard } from "../cards.ts";
import type { Entry } from "../catalog.ts";
import type { ListType, PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import type { Paging, PostList, ViewByType } from "../view.ts";

/** Posts on one page of a list. */
const LIST_PAGE_SIZE = 40;

/** One page of a list that may run over several. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly paging: Paging;
}

/** A list whose pages are to be planned. */
export interface ListToPlan<Type extends ListType, Item> {
  readonly type: Type;
  readonly pathOf: (language: Language) => string;
  /** As many in each language; a function, when their order is the language's. */
  readonly items: readonly Item[] | ((language: Language) => readonly Item[]);
  readonly itemCount: number;
  readonly pageSize: number;
  /** Tells of addresses beside those of posts that pages of the list must not take. */
  readonly isTaken?: (path: string) => boolean;
  /** Search engines are asked to leave the list out. */
  readonly isHidden?: boolean;
  readonly createView: (language: Language, page: ListPage<Item>) => ViewByType[Type];
}

/** Plans a main page of the interface. */
export function planMainPage<Type extends ListType>(
  type: Type,
  page: MainPage,
  createView: (language: Language) => ViewByType[Type],
): readonly PageDraft[] {
  return planPage(type, (language) => mainPath(language, page), createView);
}

/** Plans one page in every language, each the alternate of the others. */
export function planPage<Type extends ListType>(
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

/** Plans a list over as many pages as it needs, at least one, in every language. */
export function planList<Type extends ListType, Item>(site: Site, list: ListToPlan<Type, Item>): readonly PageDraft[] {
  const { type, pathOf, items, itemCount, pageSize, createView } = list;
  const total = Math.max(1, Math.ceil(itemCount / pageSize));
  const isTaken = (path: string): boolean => site.catalog.entriesByPath.has(path) || (list.isTaken?.(path) ?? false);
  const paths = Object.fromEntries(
    LANGUAGES.map((language) => [language, listPaths(pathOf(language), total, isTaken)] as const),
  ) as Record<Language, readonly string[]>;
  return Array.from({ length: total }, (_, index) =>
    planPage(
      type,
      (language) => paths[language][index] as string,
      (language) => {
        const all = typeof items === "function" ? items(language) : items;
        return createView(language, {
          items: all.slice(index * pageSize, (index + 1) * pageSize),
          paging: { number: index + 1, total, itemCount, paths: paths[language] },
        });
      },
    ),
  )
    .flat()
    .map((draft) => (list.isHidden ? { ...draft, isHidden: true } : draft));
}

/** Plans a list of posts. */
export function planPostList<Type extends ListType>(
  site: Site,
  list: Pick<ListToPlan<Type, Entry>, "type" | "pathOf" | "isTaken"> & {
    readonly entries: readonly Entry[];
    readonly createView: (language: Language, list: PostList) => ViewByType[Type];
  },
): readonly PageDraft[] {
  const { entries, createView, ...rest } = list;
  return planList<Type, Entry>(site, {
    ...rest,
    items: entries,
    itemCount: entries.length,
    pageSize: LIST_PAGE_SIZE,
    createView: (language, { items, paging }) =>
      createView(language, { posts: items.map((entry) => createCard(site, entry, language)), paging }),
  });
}
