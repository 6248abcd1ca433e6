// The newest comments in the order of time, whatever they stand below.

import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import type { CommentsView } from "../../scripts/site/ways-in/views.ts";
import { fill, fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import { CommentCards } from "../components/CommentCards.tsx";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Paging } from "../components/Paging.tsx";
import { YearStrip } from "../components/YearStrip.tsx";
import { writePageTitle } from "../page-title.ts";

export default definePage("comments", (page, view) => {
  const { t } = page;
  const title = t["newest.title"];
  const isLast = view.paging.number === view.paging.total;
  return (
    <Document
      page={page}
      kind="comments"
      title={writePageTitle(page, title, view.paging)}
      description={t["newest.lead"]}
    >
      <PageHeading title={title} lead={t["newest.lead"]} />
      {view.comments.length === 0 ? (
        <EmptyState text={t[view.total === 0 ? "newest.none" : "newest.empty"]} />
      ) : (
        <>
          <p class="section-lead">{writeExtent(page, view)}</p>
          <CommentCards page={page} comments={view.comments} level={2} />
          <Paging page={page} paging={view.paging} />
        </>
      )}
      {isLast && view.paging.itemCount < view.total && view.years.length > 0 && (
        <nav class="year-nav" aria-label={t["years.title"]}>
          <YearStrip page={page} years={view.years} />
        </nav>
      )}
    </Document>
  );
});

function writeExtent({ t, language }: PageContext, { paging, total, undated }: CommentsView): string {
  const isAll = paging.itemCount + undated === total;
  const figures = { count: formatNumber(paging.itemCount, language), total: formatNumber(total, language) };
  const extent = fill(t[isAll ? "newest.all" : "newest.listed"], figures);
  return undated === 0 ? extent : `${extent} ${fillCount(t, language, "newest.undated", undated)}`;
}
