// Keeps the search in the page's address: query, filters, order and page, so that it can be linked to, cited and gone back to.

/** What can be filtered by, in the order of the page. The names stand in addresses. */
export const FACET_NAMES = ["kind", "lang", "year", "topic", "person", "source", "unknown"] as const;

/** A facet's name. */
export type FacetName = (typeof FACET_NAMES)[number];

/** The orders of hits. */
export const ORDERS = ["relevance", "newest", "oldest"] as const;

/** An order of hits. */
export type Order = (typeof ORDERS)[number];

/** Chosen values of each facet: any of them will do, but each facet must agree. */
export type Filters = Readonly<Record<FacetName, readonly string[]>>;

/** A search as the reader sees it. */
export interface SearchState {
  /** As typed, without spaces around it. */
  readonly query: string;
  readonly filters: Filters;
  readonly order: Order;
  /** 1-based. */
  readonly page: number;
}

/** No filter. */
export const NO_FILTERS: Filters = { kind: [], lang: [], year: [], topic: [], person: [], source: [], unknown: [] };

/** A search for nothing. */
export const NO_SEARCH: SearchState = { query: "", filters: NO_FILTERS, order: "relevance", page: 1 };

/** Returns the search that an address holds; what it holds beside that, or wrongly, is passed over. */
export function readAddress(url: URL): SearchState {
  const parameters = url.searchParams;
  const order = parameters.get("sort");
  const page = Number(parameters.get("page"));
  return {
    query: (parameters.get("q") ?? "").trim(),
    filters: Object.fromEntries(
      FACET_NAMES.map((name) => [name, [...new Set(parameters.getAll(name))].filter((value) => value !== "")]),
    ) as Record<FacetName, string[]>,
    order: ORDERS.find((known) => known === order) ?? "relevance",
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  };
}

/** Returns the address of a search, as short as it can be. */
export function writeAddress(url: URL, { query, filters, order, page }: SearchState): URL {
  const next = new URL(url);
  const parameters = next.searchParams;
  for (const name of ["q", "sort", "page", ...FACET_NAMES]) parameters.delete(name);
  if (query !== "") parameters.set("q", query);
  for (const name of FACET_NAMES) for (const value of filters[name]) parameters.append(name, value);
  if (order !== "relevance") parameters.set("sort", order);
  if (page > 1) parameters.set("page", String(page));
  return next;
}

/** Returns how many values are chosen, of all facets together. */
export function countFilters(filters: Filters): number {
  return FACET_NAMES.reduce((sum, name) => sum + filters[name].length, 0);
}

/** Writes searches into the window's history. */
export interface SearchHistory {
  /** A query while it is typed: one entry for all its letters. */
  readonly type: (state: SearchState) => void;
  /** The reader means it: what comes next gets an entry of its own. */
  readonly commit: (state: SearchState) => void;
  /** The browser went to another entry. */
  readonly arrive: () => SearchState;
}

/** Ties searches to the window's history. */
export function openHistory(window: Window): SearchHistory {
  let isTyping = false;
  const write = (state: SearchState, isNew: boolean): void => {
    const url = writeAddress(new URL(window.location.href), state);
    if (url.href === window.location.href) return;
    if (isNew) window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
  };
  return {
    type: (state) => {
      write(state, !isTyping);
      isTyping = true;
    },
    commit: (state) => {
      write(state, !isTyping);
      isTyping = false;
    },
    arrive: () => {
      isTyping = false;
      return readAddress(new URL(window.location.href));
    },
  };
}
