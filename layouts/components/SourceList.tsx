// The sources of the archive, each with what it gave.

import type { PageContext, SourceCard } from "../../scripts/site/view.ts";
import { fillCount } from "../../scripts/strings/fill.ts";
import { namePlatform } from "../platform-name.ts";

interface SourceListProps {
  readonly page: PageContext;
  readonly sources: readonly SourceCard[];
  readonly level: 2 | 3;
}

/** Draws the list. */
export function SourceList({ page, sources, level }: SourceListProps) {
  const { t, language } = page;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul class="source-list">
      {sources.map((card) => (
        <li key={card.path}>
          <Heading class="source-name">
            <a href={page.href(card.path)}>{card.label}</a>
          </Heading>
          <p class="source-figures">
            {fillCount(t, language, "posts", card.posts)}, {fillCount(t, language, "comments", card.comments)}
          </p>
          <p class="source-origin">
            {[namePlatform(card.source.platform, t), hostOf(card.source.url)].filter(Boolean).join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}
