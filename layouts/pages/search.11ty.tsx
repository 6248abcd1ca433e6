// The search page. assets/search.ts fills it; without script it shows the other ways in.

import { definePage } from "../../scripts/site/define-page.ts";
import { Document } from "../components/Document.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { SearchForm } from "../components/SearchForm.tsx";
import { SearchHelp } from "../components/SearchHelp.tsx";
import { WaysIn } from "../components/WaysIn.tsx";

export default definePage("search", (page, view) => {
  const { t } = page;
  return (
    <Document
      page={page}
      kind="search"
      title={t["search.title"]}
      description={t["search.lead"]}
      script={page.assets.search}
    >
      <PageHeading title={t["search.title"]} lead={t["search.lead"]} />
      <SearchForm page={page} id="search-form" hasVisibleLabel />
      <SearchHelp page={page} />
      <noscript>
        <p>{t["search.noScript"]}</p>
        <WaysIn page={page} />
      </noscript>
      <div id="search" data-index={page.href(view.index)} data-base={page.href(view.base)}>
        <div class="search-head">
          <p id="search-status" role="status" aria-live="polite" />
          <p class="search-order" hidden>
            <label for="search-order">{t["search.order"]}</label>
            <select id="search-order" autocomplete="off">
              <option value="relevance">{t["search.order.relevance"]}</option>
              <option value="newest">{t["search.order.newest"]}</option>
              <option value="oldest">{t["search.order.oldest"]}</option>
            </select>
          </p>
          <a class="search-to-filters" href="#search-filters" hidden>
            {t["search.filters"]}
          </a>
        </div>
        <ul id="search-chosen" aria-label={t["search.chosen"]} hidden />
        <div class="search-found">
          <ol class="search-results" aria-label={t["search.results"]} />
          <nav id="search-paging" class="paging" aria-label={t["search.paging"]} />
          <div id="search-none" hidden>
            <div class="search-aid" />
            <p>{t["search.otherWays"]}</p>
            <WaysIn page={page} />
          </div>
        </div>
        <div id="search-tools" hidden>
          <details id="search-filters">
            <summary>{t["search.filters"]}</summary>
            <div class="search-facets" />
          </details>
        </div>
      </div>
    </Document>
  );
});
