// The posts of one month.

import { definePage } from "../../scripts/site/define-page.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { capitalize } from "../capitalize.ts";
import { Document } from "../components/Document.tsx";
import { MonthNav } from "../components/MonthNav.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { PostList } from "../components/PostList.tsx";
import { formatDate } from "../format-date.ts";
import { writePageTitle } from "../page-title.ts";

export default definePage("month", (page, view) => {
  const { t, language } = page;
  const title = capitalize(formatDate(view.month, language), language);
  const count = fillCount(t, language, "conversations", view.paging.itemCount);
  return (
    <Document
      page={page}
      kind="month"
      title={writePageTitle(page, title, view.paging)}
      description={`${title}: ${count}`}
    >
      <PageHeading kicker={t["months.kicker"]} title={title} lead={count} />
      <MonthNav page={page} year={view.year} months={view.months} current={view.month} />
      <PostList page={page} list={view} emptyText={t["months.empty"]} />
    </Document>
  );
});
