// Plans the list of years, and the list of each year's posts with its months.

import { yearPath } from "../addresses.ts";
import { yearCounts } from "../cards.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import { groupByMonth, monthCounts, planMonths } from "./months.ts";
import { planMainPage, planPostList } from "./plan-in-languages.ts";

/** Returns the pages of all years and months. */
export function planYears(site: Site): readonly PageDraft[] {
  return [
    ...planMainPage("years", "years", (language) => ({ years: yearCounts(site, language) })),
    ...[...site.catalog.years].flatMap(([year, entries]) => {
      const months = site.options.isLean ? new Map() : groupByMonth(entries);
      return [
        ...planPostList(site, {
          type: "year",
          pathOf: (language) => yearPath(language, year),
          // The tenth page of a year would stand where its October does.
          isTaken: (path) => /\/1[0-2]\/$/.test(path),
          entries,
          createView: (language, list) => ({
            ...list,
            year,
            years: yearCounts(site, language),
            months: monthCounts(months, language),
          }),
        }),
        ...planMonths(site, year, months),
      ];
    }),
  ];
}
