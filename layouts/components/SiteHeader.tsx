// The head of the page for readers: the archive's name, the ways in, search, languages.

import type { PageContext } from "../../scripts/site/view.ts";
import { drawOnce } from "../draw-once.tsx";
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
  const { language } = page;
  const home = page.href(page.paths.home);
  const search = page.href(page.paths.search);
  return (
    <header class="site-header">
      {!isHome && drawOnce(["title", home, page.siteTitle], () => <SiteTitle title={page.siteTitle} href={home} />)}
      <LanguageSwitch page={page} />
      <SiteNav page={page} />
      {hasSearchForm && drawOnce(["search", language, search], () => <SearchForm page={page} id="site-search" />)}
    </header>
  );
}

function SiteTitle({ title, href }: { readonly title: string; readonly href: string }) {
  return (
    <p class="site-title">
      <a href={href}>
        <Mark />
        <span>{title}</span>
      </a>
    </p>
  );
}

function SiteNav({ page }: { readonly page: PageContext }) {
  const { t, paths, language } = page;
  const links = (["years", "topics", "people", "sources", "about"] as const).filter(page.has).map((name) => ({
    href: page.href(paths[name]),
    label: t[`nav.${name}`],
    isCurrent: paths[name] === page.path,
  }));
  const on = ["nav", language, ...links.map(({ href, isCurrent }) => (isCurrent ? `${href} here` : href))];
  return drawOnce(on, () => (
    <nav class="site-nav" aria-label={t["nav.label"]}>
      <ul>
        {links.map(({ href, label, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  ));
}
