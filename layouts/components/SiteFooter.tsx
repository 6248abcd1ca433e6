// The foot of every page: what this is, the data, whom to write to.

import type { PageContext } from "../../scripts/site/view.ts";
import { contactHref } from "../contact-href.ts";
import { nameStatement } from "../name-statement.ts";

/** Draws the footer. */
export function SiteFooter({ page }: { readonly page: PageContext }) {
  const { t, settings, paths } = page;
  const contact = contactHref(settings.contact);
  const feed = page.meta?.feeds.find((each) => each !== page.meta?.ownFeed);
  return (
    <footer class="site-footer">
      <nav aria-label={t["footer.label"]}>
        <ul>
          <li>
            <a href={page.href(paths.about)}>{t["footer.about"]}</a>
          </li>
          <li>
            <a href={page.href(paths.accessibility)}>{nameStatement(page)}</a>
          </li>
          <li>
            <a href={page.href(paths.statistics)}>{t["nav.statistics"]}</a>
          </li>
          <li>
            <a href={page.href(paths.comments)}>{t["nav.comments"]}</a>
          </li>
          <li>
            <a href={page.href(paths.missing)}>{t["nav.missing"]}</a>
          </li>
          <li>
            <a href={page.href(paths.pages)}>{t["nav.pages"]}</a>
          </li>
          <li>
            <a href={page.href(`${paths.about}#data`)}>{t["footer.data"]}</a>
          </li>
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
