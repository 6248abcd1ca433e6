// The search page: reads what is typed, ticked or stands in the address, asks the index, and shows the answer.

import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { getStrings, toLanguage } from "../../scripts/strings/index.ts";
import { leaveNote } from "./found-words.ts";
import {
  countFilters,
  NO_FILTERS,
  ORDERS,
  openHistory,
  readAddress,
  type SearchState,
  writeAddress,
} from "./search/address.ts";
import { watchArrows } from "./search/arrow-keys.ts";
import { createFilters } from "./search/draw-filters.ts";
import { drawHelp } from "./search/draw-help.ts";
import { drawConversation } from "./search/draw-hits.ts";
import { drawPaging } from "./search/draw-paging.ts";
import { type Answer, answer } from "./search/find.ts";
import { openIndex, type SearchIndex } from "./search/open-index.ts";
import { findParts, type SearchPage } from "./search/page-parts.ts";
import { suggestWords } from "./search/suggest.ts";
import { createWait } from "./search/wait.ts";
import { hasSlash, setSlash } from "./slash-key.ts";

/** Milliseconds of rest after a keystroke before a search begins. */
const REST = 60;
/** Letters from which on a search begins while typing; a shorter one waits for the Enter key. */
const MIN_LENGTH = 2;
/** Where the filters stand beside the hits, and so stand open. */
const WIDE = "(min-width: 60rem)";

const parts = findParts(document);
if (parts !== undefined) startSearch(parts);

