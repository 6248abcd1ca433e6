// The years as a table with a bar in each row.

import type { PageContext, YearCount } from "../../scripts/site/view.ts";
import { formatNumber } from "../../scripts/strings/fill.ts";
import { writeYear } from "../year-title.ts";

/** Draws the table; the bars repeat the figures and are hidden from screen readers. */
export function YearTable({ page, years }: { readonly page: PageContext; readonly years: readonly YearCount[] }) {
  const { t, language } = page;
  const most = Math.max(1, ...years.map((year) => year.count));
  return (
    <table class="year-table figures-table">
      <thead>
        <tr>
          <th scope="col">{t["years.year"]}</th>
          <td class="bar-cell" aria-hidden="true" />
          <th scope="col">{t["years.posts"]}</th>
          <th scope="col">{t["years.comments"]}</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.year} class={year.year === "undated" ? "is-undated" : undefined}>
            <th scope="row">
              <a href={page.href(year.path)}>{writeYear(year.year, t)}</a>
            </th>
            <td class="bar-cell" aria-hidden="true">
              <svg class="row-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect x="0" y="0" width={Math.max(1, Math.round((year.count / most) * 100))} height="10" />
              </svg>
            </td>
            <td>{formatNumber(year.count, language)}</td>
            <td>{formatNumber(year.commentCount, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
