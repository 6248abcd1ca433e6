// Plans the newest comments in the order of time, as many as anybody will leaf through; years lead to the rest.

import { mainPath } from "../addresses.ts";
import { yearCounts } from "../cards.ts";
import { createCommentCard } from "../comment-cards.ts";
import { sortNewestFirst } from "../placed-comments.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import { planList } from "./plan-in-languages.ts";

const COMMENTS_PAGE_SIZE = 40;
/** At 100,000 comments a whole list would be 5,000 pages. */
const MAX_LISTED = 1000;

/** Returns the pages of the newest comments. */
export function planNewestComments(site: Site): readonly PageDraft[] {
  const { comments } = site.catalog;
  const dated = sortNewestFirst(comments, { undated: "leave out" });
  // The list is read by search engines.
  const items = dated.filter(({ comment }) => comment.noindex !== true).slice(0, MAX_LISTED);
  return planList(site, {
    type: "comments",
    pathOf: (language) => mainPath(language, "comments"),
    items,
    itemCount: items.length,
    pageSize: COMMENTS_PAGE_SIZE,
    createView: (language, { items: shown, paging }) => ({
      comments: shown.map((placed) => createCommentCard(site, placed, language)),
      paging,
      total: comments.length,
      undated: comments.length - dated.length,
      years: yearCounts(site, language),
    }),
  });
}
