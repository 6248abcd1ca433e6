// The posts of one author.

import { definePage } from "../../scripts/site/define-page.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { PostList } from "../components/PostList.tsx";
import { writePageTitle } from "../page-title.ts";

export default definePage("person", (page, view) => {
  const { t, language } = page;
  const count = fillCount(t, language, "conversations", view.paging.itemCount);
  return (
    <Document
      page={page}
      kind="person"
      title={writePageTitle(page, view.name, view.paging)}
      description={`${view.name}: ${count}`}
    >
      <PageHeading kicker={t["person.kicker"]} title={view.name} lead={count} />
      <PostList page={page} list={view} emptyText={t["person.empty"]} />
    </Document>
  );
});
