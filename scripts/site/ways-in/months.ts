// Plans a list for each month in which posts were published.

import { parseEdtf } from "../../archive/edtf.ts";
import type { Language } from "../../strings/index.ts";
import { monthPath, yearPath } from "../addresses.ts";
import type { Entry } from "../catalog.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import { planPostList } from "./plan-in-languages.ts";
import type { MonthCount } from "./views.ts";

/** Returns the months of a year in order: `2011-03` with its posts. Posts dated to the year only are in none. */
export function groupByMonth(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const month = monthOf(entry.post.date);
    // A post may lie in a year that is not its date's; check tells.
    if (month === undefined || month.slice(0, 4) !== entry.year) continue;
    const group = months.get(month);
    if (group) group.push(entry);
    else months.set(month, [entry]);
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the month of a date as written, in its own offset; undefined when it is not known. */
export function monthOf(date: string | undefined): string | undefined {
  return date !== undefined && parseEdtf(date)?.month !== undefined ? date.slice(0, 7) : undefined;
}

/** Returns the months of a year as links. */
export function monthCounts(months: ReadonlyMap<string, readonly Entry[]>, language: Language): readonly MonthCount[] {
  return [...months].map(([month, { length }]) => ({
    month,
    label: month,
    path: monthPath(language, month),
    count: length,
  }));
}

/** Returns the pages of the months of a year. */
export function planMonths(
  site: Site,
  year: string,
  months: ReadonlyMap<string, readonly Entry[]>,
): readonly PageDraft[] {
  return [...months].flatMap(([month, entries]) =>
    planPostList(site, {
      type: "month",
      pathOf: (language) => monthPath(language, month),
      entries,
      createView: (language, list) => ({
        ...list,
        month,
        year: { label: year, path: yearPath(language, year) },
        months: monthCounts(months, language),
      }),
    }),
  );
}
