// Says that what follows is made up.

import type { PageContext } from "../../scripts/site/view.ts";

/** Draws the notice that stands on every page with sample content. */
export function SampleNotice({ page }: { readonly page: PageContext }) {
  return (
    <aside class="sample-notice" aria-label={page.t["page.sampleLabel"]}>
      <p>
        <strong>{page.t["page.sampleLabel"]}</strong> {page.t["page.sample"]}
      </p>
    </aside>
  );
}
