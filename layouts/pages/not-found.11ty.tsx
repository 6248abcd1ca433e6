// What a missing address shows, in every language of the interface: nobody knows which one the reader came for.

import { definePage } from "../../scripts/site/define-page.ts";
import { getStrings, LANGUAGES } from "../../scripts/strings/index.ts";
import { Document } from "../components/Document.tsx";
import { WaysIn } from "../components/WaysIn.tsx";

export default definePage("not-found", (page) => {
  const others = LANGUAGES.filter((language) => language !== page.language);
  return (
    <Document page={page} kind="not-found" title={page.t["notFound.title"]} isHidden>
      <header class="page-heading">
        <p class="kicker">404</p>
        <h1>{page.t["notFound.title"]}</h1>
        <p class="lead">{page.t["notFound.text"]}</p>
      </header>
      <h2>{page.t["notFound.ways"]}</h2>
      <WaysIn page={page} />
      {others.map((language) => {
        const t = getStrings(language);
        const home = page.languageSwitch.find((choice) => choice.language === language);
        return (
          <section key={language} class="in-other-language" lang={language}>
            <h2>{t["notFound.title"]}</h2>
            <p>{t["notFound.text"]}</p>
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
