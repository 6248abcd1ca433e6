// The pages of the archive: texts that stood beside the posts.

import { definePage } from "../../scripts/site/define-page.ts";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { CardList } from "../components/PostList.tsx";

export default definePage("pages", (page, view) => {
  const { t } = page;
  return (
    <Document page={page} kind="pages" title={t["pagesList.title"]} description={t["pagesList.lead"]}>
      <PageHeading title={t["pagesList.title"]} lead={view.pages.length > 0 ? t["pagesList.lead"] : undefined} />
      {view.pages.length === 0 ? (
        <EmptyState text={t["pagesList.empty"]} />
      ) : (
        <CardList page={page} posts={view.pages} level={2} />
      )}
    </Document>
  );
});
