// The search page. assets/search.ts fills it; without script it shows the other ways in.

import { definePage } from "../../scripts/site/define-page.ts";
import { Document } from "../components/Document.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { SearchForm } from "../components/SearchForm.tsx";
import { WaysIn } from "../components/WaysIn.tsx";

export default definePage("search", (page, view) => {
  const { t } = page;
  return (
    <Document
      page={page}
      kind="search"
      title={t["search.title"]}
      description={t["search.lead"]}
      hasWasm
      script={page.assets.search}
    >
      <PageHeading title={t["search.title"]} lead={t["search.lead"]} />
      <SearchForm page={page} id="search-form" hasVisibleLabel />
      <div id="search" data-bundle={page.href(view.bundle)} data-base={page.href(view.base)}>
        <p id="search-status" role="status" aria-live="polite" />
        <ol class="search-results" aria-label={t["search.results"]} />
        <button id="search-more" type="button" hidden>
          {t["search.more"]}
        </button>
      </div>
      <noscript>
        <p>{t["search.noScript"]}</p>
        <WaysIn page={page} />
      </noscript>
    </Document>
  );
});
