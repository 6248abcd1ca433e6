// The lists through which everything in the archive can be reached.

import type { PageContext } from "../../scripts/site/view.ts";

/** Draws links to topics, people, years and sources in the page's language. */
export function WaysIn({ page }: { readonly page: PageContext }) {
  const lists = ["topics", "people", "years", "sources", "comments"] as const;
  return (
    <ul class="ways-in">
      {lists.filter(page.has).map((list) => (
        <li key={list}>
          <a href={page.href(page.paths[list])}>{page.t[`nav.${list}`]}</a>
        </li>
      ))}
    </ul>
  );
}
