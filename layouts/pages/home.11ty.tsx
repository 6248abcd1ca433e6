// The front page of one language: what is here, and the ways in.

import { definePage } from "../../scripts/site/define-page.ts";
import type { HomeView, PageContext } from "../../scripts/site/view.ts";
import { CountedLinks } from "../components/CountedLinks.tsx";
import { Document } from "../components/Document.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { Masthead } from "../components/Masthead.tsx";
import { CardList } from "../components/PostList.tsx";
import { SourceList } from "../components/SourceList.tsx";
import { YearStrip } from "../components/YearStrip.tsx";

export default definePage("home", (page, view) => {
  const description = page.settings.description[page.language];
  return (
    <Document page={page} kind="home" {...(description !== undefined && { description })}>
      <Masthead page={page} counts={view.counts} description={description} />
      {view.newest.length === 0 ? (
        <EmptyState text={page.t["home.empty"]} more={page.t["home.emptyHow"]} />
      ) : (
        <HomeSections page={page} view={view} />
      )}
    </Document>
  );
});

function HomeSections({ page, view }: { readonly page: PageContext; readonly view: HomeView }) {
  const { t, paths } = page;
  return (
    <>
      <section class="home-years" aria-labelledby="years">
        <h2 id="years">{t["home.years"]}</h2>
        <YearStrip page={page} years={view.years} />
        {page.has("statistics") && (
          <p class="more">
            <a href={page.href(`${paths.statistics}#timeline`)}>{t["home.months"]}</a>
          </p>
        )}
      </section>
      <div class="home-columns">
        <section class="home-newest h-feed" aria-labelledby="newest">
          <h2 id="newest" class="p-name">
            {t["home.newest"]}
          </h2>
          <CardList page={page} posts={view.newest} level={3} />
          <p class="more">
            <a href={page.href(paths.years)}>{t["home.allYears"]}</a>{" "}
            {page.has("comments") && <a href={page.href(paths.comments)}>{t["nav.comments"]}</a>}
          </p>
        </section>
        <div class="home-side">
          {view.mostDiscussed.length > 0 && (
            <section class="home-discussed" aria-labelledby="discussed">
              <h2 id="discussed">{t["home.mostDiscussed"]}</h2>
              <CardList page={page} posts={view.mostDiscussed} level={3} isBrief />
            </section>
          )}
          {view.topics.length > 0 && (
            <section aria-labelledby="topics">
              <h2 id="topics">{t["home.topics"]}</h2>
              <CountedLinks page={page} links={view.topics} isRunning />
              <p class="more">
                <a href={page.href(paths.topics)}>{t["home.allTopics"]}</a>
              </p>
            </section>
          )}
          {view.sources.length > 0 && (
            <section aria-labelledby="sources">
              <h2 id="sources">{t["home.sources"]}</h2>
              <SourceList page={page} sources={view.sources} level={3} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}
