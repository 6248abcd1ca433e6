// The posts of one year, or those without a date.

import { definePage } from "../../scripts/site/define-page.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { MonthNav } from "../components/MonthNav.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { PostList } from "../components/PostList.tsx";
import { YearStrip } from "../components/YearStrip.tsx";
import { writePageTitle } from "../page-title.ts";

export default definePage("year", (page, view) => {
  const { t, language } = page;
  const isUndated = view.year === "undated";
  const title = isUndated ? t["year.undatedTitle"] : view.year;
  const inMonths = view.months.reduce((sum, month) => sum + month.count, 0);
  const withoutMonth = view.months.length === 0 ? 0 : view.paging.itemCount - inMonths;
  const count = fillCount(t, language, "conversations", view.paging.itemCount);
  return (
    <Document
      page={page}
      kind="year"
      title={writePageTitle(page, title, view.paging)}
      description={`${title}: ${count}`}
    >
      <PageHeading
        kicker={t["years.year"]}
        title={title}
        lead={isUndated ? `${count}. ${t["year.undatedLead"]}` : count}
      />
      {view.years.length > 1 && (
        <nav class="year-nav" aria-label={t["years.title"]}>
          <YearStrip page={page} years={view.years} current={view.year} />
        </nav>
      )}
      <MonthNav page={page} year={{ label: view.year, path: page.path }} months={view.months} />
      {withoutMonth > 0 && <p class="section-lead">{fillCount(t, language, "months.without", withoutMonth)}</p>}
      <PostList page={page} list={view} emptyText={t["year.empty"]} />
    </Document>
  );
});
