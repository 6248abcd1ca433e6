// What a missing address shows, in every language of the interface: nobody knows which one the reader came for.

import { mainPath } from "../../scripts/site/addresses.ts";
import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { fill } from "../../scripts/strings/fill.ts";
import { getStrings, LANGUAGES, type Language } from "../../scripts/strings/index.ts";
import { Document } from "../components/Document.tsx";
import { WaysIn } from "../components/WaysIn.tsx";

export default definePage("not-found", (page, view) => {
  const others = LANGUAGES.filter((language) => language !== page.language);
  return (
    <Document page={page} kind="not-found" title={page.t["notFound.title"]} isHidden script={page.assets.notFound}>
      <header class="page-heading">
        <p class="kicker">404</p>
        <h1>{page.t["notFound.title"]}</h1>
        <p class="lead">{page.t["notFound.text"]}</p>
      </header>
      <div
        data-base={page.href("/")}
        data-old-places={view.oldPlaces.map(({ prefix, map }) => `${prefix}|${map}`).join(" ")}
        role="status"
      >
        {LANGUAGES.map((language) => (
          <p key={language} lang={language} data-old-looking hidden>
            {getStrings(language)["oldAddress.looking"]}
          </p>
        ))}
        {LANGUAGES.map((language) => (
          <p key={language} lang={language} data-old-choice hidden>
            {getStrings(language)["oldAddress.choice"]}
          </p>
        ))}
      </div>
      <OldWords page={page} language={page.language} />
      <h2>{page.t["notFound.ways"]}</h2>
      <WaysIn page={page} />
      {others.map((language) => {
        const t = getStrings(language);
        const home = page.languageSwitch.find((choice) => choice.language === language);
        return (
          <section key={language} class="in-other-language" lang={language}>
            <h2>{t["notFound.title"]}</h2>
            <p>{t["notFound.text"]}</p>
            <OldWords page={page} language={language} />
            {home !== undefined && (
              <p>
                <a href={page.href(home.path)} hreflang={language}>
                  {t["language.home"]}
                </a>
              </p>
            )}
          </section>
        );
      })}
    </Document>
  );
});

/** Draws the offer to search for the words of the address; the script fills it in, because only the reader's browser knows the address. */
function OldWords({ page, language }: { readonly page: PageContext; readonly language: Language }) {
  if (!page.hasSearch) return null;
  const t = getStrings(language);
  return (
    <p hidden>
      <a href={page.href(mainPath(language, "search"))} data-search={fill(t["oldAddress.search"], { words: "…" })}>
        {t["search.title"]}
      </a>
    </p>
  );
}
