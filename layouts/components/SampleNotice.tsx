// Says that what follows is made up.

import type { PageContext } from "../../scripts/site/view.ts";
import { getStrings, type Language } from "../../scripts/strings/index.ts";

interface SampleNoticeProps {
  readonly page: PageContext;
  /** Languages to say it in; that of the page when absent. */
  readonly languages?: readonly Language[];
}

/** Draws the notice that stands on every page with sample content. */
export function SampleNotice({ page, languages = [page.language] }: SampleNoticeProps) {
  return (
    <aside class="sample-notice" aria-label={page.t["page.sampleLabel"]}>
      {languages.map((language) => (
        <p key={language} lang={language === page.language ? undefined : language}>
          <strong>{getStrings(language)["page.sampleLabel"]}</strong> {getStrings(language)["page.sample"]}
        </p>
      ))}
    </aside>
  );
}
