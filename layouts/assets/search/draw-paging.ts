// Draws the way through several pages of hits, as components/Paging.tsx does for lists.

import { fill, formatNumber } from "../../../scripts/strings/fill.ts";
import { getStrings, type Language } from "../../../scripts/strings/index.ts";
import { pickPageNumbers } from "../../page-numbers.ts";
import { create } from "./create-element.ts";

/** Returns the contents of the `nav`; none where there is one page. */
export function drawPaging(
  language: Language,
  number: number,
  total: number,
  addressOf: (page: number) => string,
): readonly HTMLElement[] {
  if (total <= 1) return [];
  const t = getStrings(language);
  const write = (value: number): string => formatNumber(value, language);
  const link = (page: number, words: string): HTMLAnchorElement => {
    const element = create("a", "", words);
    element.href = addressOf(page);
    element.dataset.page = String(page);
    return element;
  };
  const items = pickPageNumbers(number, total).map((page, index, all) => {
    const item = create("li", index > 0 && page - (all[index - 1] ?? 0) > 1 ? "has-gap" : "");
    const element = page === number ? create("span", "", write(page)) : link(page, write(page));
    if (page === number) element.setAttribute("aria-current", "page");
    else element.setAttribute("aria-label", fill(t["paging.page"], { number: write(page) }));
    item.append(element);
    return item;
  });
  const steps = create("p", "paging-steps");
  if (number > 1) steps.append(link(number - 1, t["paging.previous"]));
  if (number < total) steps.append(link(number + 1, t["paging.next"]));
  const place = fill(t["paging.place"], { number: write(number), total: write(total) });
  return [create("p", "paging-place", place), create("ol", "paging-pages", ...items), steps];
}
