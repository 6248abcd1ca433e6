// The way to the posts before and after in time.

import type { Link, PageContext } from "../../scripts/site/view.ts";

interface PostNeighboursProps {
  readonly page: PageContext;
  readonly older?: Link | undefined;
  readonly newer?: Link | undefined;
}

/** Draws the two links; nothing for the only post of an archive. */
export function PostNeighbours({ page, older, newer }: PostNeighboursProps) {
  if (older === undefined && newer === undefined) return null;
  return (
    <nav class="post-neighbours" aria-label={page.t["post.neighbours"]}>
      {older !== undefined && (
        <a class="older" rel="prev" href={page.href(older.path)}>
          <span class="step">{page.t["post.older"]}</span> <span class="neighbour-title">{older.label}</span>
        </a>
      )}
      {newer !== undefined && (
        <a class="newer" rel="next" href={page.href(newer.path)}>
          <span class="step">{page.t["post.newer"]}</span> <span class="neighbour-title">{newer.label}</span>
        </a>
      )}
    </nav>
  );
}
