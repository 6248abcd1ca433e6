// The years of the archive as a picture: one bar a year, its height the number of posts, with the figures as text.

import type { PageContext, YearCount } from "../../scripts/site/view.ts";
import { fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import { writeYear } from "../year-title.ts";

interface YearStripProps {
  readonly page: PageContext;
  readonly years: readonly YearCount[];
  /** The year whose page this is. */
  readonly current?: string;
}

/** Draws the strip; nothing when there are no years. */
export function YearStrip({ page, years, current }: YearStripProps) {
  const { t, language } = page;
  const most = Math.max(1, ...years.map((year) => year.count));
  if (years.length === 0) return null;
  return (
    <ol class="year-strip">
      {years.map((year, index) => {
        const height = Math.max(2, Math.round((year.count / most) * 100));
        const figures = [
          fillCount(t, language, "posts", year.count),
          fillCount(t, language, "comments", year.commentCount),
        ].join(", ");
        return (
          <li key={year.year} class={describePlace(year, years[index - 1])}>
            <a href={page.href(year.path)} aria-current={year.year === current ? "page" : undefined}>
              <span class="year-figure" aria-hidden="true">
                {formatNumber(year.count, language)}
              </span>
              <svg
                class="year-bar"
                viewBox="0 0 10 100"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect x="0" y={100 - height} width="10" height={height} />
              </svg>
              <span class="year-name">{writeYear(year.year, t)}</span>
              <span class="visually-hidden">: {figures}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

function describePlace({ year }: YearCount, before: YearCount | undefined): string | undefined {
  if (year === "undated") return "is-undated after-gap";
  return before !== undefined && Number(year) - Number(before.year) > 1 ? "after-gap" : undefined;
}
