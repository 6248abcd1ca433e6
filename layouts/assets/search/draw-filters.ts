// Draws the filters: boxes to tick, each with the number of conversations that it would leave, and the chosen ones above the hits.

import { fill, fillCount, formatNumber, nameLanguage } from "../../../scripts/strings/fill.ts";
import { getStrings, type Language } from "../../../scripts/strings/index.ts";
import { FACET_NAMES, type FacetName, type Filters, NO_FILTERS } from "./address.ts";
import { create } from "./create-element.ts";
import type { FacetCount } from "./facets.ts";

/** Where the filters stand on the page. */
export interface FilterPlaces {
  readonly facets: HTMLElement;
  readonly chosen: HTMLElement;
}

/** What the filters need. */
export interface FilterOptions {
  readonly language: Language;
  readonly onChange: (filters: Filters) => void;
  /** People are asked for: their counts are loaded only then. */
  readonly onPeople: () => void;
}

/** Shows the filters as they stand after a search. */
export type ShowFilters = (
  counts: ReadonlyMap<FacetName, readonly FacetCount[]>,
  filters: Filters,
  nameSource: (id: string) => string,
) => void;

/** Values shown at first, and how many more each time. */
const FIRST = 8;
const MORE = 30;
/** Facets that stand open. */
const OPEN: ReadonlySet<FacetName> = new Set(["kind", "lang"]);
/** Facets of one value say nothing, but of what is unknown one value may be enough. */
const ALONE: ReadonlySet<FacetName> = new Set(["unknown", "person"]);

interface Group {
  readonly element: HTMLDetailsElement;
  readonly list: HTMLUListElement;
  readonly more: HTMLButtonElement;
  shown: number;
}

/** Makes the filters and returns how to show them. */
export function createFilters(places: FilterPlaces, { language, onChange, onPeople }: FilterOptions): ShowFilters {
  const t = getStrings(language);
  const groups = new Map(FACET_NAMES.map((name) => [name, createGroup(name)] as const));
  let last: Parameters<ShowFilters> | undefined;
  let filters = NO_FILTERS;

  const choose = (name: FacetName, value: string, isChosen: boolean): void => {
    const others = filters[name].filter((other) => other !== value);
    onChange({ ...filters, [name]: isChosen ? [...others, value] : others });
  };

  function createGroup(name: FacetName): Group {
    const list = create("ul", "search-values");
    const more = create(
      "button",
      "search-more-values",
      fill(t["search.moreValues"], { facet: t[`search.facet.${name}`] }),
    );
    more.type = "button";
    const values = create("div", "", list, more);
    values.setAttribute("role", "group");
    values.setAttribute("aria-label", t[`search.facet.${name}`]);
    const element = create("details", "search-facet", create("summary", "", t[`search.facet.${name}`]), values);
    element.open = OPEN.has(name);
    const group = { element, list, more, shown: FIRST };
    more.addEventListener("click", () => {
      const before = group.shown;
      group.shown += MORE;
      if (last !== undefined) show(...last);
      list.querySelectorAll("input")[before]?.focus();
    });
    if (name === "person") element.addEventListener("toggle", () => element.open && onPeople());
    return group;
  }

  const nameValue = (name: FacetName, value: string, nameSource: (id: string) => string): string => {
    if (name === "kind") return t[value === "post" ? "search.kind.post" : "search.kind.comment"];
    if (name === "unknown") return t[value === "date" ? "search.unknown.date" : "search.unknown.name"];
    if (name === "lang") return value === "und" ? t["search.languageUnknown"] : nameLanguage(value, language);
    return name === "source" ? nameSource(value) : value;
  };

  const show: ShowFilters = (counts, now, nameSource) => {
    last = [counts, now, nameSource];
    filters = now;
    for (const [name, group] of groups) {
      const values = sortValues(name, counts.get(name) ?? [], now[name]);
      // People are not counted before somebody asks for them.
      const isWorthIt = values.length > (ALONE.has(name) ? 0 : 1) || now[name].length > 0;
      group.element.hidden = !isWorthIt && !(name === "person" && !counts.has(name));
      if (now[name].length > 0 && !group.element.contains(document.activeElement)) group.element.open = true;
      const items = values.slice(0, Math.max(group.shown, now[name].length)).map(({ value, count }) => {
        const input = create("input");
        input.type = "checkbox";
        input.name = name;
        input.value = value;
        input.checked = now[name].includes(value);
        input.addEventListener("change", () => choose(name, value, input.checked));
        const words = create("span", "visually-hidden", ` ${fillCount(t, language, "search.count", count)}`);
        const number = create("span", "count", formatNumber(count, language));
        number.setAttribute("aria-hidden", "true");
        return create(
          "li",
          "",
          create("label", "", input, create("bdi", "", nameValue(name, value, nameSource)), number, words),
        );
      });
      replaceKeepingFocus(group.list, items);
      group.more.hidden = values.length <= items.length;
    }
    showChosen(places.chosen, nameSource);
  };

  function showChosen(place: HTMLElement, nameSource: (id: string) => string): void {
    const buttons = FACET_NAMES.flatMap((name) =>
      filters[name].map((value) => {
        const label = nameValue(name, value, nameSource);
        const button = create("button", "", create("bdi", "", label));
        button.type = "button";
        button.setAttribute("aria-label", fill(t["search.removeFilter"], { name: label }));
        button.addEventListener("click", () => choose(name, value, false));
        return button;
      }),
    );
    if (buttons.length > 1) {
      const all = create("button", "is-all", t["search.removeFilters"]);
      all.type = "button";
      all.addEventListener("click", () => onChange(NO_FILTERS));
      buttons.push(all);
    }
    place.replaceChildren(...buttons.map((button) => create("li", "", button)));
    place.hidden = buttons.length === 0;
  }

  places.facets.replaceChildren(...[...groups.values()].map(({ element }) => element));
  return show;
}

/** Chosen ones first, for they must stay in sight; years by their order, all else by number. */
function sortValues(name: FacetName, counts: readonly FacetCount[], chosen: readonly string[]): readonly FacetCount[] {
  const isChosen = ({ value }: FacetCount): number => (chosen.includes(value) ? 1 : 0);
  const byNumber = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);
  const byYear = (a: FacetCount, b: FacetCount): number => (a.value < b.value ? 1 : -1);
  return [...counts].sort((a, b) => isChosen(b) - isChosen(a) || (name === "year" ? byYear : byNumber)(a, b));
}

/** A box that was just ticked keeps the focus, though its list is made anew. */
function replaceKeepingFocus(list: HTMLElement, items: readonly HTMLElement[]): void {
  const focused = document.activeElement;
  const value = focused instanceof HTMLInputElement && list.contains(focused) ? focused.value : undefined;
  list.replaceChildren(...items);
  if (value === undefined) return;
  [...list.querySelectorAll("input")].find((input) => input.value === value)?.focus();
}