function startSearch(page: SearchPage): void {
  const { form, field, region, status, list, order, filters, help } = page;
  const language = toLanguage(document.documentElement.lang) ?? "en";
  const t = getStrings(language);
  const base = resolve(region.dataset.base);
  const history = openHistory(window);
  const wait = createWait(region, t["search.loading"]);
  let opening: Promise<SearchIndex> | undefined;
  let index: SearchIndex | undefined;
  let shown: Answer | undefined;
  let state = readAddress(new URL(location.href));
  let hasPeople = false;
  let timer: number | undefined;
  let turn = 0;

  /** Nothing is loaded before the search is used; what failed to load is tried again with the next query. */
  const openOnce = async (): Promise<SearchIndex> => {
    opening ??= openIndex(resolve(region.dataset.index));
    try {
      index = await opening;
      return index;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };

  const addressOf = (other: SearchState): URL => writeAddress(new URL(location.href), other);

  const run = async (): Promise<void> => {
    carryOver(state);
    turn += 1;
    const mine = turn;
    region.setAttribute("aria-busy", "true");
    wait.begin();
    try {
      const opened = await openOnce();
      const found = await answer(opened, state, hasPeople);
      const aid = found.total > 0 || !isAsked(state) ? [] : await drawHelp({ language, ...helpWith(opened) }, found);
      // Another search came in the meantime.
      if (mine !== turn) return;
      showAnswer(found, aid);
    } catch (error) {
      if (mine !== turn) return;
      console.error("The search index could not be read:", error);
      shown = undefined;
      page.list.replaceChildren();
      page.paging.replaceChildren();
      showHelp([], true);
      say(t["search.failed"]);
    }
  };

  const say = (message: string): void => {
    wait.end();
    // First: what changes in a busy region is not spoken.
    region.removeAttribute("aria-busy");
    status.textContent = message;
  };

  const showHelp = (aid: readonly HTMLElement[], isHelpless: boolean): void => {
    help.querySelector(".search-aid")?.replaceChildren(...aid);
    help.hidden = !isHelpless;
  };

  const showAnswer = (found: Answer, aid: readonly HTMLElement[]): void => {
    // Beside the hits there is room for the filters; above them they would push the hits out of sight.
    if (shown === undefined && matchMedia(WIDE).matches) filters.open = true;
    shown = found;
    const drawing = { language, base, marks: found.marks };
    list.replaceChildren(...found.shown.map((conversation) => drawConversation(drawing, conversation)));
    list.start = (found.page - 1) * found.shown.length + 1;
    page.paging.replaceChildren(
      ...drawPaging(language, found.page, found.pageCount, (number) => addressOf({ ...state, page: number }).href),
    );
    order.value = state.order;
    page.tools.hidden = false;
    page.toFilters.hidden = found.total === 0;
    page.ordering.hidden = found.query.terms.length === 0 ? found.total === 0 : found.total < 2;
    showFilters(
      found.counts,
      state.filters,
      (id) => index?.manifest.sources.find((source) => source.id === id)?.label ?? id,
    );
    showHelp(aid, isAsked(state) && found.total === 0);
    // The sentence has quotation marks of its own.
    const query = found.query.text.replaceAll('"', "").trim();
    if (!isAsked(state)) say("");
    else if (found.total === 0) say(query === "" ? t["search.noneFiltered"] : fill(t["search.none"], { query }));
    else {
      const count = fillCount(t, language, query === "" ? "search.count" : "search.hits", found.total, { query });
      const cut = found.cut.map(({ words: [word = ""] }) => fill(t["search.cut"], { word }));
      say([count, ...cut].join(". "));
    }
  };

  const helpWith = (opened: SearchIndex) => ({
    addressOf: ({
      query = state.query,
      hasFilters,
    }: {
      readonly query?: string;
      readonly hasFilters: boolean;
    }): string => addressOf({ ...state, query, filters: hasFilters ? state.filters : NO_FILTERS, page: 1 }).href,
    suggest: (word: string) => suggestWords(opened, word),
  });

  const go = async (next: SearchState): Promise<void> => {
    window.clearTimeout(timer);
    state = next;
    history.commit(state);
    await run();
  };

  const showFilters = createFilters(page, {
    language,
    onChange: (chosen) => void go({ ...state, filters: chosen, page: 1 }),
    onPeople: () => {
      if (hasPeople) return;
      hasPeople = true;
      void run();
    },
  });

  const arrive = (): void => {
    window.clearTimeout(timer);
    state = history.arrive();
    field.value = state.query;
    if (isAsked(state) || shown !== undefined) void run();
  };

  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const query = field.value.trim();
      if (query === state.query || (query.length > 0 && query.length < MIN_LENGTH)) return;
      state = { ...state, query, page: 1 };
      history.type(state);
      void run();
    }, REST);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = field.value.trim();
    void go(query === state.query ? state : { ...state, query, page: 1 });
  });
  order.addEventListener("change", () => {
    void go({ ...state, order: ORDERS.find((known) => known === order.value) ?? "relevance", page: 1 });
  });
  // Whoever comes to the field or the filters is about to search.
  const prepare = (): void => {
    if (shown === undefined && opening === undefined) void run();
  };
  field.addEventListener("focus", prepare);
  page.toFilters.addEventListener("click", () => {
    filters.open = true;
  });
  filters.addEventListener("toggle", () => filters.open && prepare());
  region.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (
      link === null ||
      link === page.toFilters ||
      !isPlain ||
      link.origin !== location.origin ||
      link.pathname !== location.pathname
    )
      return;
    event.preventDefault();
    const next = readAddress(new URL(link.href));
    field.value = next.query;
    await go(next);
    list.querySelector("a")?.focus();
    (list.childElementCount > 0 ? list : region).scrollIntoView({ block: "start", behavior: "instant" });
  });
  // A hit may be opened here, in another tab, or from its menu.
  for (const how of ["click", "auxclick", "contextmenu"] as const) {
    list.addEventListener(how, ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link !== null && shown !== undefined) leaveNote(link.href, shown.marks);
    });
  }
  watchArrows(field, list);
  page.slash.checked = hasSlash();
  page.slash.addEventListener("change", () => setSlash(page.slash.checked));
  window.addEventListener("popstate", arrive);
  // What was typed before this script had loaded stays.
  if (field.value.trim() === "" || isAsked(state)) arrive();
  else field.dispatchEvent(new Event("input"));
  if (document.activeElement === field) prepare();
}

function isAsked({ query, filters }: SearchState): boolean {
  return query !== "" || countFilters(filters) > 0;
}

/** Lets the language switch lead to the same search in the other language. */
function carryOver(state: SearchState): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[rel=alternate][hreflang]")) {
    link.href = writeAddress(new URL(link.href), state).href;
  }
}

/** Makes an address absolute that the page gives relative to itself. */
function resolve(address = "./"): string {
  return new URL(address, document.baseURI).href;
}
