// The way to the feed of what a page shows, for those who follow a topic or a source.

import type { PageContext } from "../../scripts/site/view.ts";
import { Words } from "./Words.tsx";

/** Draws it where the page has a feed of its own. */
export function FeedOfPage({ page }: { readonly page: PageContext }) {
  const feed = page.meta?.ownFeed;
  if (feed === undefined) return null;
  return (
    <p class="page-feed">
      <Words
        text={page.t["feed.follow"]}
        values={{
          feed: (
            <a href={page.href(feed.path)} type="application/atom+xml">
              {feed.label}
            </a>
          ),
        }}
      />
    </p>
  );
}
