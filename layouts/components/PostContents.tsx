// The table of contents of a long post.

import type { Heading, PageContext } from "../../scripts/site/view.ts";

/** Entries up to which the list is shown at once; a longer one would stand between reader and text. */
const MAX_OPEN = 8;

interface PostContentsProps {
  readonly page: PageContext;
  readonly headings: readonly Heading[];
  /** BCP 47 code of the text. */
  readonly lang: string;
}

/** Draws the list; nothing for a text that needs none. */
export function PostContents({ page: { t }, headings, lang }: PostContentsProps) {
  if (headings.length === 0) return null;
  const count = headings.reduce((sum, { children }) => sum + 1 + children.length, 0);
  return (
    <nav class="post-contents" aria-label={t["post.contents"]}>
      <details open={count <= MAX_OPEN}>
        <summary>{t["post.contents"]}</summary>
        <HeadingList headings={headings} lang={lang} />
      </details>
    </nav>
  );
}

function HeadingList({ headings, lang }: { readonly headings: readonly Heading[]; readonly lang?: string }) {
  return (
    <ol lang={lang}>
      {headings.map(({ id, label, children }) => (
        <li key={id}>
          <a href={`#${encodeURIComponent(id)}`}>{label}</a>
          {children.length > 0 && <HeadingList headings={children} />}
        </li>
      ))}
    </ol>
  );
}
