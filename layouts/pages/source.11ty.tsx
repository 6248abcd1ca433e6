// One source: what it is, the account of its import, its posts.

import { definePage } from "../../scripts/site/define-page.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { LedgerReport } from "../components/LedgerReport.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { PostList } from "../components/PostList.tsx";
import { ReferenceFiles } from "../components/ReferenceFiles.tsx";
import { SourceFacts } from "../components/SourceFacts.tsx";
import { writePageTitle } from "../page-title.ts";

export default definePage("source", (page, view) => {
  const { t, language } = page;
  const { source } = view;
  const title = source.title ?? source.id;
  const isFirst = view.paging.number === 1;
  const figures = [
    fillCount(t, language, "conversations", view.paging.itemCount),
    fillCount(t, language, "comments", view.commentCount),
  ].join(", ");
  return (
    <Document
      page={page}
      kind="source"
      title={writePageTitle(page, title, view.paging)}
      description={`${title}: ${figures}`}
      isSample={source.id === "sample"}
    >
      <PageHeading kicker={t["source.kicker"]} title={title} lead={figures} />
      {isFirst && (
        <div class="source-account">
          {view.html !== "" && (
            <div class="prose source-notes" lang={source.lang} dangerouslySetInnerHTML={{ __html: view.html }} />
          )}
          <SourceFacts page={page} source={source} />
          {source.ledger !== undefined && <LedgerReport page={page} ledger={source.ledger} />}
        </div>
      )}
      <section class="source-posts" aria-labelledby="posts">
        <h2 id="posts">{t["source.posts"]}</h2>
        {isFirst && view.references.length > 0 && <ReferenceFiles page={page} files={view.references} />}
        <PostList page={page} list={view} level={3} emptyText={t["source.empty"]} />
      </section>
    </Document>
  );
});
