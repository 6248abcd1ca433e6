// Those who wrote posts and those who wrote comments, A–Ö.

import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import type { PeopleView } from "../../scripts/site/ways-in/views.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { LetterNav } from "../components/LetterNav.tsx";
import { NameCount } from "../components/NameCount.tsx";
import { NameGroups } from "../components/NameGroups.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Paging } from "../components/Paging.tsx";
import { writePageTitle } from "../page-title.ts";

export default definePage("people", (page, view) => {
  const { t } = page;
  const isEmpty = view.authors.length + view.recorded.length + view.commenters.length === 0;
  return (
    <Document
      page={page}
      kind="people"
      title={writePageTitle(page, t["people.title"], view.paging)}
      {...(page.hasSearch && view.commenters.length > 0 && { script: page.assets.people })}
    >
      <PageHeading title={t["people.title"]} />
      {isEmpty && <EmptyState text={t["people.empty"]} />}
      <LinkedNames page={page} id="authors" title={t["people.authors"]} names={view.authors} subject="posts" />
      <LinkedNames
        page={page}
        id="recorded"
        title={t["people.recorded"]}
        lead={t["people.recordedAbout"]}
        names={view.recorded}
        subject="comments"
      />
      {view.commenters.length > 0 && <Commenters page={page} view={view} />}
    </Document>
  );
});

interface LinkedNamesProps {
  readonly page: PageContext;
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly names: PeopleView["authors"];
  readonly subject: "posts" | "comments";
}

/** Draws the names of those who have a page; nothing when there are none. */
function LinkedNames({ page, id, title, lead, names, subject }: LinkedNamesProps) {
  if (names.length === 0) return null;
  return (
    <section class="name-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p class="section-lead">{lead}</p>}
      <NameGroups
        items={names}
        nameOf={({ label }) => label}
        draw={({ label, path, count }) => (
          <>
            <a href={page.href(path)}>
              <bdi>{label}</bdi>
            </a>{" "}
            <NameCount page={page} subject={subject} count={count} />
          </>
        )}
        language={page.language}
        otherLabel={page.t["people.otherLetters"]}
      />
    </section>
  );
}

/** Draws names without a page: plain text, which assets/people.ts links to the search where there is one. */
function Commenters({ page, view }: { readonly page: PageContext; readonly view: PeopleView }) {
  const { t, language, paths } = page;
  return (
    <section class="name-section" aria-labelledby="commenters">
      <h2 id="commenters">{t["people.commenters"]}</h2>
      <p class="section-lead">
        {fillCount(t, language, "people.names", view.paging.itemCount)}. {t["people.commentersAbout"]}
        {page.hasSearch && (
          <span class="search-hint" hidden>
            {" "}
            {t["people.searchAbout"]}
          </span>
        )}
      </p>
      <LetterNav page={page} letters={view.letters} />
      <div class="searchable-names" data-search={page.hasSearch ? page.href(paths.search) : undefined}>
        <NameGroups
          items={view.commenters}
          nameOf={({ name }) => name}
          draw={({ name, count }) => (
            <>
              <bdi>{name}</bdi> <NameCount page={page} subject="comments" count={count} />
            </>
          )}
          language={language}
          otherLabel={t["people.otherLetters"]}
          hasAnchors
        />
      </div>
      <Paging page={page} paging={view.paging} />
    </section>
  );
}
