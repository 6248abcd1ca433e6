// The list of interface languages: this one as text, the others as links in their own words.

import type { PageContext } from "../../scripts/site/view.ts";
import { getStrings, LANGUAGES } from "../../scripts/strings/index.ts";
import { drawOnce } from "../draw-once.tsx";

/** Draws the language switch. It leads to the same page where that exists, else to the other language's front page. */
export function LanguageSwitch({ page }: { readonly page: PageContext }) {
  // Most posts have no translation, and lead to the same place.
  if (page.alternates.length > 0) return <Switch page={page} />;
  const on = ["languages", page.language, ...page.languageSwitch.map(({ path }) => page.href(path))];
  return drawOnce(on, () => <Switch page={page} />);
}

function Switch({ page }: { readonly page: PageContext }) {
  return (
    <nav class="language-switch" aria-label={page.t["language.label"]}>
      <ul>
        {LANGUAGES.map((language) => {
          const words = getStrings(language);
          const other = page.languageSwitch.find((choice) => choice.language === language);
          if (other === undefined) {
            return (
              <li key={language}>
                <span lang={language} aria-current="true">
                  {words["language.name"]}
                </span>
              </li>
            );
          }
          const isSamePage = page.alternates.some((alternate) => alternate.path === other.path);
          return (
            <li key={language}>
              <a
                href={page.href(other.path)}
                lang={language}
                hreflang={language}
                rel={isSamePage ? "alternate" : undefined}
              >
                <span aria-hidden="true">{words["language.name"]}</span>
                <span class="visually-hidden">{words[isSamePage ? "language.samePage" : "language.home"]}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
