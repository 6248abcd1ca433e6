// Plans the front page: what is here, and the ways in.

import { countArchive, countedLinks, createCard, sourceCards, yearCounts } from "../cards.ts";
import { type Entry, mostDiscussed } from "../catalog.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import type { HomeView } from "../view.ts";
import { planMainPage } from "./plan-in-languages.ts";

const NEWEST = 8;
const MOST_DISCUSSED = 6;
const TOPICS = 24;

/** Returns the front page in every language. */
export function planHome(site: Site): readonly PageDraft[] {
  const { posts, topics } = site.catalog;
  const discussed = mostDiscussed(site.catalog, MOST_DISCUSSED);
  const largest = [...topics].sort((a, b) => b.entries.length - a.entries.length).slice(0, TOPICS);
  return planMainPage("home", "home", (language): HomeView => {
    const drawCards = (entries: readonly Entry[]) => entries.map((entry) => createCard(site, entry, language));
    return {
      counts: countArchive(site),
      newest: drawCards(posts.slice(0, NEWEST)),
      mostDiscussed: drawCards(discussed),
      years: yearCounts(site, language),
      topics: countedLinks(largest, "topics", language),
      sources: site.options.isLean ? [] : sourceCards(site, language),
    };
  });
}
