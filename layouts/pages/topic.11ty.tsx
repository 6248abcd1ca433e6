// The posts on one topic.

import { definePage } from "../../scripts/site/define-page.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { PostList } from "../components/PostList.tsx";
import { writePageTitle } from "../page-title.ts";

export default definePage("topic", (page, view) => {
  const { t, language } = page;
  const count = fillCount(t, language, "conversations", view.paging.itemCount);
  return (
    <Document
      page={page}
      kind="topic"
      title={writePageTitle(page, view.topic, view.paging)}
      description={`${view.topic}: ${count}`}
    >
      <PageHeading kicker={t["topic.kicker"]} title={view.topic} lead={count} />
      <PostList page={page} list={view} emptyText={t["topic.empty"]} />
    </Document>
  );
});
