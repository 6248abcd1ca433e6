// The foot of every page: what this is, the data, whom to write to.

import type { MainPage } from "../../scripts/site/addresses.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { contactHref } from "../contact-href.ts";
import { drawOnce } from "../draw-once.tsx";
import { nameStatement } from "../name-statement.ts";

/** A link of the footer. */
interface FooterLink {
  readonly href: string;
  readonly label: string;
  /** Media type of what it leads to, when that is no page. */
  readonly type?: string;
}

/** Draws the footer. */
export function SiteFooter({ page }: { readonly page: PageContext }) {
  const { t, language } = page;
  const links = listLinks(page);
  return drawOnce(["footer", language, ...links.flatMap(({ href, label }) => [href, label])], () => (
    <footer class="site-footer">
      <nav aria-label={t["footer.label"]}>
        <ul>
          {links.map(({ href, label, type }) => (
            <li key={label}>
              <a href={href} type={type}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="made-with">{t["footer.madeWith"]}</p>
    </footer>
  ));
}

function listLinks(page: PageContext): readonly FooterLink[] {
  const { t, settings, paths } = page;
  const pages: readonly (readonly [page: MainPage, label: string, fragment?: string])[] = [
    ["about", t["footer.about"]],
    ["accessibility", nameStatement(page)],
    ["statistics", t["nav.statistics"]],
    ["comments", t["nav.comments"]],
    ["missing", t["nav.missing"]],
    ["pages", t["nav.pages"]],
    ["about", t["footer.data"], "#data"],
  ];
  const links: FooterLink[] = pages
    .filter(([name]) => page.has(name))
    .map(([name, label, fragment = ""]) => ({ href: page.href(paths[name] + fragment), label }));
  const feed = page.meta?.feeds.find(({ path }) => path !== page.meta?.ownFeed?.path);
  if (feed !== undefined)
    links.push({ href: page.href(feed.path), label: t["feed.link"], type: "application/atom+xml" });
  // Where nobody is named yet, the page about the archive says so.
  const contact =
    contactHref(settings.contact) ?? (page.has("about") ? page.href(`${paths.about}#removal`) : undefined);
  if (contact !== undefined) links.push({ href: contact, label: t["footer.contact"] });
  if (settings.repository !== undefined) links.push({ href: settings.repository, label: t["footer.repository"] });
  links.push({ href: page.href("/#choose"), label: t["language.choose"] });
  return links;
}
