// Those who wrote posts and those who wrote comments, A–Ö.

import { definePage } from "../../scripts/site/define-page.ts";
import type { CountedLink, PageContext } from "../../scripts/site/view.ts";
import { fillCount, formatNumber, type PluralSubject } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { NameGroups } from "../components/NameGroups.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Paging } from "../components/Paging.tsx";
import { writePageTitle } from "../page-title.ts";

export default definePage("people", (page, view) => {
  const { t } = page;
  const isEmpty = view.authors.length === 0 && view.commenters.length === 0;
  return (
    <Document page={page} kind="people" title={writePageTitle(page, t["people.title"], view.paging)}>
      <PageHeading title={t["people.title"]} />
      {isEmpty && <EmptyState text={t["people.empty"]} />}
      {view.authors.length > 0 && (
        <section aria-labelledby="authors">
          <h2 id="authors">{t["people.authors"]}</h2>
          <NameGroups
            items={view.authors}
            nameOf={(author) => author.label}
            draw={(author) => <Author page={page} author={author} />}
            language={page.language}
            otherLabel={t["people.otherLetters"]}
          />
        </section>
      )}
      {view.commenters.length > 0 && (
        <section aria-labelledby="commenters">
          <h2 id="commenters">{t["people.commenters"]}</h2>
          <p class="section-lead">{t["people.commentersAbout"]}</p>
          <NameGroups
            items={view.commenters}
            nameOf={(commenter) => commenter.name}
            draw={(commenter) => (
              <>
                {commenter.name} <Count page={page} subject="comments" count={commenter.count} />
              </>
            )}
            language={page.language}
            otherLabel={t["people.otherLetters"]}
          />
        </section>
      )}
      <Paging page={page} paging={view.paging} />
    </Document>
  );
});

function Author({ page, author }: { readonly page: PageContext; readonly author: CountedLink }) {
  return (
    <>
      <a href={page.href(author.path)}>{author.label}</a> <Count page={page} subject="posts" count={author.count} />
    </>
  );
}

interface CountProps {
  readonly page: PageContext;
  readonly subject: PluralSubject;
  readonly count: number;
}

function Count({ page, subject, count }: CountProps) {
  return (
    <span class="count">
      <span aria-hidden="true">{formatNumber(count, page.language)}</span>
      <span class="visually-hidden">({fillCount(page.t, page.language, subject, count)})</span>
    </span>
  );
}
