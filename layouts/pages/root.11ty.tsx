// The chooser at `/`: both languages side by side. assets/start.ts remembers the choice; the links work without it.

import { mainPath } from "../../scripts/site/addresses.ts";
import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { getStrings, LANGUAGES, type Language } from "../../scripts/strings/index.ts";
import { Head } from "../components/Head.tsx";
import { Mark } from "../components/Mark.tsx";
import { SampleNotice } from "../components/SampleNotice.tsx";
import { Words } from "../components/Words.tsx";

export default definePage("root", (page, view) => (
  <html lang={page.language}>
    <Head page={page} description={page.settings.description[page.language] ?? ""} script={page.assets.start} />
    <body class="page-root">
      <a class="skip-link" href="#main">
        {page.t["page.skip"]}
      </a>
      {page.settings.sample && <SampleNotice page={page} languages={LANGUAGES} />}
      <header class="root-header">
        <h1 class="root-title">
          <Mark />
          {LANGUAGES.map((language) => (
            <span key={language} lang={language}>
              {page.settings.title[language] ?? page.siteTitle}
            </span>
          ))}
        </h1>
      </header>
      <main id="main" tabindex={-1}>
        <nav
          id="choose"
          class="root-choices"
          aria-label={LANGUAGES.map((language) => getStrings(language)["root.title"]).join(" / ")}
        >
          {LANGUAGES.map((language) => (
            <Choice key={language} page={page} language={language} />
          ))}
        </nav>
        {view.oldMap !== undefined && <OldNumbers page={page} map={view.oldMap} />}
      </main>
      <footer class="root-footer">
        {LANGUAGES.map((language) => (
          <p key={language} lang={language}>
            {getStrings(language)["footer.madeWith"]}
          </p>
        ))}
      </footer>
    </body>
  </html>
));

/** What a reader sees who followed an old link such as `/?p=12` that could not be led on. */
function OldNumbers({ page, map }: { readonly page: PageContext; readonly map: string }) {
  const search = page.hasSearch ? { "data-search": page.href(mainPath(page.language, "search")) } : {};
  return (
    <div class="root-old" data-map={page.href(map)} data-base={page.href("/")} {...search}>
      {LANGUAGES.map((language) => {
        const t = getStrings(language);
        const target = mainPath(language, page.hasSearch ? "search" : "years");
        return (
          <div key={language} lang={language}>
            <p data-old-unknown hidden>
              {t["oldAddress.unknown"]}
            </p>
            <p data-old-choice hidden>
              {t["oldAddress.choice"]}
            </p>
            <noscript>
              <p>
                <Words
                  text={t["oldAddress.noScript"]}
                  values={{ search: <a href={page.href(target)}>{t["oldAddress.noScriptSearch"]}</a> }}
                />
              </p>
            </noscript>
          </div>
        );
      })}
    </div>
  );
}

function Choice({ page, language }: { readonly page: PageContext; readonly language: Language }) {
  const t = getStrings(language);
  return (
    <section class="root-choice" lang={language} aria-label={t["language.name"]}>
      <p>{page.settings.description[language] ?? t["root.lead"]}</p>
      <p>
        <a class="root-link" href={page.href(`/${language}/`)} hreflang={language} data-choice={language}>
          {t["root.enter"]}
        </a>
      </p>
    </section>
  );
}
