// The heading of a page that is not a post: what kind of thing it is, its name, a sentence.

import type { ComponentChildren } from "preact";

interface PageHeadingProps {
  /** A word above the name: "Topic". */
  readonly kicker?: string;
  readonly title: ComponentChildren;
  readonly lead?: ComponentChildren;
}

/** Draws the page's one h1; it names the h-feed of a list. */
export function PageHeading({ kicker, title, lead }: PageHeadingProps) {
  return (
    <header class="page-heading">
      {kicker !== undefined && <p class="kicker">{kicker}</p>}
      <h1 class="p-name">{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
    </header>
  );
}
