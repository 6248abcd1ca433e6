// Names with a number of posts each: topics, authors.

import type { CountedLink, PageContext } from "../../scripts/site/view.ts";
import { fillCount, formatNumber } from "../../scripts/strings/fill.ts";

interface CountedLinksProps {
  readonly page: PageContext;
  readonly links: readonly CountedLink[];
  /** Set as running text rather than in columns. */
  readonly isRunning?: boolean;
}

/** Draws the list in the order given. */
export function CountedLinks({ page, links, isRunning }: CountedLinksProps) {
  return (
    <ul class={isRunning ? "counted-links is-running" : "counted-links"}>
      {links.map((link) => (
        <li key={link.path}>
          <a href={page.href(link.path)}>{link.label}</a>{" "}
          <span class="count">
            <span aria-hidden="true">{formatNumber(link.count, page.language)}</span>
            <span class="visually-hidden">({fillCount(page.t, page.language, "posts", link.count)})</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
