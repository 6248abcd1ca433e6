// The way through a list that runs over several pages.

import type { PageContext, Paging as PagingView } from "../../scripts/site/view.ts";
import { fill, formatNumber } from "../../scripts/strings/fill.ts";
import { pickPageNumbers } from "../page-numbers.ts";

/** Draws links to the previous and the next page and to some others; nothing for a list of one page. */
export function Paging({ page, paging }: { readonly page: PageContext; readonly paging: PagingView }) {
  const { t, language } = page;
  if (paging.total <= 1) return null;
  const pathOf = (number: number) => page.href(paging.paths[number - 1] ?? page.path);
  const place = fill(t["paging.place"], {
    number: formatNumber(paging.number, language),
    total: formatNumber(paging.total, language),
  });
  return (
    <nav class="paging" aria-label={t["paging.label"]}>
      <p class="paging-place">{place}</p>
      <ol class="paging-pages">
        {pickPageNumbers(paging.number, paging.total).map((number, index, all) => (
          <li key={number} class={index > 0 && number - (all[index - 1] ?? 0) > 1 ? "has-gap" : undefined}>
            {number === paging.number ? (
              <span aria-current="page">{formatNumber(number, language)}</span>
            ) : (
              <a href={pathOf(number)} aria-label={fill(t["paging.page"], { number })}>
                {formatNumber(number, language)}
              </a>
            )}
          </li>
        ))}
      </ol>
      <p class="paging-steps">
        {paging.number > 1 && (
          <a rel="prev" href={pathOf(paging.number - 1)}>
            {t["paging.previous"]}
          </a>
        )}
        {paging.number < paging.total && (
          <a rel="next" href={pathOf(paging.number + 1)}>
            {t["paging.next"]}
          </a>
        )}
      </p>
    </nav>
  );
}
