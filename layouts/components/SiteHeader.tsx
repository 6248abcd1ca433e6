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
  const links = [
    { path: paths.years, label: t["nav.years"] },
    { path: paths.topics, label: t["nav.topics"] },
    { path: paths.people, label: t["nav.people"] },
    { path: paths.sources, label: t["nav.sources"] },
    { path: paths.about, label: t["nav.about"] },
  ];
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
