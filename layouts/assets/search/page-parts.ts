// Finds the parts of the search page that pages/search.11ty.tsx draws and the script fills.

/** The parts. */
export interface SearchPage {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  /** Holds the addresses of the index and of the site's home: `data-index`, `data-base`. */
  readonly region: HTMLElement;
  /** Polite live region: it only ever holds the count, or why there is none. */
  readonly status: HTMLElement;
  /** What orders and filters; hidden until the index is there. */
  readonly tools: HTMLElement;
  readonly ordering: HTMLElement;
  readonly order: HTMLSelectElement;
  readonly chosen: HTMLElement;
  /** Leads to the filters where they stand below the hits. */
  readonly toFilters: HTMLAnchorElement;
  readonly filters: HTMLDetailsElement;
  readonly facets: HTMLElement;
  readonly list: HTMLOListElement;
  readonly paging: HTMLElement;
  /** Shown when nothing was found: `.search-aid` for advice, and the lists of the archive. */
  readonly help: HTMLElement;
  /** Switches the key `/` on and off. */
  readonly slash: HTMLInputElement;
}

/** Returns the parts; undefined on any other page. */
export function findParts(document: Document): SearchPage | undefined {
  const find = <Found extends Element>(selector: string): Found | undefined =>
    document.querySelector<Found>(selector) ?? undefined;
  const parts: { [Part in keyof SearchPage]: SearchPage[Part] | undefined } = {
    form: find("form#search-form"),
    field: find("form#search-form input[name=q]"),
    region: find("#search"),
    status: find("#search-status"),
    tools: find("#search-tools"),
    ordering: find(".search-order"),
    order: find("#search-order"),
    chosen: find("#search-chosen"),
    toFilters: find("a.search-to-filters"),
    filters: find("#search-filters"),
    facets: find("#search-filters .search-facets"),
    list: find("ol.search-results"),
    paging: find("#search-paging"),
    help: find("#search-none"),
    slash: find("#search-slash"),
  };
  return Object.values(parts).every((part) => part !== undefined) ? (parts as SearchPage) : undefined;
}
