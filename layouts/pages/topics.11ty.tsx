// All topics with their numbers of posts.

import { definePage } from "../../scripts/site/define-page.ts";
import { CountedLinks } from "../components/CountedLinks.tsx";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHeading } from "../components/PageHeading.tsx";

export default definePage("topics", (page, view) => {
  const { t } = page;
  return (
    <Document page={page} kind="topics" title={t["topics.title"]} description={t["topics.lead"]}>
      <PageHeading title={t["topics.title"]} lead={view.topics.length > 0 ? t["topics.lead"] : undefined} />
      {view.topics.length === 0 ? (
        <EmptyState text={t["topics.empty"]} />
      ) : (
        <CountedLinks page={page} links={view.topics} />
      )}
    </Document>
  );
});
