// The nameplate of the front page: the archive's name, what it is, how much it holds.

import type { ArchiveCounts, PageContext } from "../../scripts/site/view.ts";
import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { Mark } from "./Mark.tsx";

interface MastheadProps {
  readonly page: PageContext;
  readonly counts: ArchiveCounts;
  readonly description?: string | undefined;
}

/** Draws the nameplate with the page's h1. */
export function Masthead({ page, counts, description }: MastheadProps) {
  const { t, language } = page;
  const figures = [
    fillCount(t, language, "conversations", counts.posts),
    fillCount(t, language, "comments", counts.comments),
    ...(counts.sources > 0 ? [fillCount(t, language, "sources", counts.sources)] : []),
    ...writeSpan(page, counts),
  ];
  return (
    <header class="masthead">
      <Mark />
      <h1>{page.siteTitle}</h1>
      {description !== undefined && <p class="masthead-description">{description}</p>}
      {counts.posts > 0 && (
        <ul class="masthead-figures">
          {figures.map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
      )}
    </header>
  );
}

function writeSpan(page: PageContext, { firstYear, lastYear }: ArchiveCounts): readonly string[] {
  if (firstYear === undefined || lastYear === undefined) return [];
  if (firstYear === lastYear) return [String(firstYear)];
  return [fill(page.t["home.span"], { first: String(firstYear), last: String(lastYear) })];
}
