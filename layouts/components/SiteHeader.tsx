// The head of the page for readers: the archive's name, the ways in, search, languages.

import type { PageContext } from "../../scripts/site/view.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Mark } from "./Mark.tsx";
import { SearchForm } from "./SearchForm.tsx";

interface SiteHeaderProps {
  readonly page: PageContext;
  /** On the front page the name stands large in the page itself. */
  readonly isHome: boolean;
  readonly hasSearchForm: boolean;
}

/** Draws the header. */
export function SiteHeader({ page, isHome, hasSearchForm }: SiteHeaderProps) {
  return (
    <header class="site-header">
      {!isHome && (
        <p class="site-title">
          <a href={page.href(page.paths.home)}>
            <Mark />
            <span>{page.siteTitle}</span>
          </a>
        </p>
      )}
      <LanguageSwitch page={page} />
      <SiteNav page={page} />
      {hasSearchForm && <SearchForm page={page} id="site-search" />}
    </header>
  );
}

function SiteNav({ page }: { readonly page: PageContext }) {
  const { t, paths } = page;
  const links = (["years", "topics", "people", "sources", "about"] as const)
    .filter(page.has)
    .map((name) => ({ path: paths[name], label: t[`nav.${name}`] }));
  return (
    <nav class="site-nav" aria-label={t["nav.label"]}>
      <ul>
        {links.map(({ path, label }) => (
          <li key={path}>
            <a href={page.href(path)} aria-current={path === page.path ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
