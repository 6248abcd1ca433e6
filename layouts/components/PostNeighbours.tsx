// The way to the posts before and after, in time, and in the same source where that is another way.

import type { Link, PageContext, PostView } from "../../scripts/site/view.ts";
import { NameLink } from "./NameLink.tsx";
import { Words } from "./Words.tsx";

interface PostNeighboursProps {
  readonly page: PageContext;
  readonly view: Pick<PostView, "newer" | "older" | "inSource" | "source">;
}

/** Draws the links; nothing for the only post of an archive. */
export function PostNeighbours({ page, view: { newer, older, inSource, source } }: PostNeighboursProps) {
  const { t } = page;
  if (older === undefined && newer === undefined) return null;
  return (
    <nav class="post-neighbours" aria-label={t["post.neighbours"]}>
      <Pair page={page} newer={newer} older={older} />
      {inSource !== undefined && source !== undefined && (
        <>
          <p class="neighbours-source">
            <Words text={t["post.neighboursInSource"]} values={{ source: <NameLink page={page} to={source} /> }} />
          </p>
          <Pair page={page} newer={inSource.newer} older={inSource.older} />
        </>
      )}
    </nav>
  );
}

interface PairProps {
  readonly page: PageContext;
  readonly older?: Link | undefined;
  readonly newer?: Link | undefined;
}

function Pair({ page, older, newer }: PairProps) {
  return (
    <div class="neighbour-pair">
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
    </div>
  );
}
