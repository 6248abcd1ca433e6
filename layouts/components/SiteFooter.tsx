// The foot of every page: what this is, the data, whom to write to.

import type { MainPage } from "../../scripts/site/addresses.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { contactHref } from "../contact-href.ts";
import { nameStatement } from "../name-statement.ts";

/** Draws the footer. */
export function SiteFooter({ page }: { readonly page: PageContext }) {
  const { t, settings, paths } = page;
  // Where nobody is named yet, the page about the archive says so.
  const contact =
    contactHref(settings.contact) ?? (page.has("about") ? page.href(`${paths.about}#removal`) : undefined);
  const links: readonly (readonly [page: MainPage, label: string, fragment?: string])[] = [
    ["about", t["footer.about"]],
    ["accessibility", nameStatement(page)],
    ["statistics", t["nav.statistics"]],
    ["comments", t["nav.comments"]],
    ["missing", t["nav.missing"]],
    ["pages", t["nav.pages"]],
    ["about", t["footer.data"], "#data"],
  ];
  const feed = page.meta?.feeds.find((each) => each !== page.meta?.ownFeed);
  return (
    <footer class="site-footer">
      <nav aria-label={t["footer.label"]}>
        <ul>
          {links
            .filter(([name]) => page.has(name))
            .map(([name, label, fragment = ""]) => (
              <li key={label}>
                <a href={page.href(paths[name] + fragment)}>{label}</a>
              </li>
            ))}
          {feed !== undefined && (
            <li>
              <a href={page.href(feed.path)} type="application/atom+xml">
                {t["feed.link"]}
              </a>
            </li>
          )}
          {contact !== undefined && (
            <li>
              <a href={contact}>{t["footer.contact"]}</a>
            </li>
          )}
          {settings.repository !== undefined && (
            <li>
              <a href={settings.repository}>{t["footer.repository"]}</a>
            </li>
          )}
          <li>
            <a href={page.href("/#choose")}>{t["language.choose"]}</a>
          </li>
        </ul>
      </nav>
      <p class="made-with">{t["footer.madeWith"]}</p>
    </footer>
  );
}
