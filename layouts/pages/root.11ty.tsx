// The chooser at `/`: both languages side by side. assets/start.ts remembers the choice; the links work without it.

import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { getStrings, LANGUAGES, type Language } from "../../scripts/strings/index.ts";
import { Head } from "../components/Head.tsx";
import { Mark } from "../components/Mark.tsx";
import { SampleNotice } from "../components/SampleNotice.tsx";

export default definePage("root", (page) => (
  <html lang={page.language}>
    <Head page={page} description={page.settings.description[page.language] ?? ""} script={page.assets.start} />
    <body class="page-root">
      {page.settings.sample && <SampleNotice page={page} languages={LANGUAGES} />}
      <main id="main">
        <h1 class="root-title">
          <Mark />
          {LANGUAGES.map((language) => (
            <span key={language} lang={language}>
              {page.settings.title[language] ?? page.siteTitle}
            </span>
          ))}
        </h1>
        <div class="root-choices" id="choose">
          {LANGUAGES.map((language) => (
            <Choice key={language} page={page} language={language} />
          ))}
        </div>
      </main>
    </body>
  </html>
));

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
