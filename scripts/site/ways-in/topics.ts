// Plans the list of topics and the list of each topic's posts.

import { memberPath } from "../addresses.ts";
import { countedLinks } from "../cards.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import { planMainPage, planPostList } from "./plan-in-languages.ts";

/** Returns the pages of all topics. */
export function planTopics(site: Site): readonly PageDraft[] {
  const { topics } = site.catalog;
  return [
    ...planMainPage("topics", "topics", (language) => ({ topics: countedLinks(topics, "topics", language) })),
    ...topics.flatMap(({ label, slug, entries }) =>
      planPostList(site, {
        type: "topic",
        pathOf: (language) => memberPath(language, "topics", slug),
        entries,
        createView: (_, list) => ({ ...list, topic: label }),
      }),
    ),
  ];
}
