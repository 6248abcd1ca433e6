// All years of the archive, as bars and as figures.

import { definePage } from "../../scripts/site/define-page.ts";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { YearTable } from "../components/YearTable.tsx";

export default definePage("years", (page, view) => {
  const { t } = page;
  return (
    <Document page={page} kind="years" title={t["years.title"]} description={t["years.lead"]}>
      <PageHeading title={t["years.title"]} lead={view.years.length > 0 ? t["years.lead"] : undefined} />
      {view.years.length === 0 ? <EmptyState text={t["years.empty"]} /> : <YearTable page={page} years={view.years} />}
    </Document>
  );
});
