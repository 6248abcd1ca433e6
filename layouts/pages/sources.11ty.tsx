// The places that the conversations were taken from.

import { definePage } from "../../scripts/site/define-page.ts";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { SourceList } from "../components/SourceList.tsx";

export default definePage("sources", (page, view) => {
  const { t } = page;
  return (
    <Document page={page} kind="sources" title={t["sources.title"]} description={t["sources.lead"]}>
      <PageHeading title={t["sources.title"]} lead={view.sources.length > 0 ? t["sources.lead"] : undefined} />
      {view.sources.length === 0 ? (
        <EmptyState text={t["sources.empty"]} />
      ) : (
        <SourceList page={page} sources={view.sources} level={2} />
      )}
    </Document>
  );
});
