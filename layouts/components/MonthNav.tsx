// The months of a year in which posts were published.

import type { Link, PageContext } from "../../scripts/site/view.ts";
import type { MonthCount } from "../../scripts/site/ways-in/views.ts";
import { fill, fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import { formatMonthName } from "../format-date.ts";

interface MonthNavProps {
  readonly page: PageContext;
  readonly year: Link;
  readonly months: readonly MonthCount[];
  /** The month whose page this is; absent on the year's own. */
  readonly current?: string;
}

/** Draws links to the months with their numbers of posts; nothing when no month is known. */
export function MonthNav({ page, year, months, current }: MonthNavProps) {
  const { t, language } = page;
  if (months.length === 0) return null;
  return (
    <nav class="month-nav" aria-label={fill(t["months.label"], { year: year.label })}>
      <ul>
        {current !== undefined && (
          <li>
            <a href={page.href(year.path)}>{fill(t["months.wholeYear"], { year: year.label })}</a>
          </li>
        )}
        {months.map(({ month, path, count }) => (
          <li key={month}>
            <a href={page.href(path)} aria-current={month === current ? "page" : undefined}>
              {formatMonthName(month, language)}
            </a>{" "}
            <span class="count">
              <span aria-hidden="true">{formatNumber(count, language)}</span>
              <span class="visually-hidden">({fillCount(t, language, "posts", count)})</span>
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
