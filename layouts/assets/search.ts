// The search page: reads what is typed or stands in the address, asks the indexes of all languages, lists what was found.

import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { getStrings, toLanguage } from "../../scripts/strings/index.ts";
import { openHistory, readAddress, writeAddress } from "./search/address.ts";
import { drawConversation } from "./search/draw.ts";
import { type Findings, findConversations } from "./search/find.ts";
import { type LanguageIndex, openIndexes } from "./search/pagefind.ts";
import { readQuery } from "./search/words.ts";

/** Milliseconds of rest after a keystroke before a search begins. */
const REST = 80;
/** Milliseconds after which a wait is told of. */
const NOTICEABLE = 400;
/** Conversations shown at once. */
const PAGE_SIZE = 10;
/** Letters from which on a search begins while typing; a shorter one waits for the Enter key. */
const MIN_LENGTH = 2;

const form = document.querySelector<HTMLFormElement>("form#search-form");
const field = form?.querySelector<HTMLInputElement>("input[name=q]");
const region = document.querySelector<HTMLElement>("#search");
const status = region?.querySelector<HTMLElement>("#search-status");
const list = region?.querySelector<HTMLOListElement>("ol.search-results");
const more = region?.querySelector<HTMLButtonElement>("button#search-more");
if (form && field && region && status && list && more) startSearch({ form, field, region, status, list, more });

interface SearchPage {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  /** Holds the addresses of the index and of the site's home: `data-bundle`, `data-base`. */
  readonly region: HTMLElement;
  /** Polite live region: it only ever holds the count, or why there is none. */
  readonly status: HTMLElement;
  readonly list: HTMLOListElement;
  readonly more: HTMLButtonElement;
}

function startSearch({ form, field, region, status, list, more }: SearchPage): void {
  const language = toLanguage(document.documentElement.lang) ?? "en";
  const t = getStrings(language);
  const drawing = { language, base: resolve(region.dataset.base) };
  const history = openHistory(window);
  let opening: Promise<readonly LanguageIndex[]> | undefined;
  let findings: Findings | undefined;
  let timer: number | undefined;
  let searched = "";
  let turn = 0;

  /** Nothing is loaded before the first query; what failed to load is tried again with the next one. */
  const openOnce = (): Promise<readonly LanguageIndex[]> => {
    opening ??= openIndexes(resolve(region.dataset.bundle));
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };

  const wait = createWait(region, t["search.loading"]);

  const show = (message: string, items: readonly HTMLElement[] = [], hasMore = false): void => {
    status.textContent = message;
    list.replaceChildren(...items);
    more.hidden = !hasMore;
    region.removeAttribute("aria-busy");
    wait.end();
  };

  const search = async (typed: string): Promise<void> => {
    const query = readQuery(typed);
    if (query.text === searched) return;
    searched = query.text;
    carryOver(typed);
    turn += 1;
    const mine = turn;
    findings = undefined;
    if (query.words.length === 0) return show("");
    region.setAttribute("aria-busy", "true");
    wait.begin();
    try {
      const found = await findConversations(await openOnce(), query);
      const first = await found.next(PAGE_SIZE);
      // Another query came in the meantime.
      if (mine !== turn) return;
      findings = found;
      // The sentence has quotation marks of its own.
      const asked = { query: query.text.replaceAll('"', "").trim() };
      const message =
        found.total === 0 ? fill(t["search.none"], asked) : fillCount(t, language, "search.hits", found.total, asked);
      const items = first.map((conversation) => drawConversation(drawing, conversation));
      show(message, items, found.total > items.length);
    } catch (error) {
      if (mine !== turn) return;
      searched = "";
      console.error("The search index could not be read:", error);
      show(t["search.failed"]);
    }
  };

  const showMore = async (): Promise<void> => {
    const shown = findings;
    const next = await shown?.next(PAGE_SIZE).catch(() => undefined);
    if (shown === undefined || shown !== findings) return;
    if (next === undefined) {
      status.textContent = t["search.failed"];
      return;
    }
    const items = next.map((conversation) => drawConversation(drawing, conversation));
    list.append(...items);
    more.hidden = list.children.length >= shown.total;
    // The button may be gone: the reader goes on with the first new one.
    items[0]?.querySelector("a")?.focus();
  };

  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const typed = field.value.trim();
      if (typed.length > 0 && typed.length < MIN_LENGTH) return;
      history.type(typed);
      search(typed);
    }, REST);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    const typed = field.value.trim();
    history.commit(typed);
    search(typed);
  });
  more.addEventListener("click", showMore);
  region.addEventListener("keydown", (event) => moveByArrow(event, field, list));
  field.addEventListener("keydown", (event) => moveByArrow(event, field, list));
  const arrive = (): void => {
    window.clearTimeout(timer);
    field.value = history.arrive();
    search(field.value);
  };
  window.addEventListener("popstate", arrive);
  // What was typed before this script had loaded stays.
  if (field.value.trim() === "" || readAddress(new URL(location.href)) !== "") arrive();
  else field.dispatchEvent(new Event("input"));
}

/** Lets the language switch lead to the same search in the other language. */
function carryOver(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[rel=alternate][hreflang]")) {
    link.href = writeAddress(new URL(link.href), query).href;
  }
}

/** Says that a search is under way, to the eye only, and not before it has become noticeable. */
function createWait(region: HTMLElement, words: string): { readonly begin: () => void; readonly end: () => void } {
  const note = document.createElement("p");
  note.className = "search-loading";
  note.textContent = words;
  note.hidden = true;
  region.prepend(note);
  let timer: number | undefined;
  const end = (): void => {
    window.clearTimeout(timer);
    note.hidden = true;
  };
  const begin = (): void => {
    end();
    timer = window.setTimeout(() => {
      note.hidden = false;
    }, NOTICEABLE);
  };
  return { begin, end };
}

/** Arrow keys go from the field to the first hit, from hit to hit, and back; Tab does as everywhere. */
function moveByArrow(event: KeyboardEvent, field: HTMLInputElement, list: HTMLOListElement): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const target = event.target;
  if (step === 0 || !(target instanceof HTMLElement)) return;
  const links = [...list.querySelectorAll<HTMLElement>("a, summary")].filter(
    (link) => link.getClientRects().length > 0,
  );
  const place = links.indexOf(target);
  if (target !== field && place === -1) return;
  const next =
    target === field ? (step === 1 ? links[0] : undefined) : (links[place + step] ?? (step === -1 ? field : undefined));
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Makes an address absolute that the page gives relative to itself. */
function resolve(address = "./"): string {
  return new URL(address, document.baseURI).href;
}
