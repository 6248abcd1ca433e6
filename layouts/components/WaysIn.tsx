// The lists through which everything in the archive can be reached.

import type { PageContext } from "../../scripts/site/view.ts";

/** Draws links to topics, people, years and sources in the page's language. */
export function WaysIn({ page }: { readonly page: PageContext }) {
  const { t, paths } = page;
  const links = [
    { path: paths.topics, label: t["nav.topics"] },
    { path: paths.people, label: t["nav.people"] },
    { path: paths.years, label: t["nav.years"] },
    { path: paths.sources, label: t["nav.sources"] },
    { path: paths.comments, label: t["nav.comments"] },
  ];
  return (
    <ul class="ways-in">
      {links.map(({ path, label }) => (
        <li key={path}>
          <a href={page.href(path)}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
