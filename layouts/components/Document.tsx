// The whole HTML document around a page: head, skip link, header, main, footer.

import type { ComponentChildren } from "preact";
import type { PageContext } from "../../scripts/site/view.ts";
import { FeedOfPage } from "./FeedOfPage.tsx";
import { Head, type HeadProps } from "./Head.tsx";
import { SampleNotice } from "./SampleNotice.tsx";
import { SiteFooter } from "./SiteFooter.tsx";
import { SiteHeader } from "./SiteHeader.tsx";

interface DocumentProps extends HeadProps {
  /** The page's own kind, a class of the body: `post`, `home`. */
  readonly kind: string;
  /** The shown text comes from the sample source, also in an archive that is none. */
  readonly isSample?: boolean;
  readonly children: ComponentChildren;
}

/** Pages whose main part is a list of posts: an h-feed (https://microformats.org/wiki/h-feed), named by the heading. */
const FEED_KINDS: ReadonlySet<string> = new Set(["year", "month", "topic", "person", "source", "pages"]);

/** Draws the document of any page but the chooser at `/`. */
export function Document({ kind, isSample, children, ...head }: DocumentProps) {
  const page = head.page;
  return (
    <html lang={page.language}>
      <Head {...head} />
      <body class={`page-${kind}`}>
        <a class="skip-link" href="#main">
          {page.t["page.skip"]}
        </a>
        <SiteHeader page={page} isHome={kind === "home"} hasSearchForm={page.hasSearch && kind !== "search"} />
        {isSampleShown(page, isSample) && <SampleNotice page={page} />}
        <main id="main" class={FEED_KINDS.has(kind) ? "h-feed" : undefined} tabindex={-1}>
          {children}
          <FeedOfPage page={page} />
        </main>
        <SiteFooter page={page} />
      </body>
    </html>
  );
}

function isSampleShown(page: PageContext, isSample: boolean | undefined): boolean {
  return page.settings.sample || isSample === true;
}
