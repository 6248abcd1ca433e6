// Plans the list of sources and a page for each.

import { memberPath } from "../addresses.ts";
import { sourceCards } from "../cards.ts";
import { listReferences } from "../cite/references.ts";
import type { PageDraft } from "../plan.ts";
import { noteOf, type Site } from "../site.ts";
import { planMainPage, planPostList } from "./plan-in-languages.ts";

/** Returns the pages of all sources. */
export function planSources(site: Site): readonly PageDraft[] {
  return [
    ...planMainPage("sources", "sources", (language) => ({ sources: sourceCards(site, language) })),
    ...site.archive.sources.flatMap((source) => {
      const entries = site.catalog.postsBySource.get(source.id) ?? [];
      const commentCount = entries.reduce((sum, entry) => sum + entry.commentCount, 0);
      return planPostList(site, {
        type: "source",
        pathOf: (language) => memberPath(language, "sources", source.id),
        entries,
        createView: (language, list) => ({
          ...list,
          source,
          // Only on the first page of its list: relative links are made for that one.
          html: list.paging.number === 1 ? noteOf(site, source, language) : "",
          commentCount,
          references: entries.some(({ post }) => post.status === undefined) ? listReferences(site, source.id) : [],
        }),
      });
    }),
  ];
}
