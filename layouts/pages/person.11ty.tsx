// One author, or one person whom an editor recorded under several names: posts, then comments.

import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import type { PersonView } from "../../scripts/site/ways-in/views.ts";
import { fill, fillCount, getLocale } from "../../scripts/strings/fill.ts";
import { CommentCards } from "../components/CommentCards.tsx";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Paging } from "../components/Paging.tsx";
import { CardList } from "../components/PostList.tsx";
import { Words } from "../components/Words.tsx";
import { writePageTitle } from "../page-title.ts";
import { webAddress } from "../web-address.ts";

export default definePage("person", (page, view) => {
  const { t, language } = page;
  const { name, postCount, commentCount } = view;
  const counts = [
    ...(postCount > 0 ? [fillCount(t, language, "conversations", postCount)] : []),
    ...(commentCount > 0 ? [fillCount(t, language, "comments", commentCount)] : []),
  ].join(", ");
  const kicker = t[postCount > 0 ? "person.kicker" : "person.kickerCommenter"];
  return (
    <Document
      page={page}
      kind="person"
      title={writePageTitle(page, name, view.paging)}
      description={counts === "" ? name : `${name}: ${counts}`}
      isHidden={view.isHidden}
    >
      <PageHeading kicker={kicker} title={<bdi>{name}</bdi>} lead={counts === "" ? undefined : counts} />
      {view.paging.number === 1 && <Record page={page} view={view} />}
      {counts === "" && <EmptyState text={t["person.nothing"]} />}
      {view.posts.length > 0 && (
        <section class="person-posts" aria-labelledby="posts">
          <h2 id="posts">{t["person.posts"]}</h2>
          <CardList page={page} posts={view.posts} level={3} />
        </section>
      )}
      {view.comments.length > 0 && (
        <section class="person-comments" aria-labelledby="comments">
          <h2 id="comments">{t["person.comments"]}</h2>
          {view.names.length === 0 && <p class="section-lead">{t["person.onlyOwn"]}</p>}
          <CommentCards page={page} comments={view.comments} level={3} />
        </section>
      )}
      <Paging page={page} paging={view.paging} />
    </Document>
  );
});

/** Draws what an editor recorded: other names, an address, a note; nothing for an author of whom nothing is recorded. */
function Record({ page, view }: { readonly page: PageContext; readonly view: PersonView }) {
  const { t, language } = page;
  const address = webAddress(view.url);
  const names = new Intl.ListFormat(getLocale(language), { type: "conjunction" }).format(view.names);
  if (view.names.length === 0 && address === undefined && view.html === "") return null;
  return (
    <div class="person-record">
      {view.names.length > 0 && (
        <>
          <p>{fill(t["person.names"], { names })}</p>
          <p class="row-note">{t["person.namesAbout"]}</p>
        </>
      )}
      {view.html !== "" && (
        <div class="prose person-note" lang={view.noteLang} dangerouslySetInnerHTML={{ __html: view.html }} />
      )}
      {address !== undefined && (
        <p>
          <Words
            text={t["person.url"]}
            values={{
              link: (
                <a href={address} rel="nofollow ugc noopener">
                  {address}
                </a>
              ),
            }}
          />
        </p>
      )}
    </div>
  );
}
