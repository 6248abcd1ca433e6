// Names the languages of the timeline.

import type { PageContext } from "../scripts/site/view.ts";
import type { LanguageSeries } from "../scripts/site/ways-in/views.ts";
import { nameLanguage } from "../scripts/strings/fill.ts";

/** Returns the name of a series in the page's language. */
export function nameSeries({ t, language }: Pick<PageContext, "t" | "language">, series: LanguageSeries): string {
  return series.kind === "language" ? nameLanguage(series.lang, language) : t[`timeline.${series.kind}`];
}

/** Returns the class that colours a series: the first languages have each their own. */
export function classOfSeries(series: LanguageSeries, index: number): string {
  return series.kind === "language" && index < 3 ? `series-${index + 1}` : `series-${series.kind}`;
}
