// Plans the list of years and the list of each year's posts.

import { yearPath } from "../addresses.ts";
import { yearCounts } from "../cards.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import { planMainPage, planPostList } from "./plan-in-languages.ts";

/** Returns the pages of all years. */
export function planYears(site: Site): readonly PageDraft[] {
  return [
    ...planMainPage("years", "years", (language) => ({ years: yearCounts(site, language) })),
    ...[...site.catalog.years].flatMap(([year, entries]) =>
      planPostList(site, {
        type: "year",
        pathOf: (language) => yearPath(language, year),
        entries,
        createView: (language, list) => ({ ...list, year, years: yearCounts(site, language) }),
      }),
    ),
  ];
}
