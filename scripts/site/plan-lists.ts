// Plans the ways into the archive, a subject at a time, and the single pages of the interface.

import { SEARCH_FOLDER } from "../search/index-format.ts";
import { createAccessibility } from "./accessibility.ts";
import { countArchive, createCard } from "./cards.ts";
import { DATA_FILES } from "./data-addresses.ts";
import { mapPath } from "./old-addresses/address-map.ts";
import type { PageDraft } from "./plan.ts";
import type { Site } from "./site.ts";
import type { NotFoundView, RootView } from "./view.ts";
import { planHome } from "./ways-in/home.ts";
import { planMissing } from "./ways-in/missing.ts";
import { planNewestComments } from "./ways-in/newest-comments.ts";
import { planPeople } from "./ways-in/people.ts";
import { planMainPage } from "./ways-in/plan-in-languages.ts";
import { planSources } from "./ways-in/sources.ts";
import { planStatistics } from "./ways-in/statistics.ts";
import { planTopics } from "./ways-in/topics.ts";
import { planYears } from "./ways-in/years.ts";

/** Returns the pages of all lists and the single pages of the interface. */
export function planLists(site: Site): readonly PageDraft[] {
  const planOthers = site.options.isLean
    ? []
    : [planPeople, planSources, planStatistics, planNewestComments, planMissing];
  return [
    { type: "root", language: "en", path: "/", alternates: [], makeView: () => createRoot(site) },
    { type: "not-found", language: "en", path: "/404.html", alternates: [], makeView: () => createNotFound(site) },
    ...planHome(site),
    ...(site.options.isLean ? [] : planAbout(site)),
    ...planMainPage("accessibility", "accessibility", (language) => createAccessibility(site, language)),
    ...(site.options.search
      ? planMainPage("search", "search", () => ({ index: `/${SEARCH_FOLDER}/`, base: "/" }))
      : []),
    ...planYears(site),
    ...planTopics(site),
    ...planOthers.flatMap((plan) => plan(site)),
    ...planMainPage("pages", "pages", (language) => ({
      pages: site.catalog.pages.map((entry) => createCard(site, entry, language)),
    })),
  ];
}

function planAbout(site: Site): readonly PageDraft[] {
  return planMainPage("about", "about", () => ({
    counts: countArchive(site),
    ...(site.version.newest !== undefined && { version: site.version.newest }),
    dataFiles: DATA_FILES,
  }));
}

function createRoot(site: Site): RootView {
  const isTaken = site.oldPlaces.some(({ prefix }) => prefix === "/");
  return { counts: countArchive(site), ...(isTaken && { oldMap: mapPath("/") }) };
}

function createNotFound(site: Site): NotFoundView {
  return { oldPlaces: site.oldPlaces.map(({ prefix }) => ({ prefix, map: mapPath(prefix) })) };
}
