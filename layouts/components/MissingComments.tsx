// Conversations of which fewer comments were found than their source declared, largest gap first.

import type { PageContext } from "../../scripts/site/view.ts";
import type { MissingView } from "../../scripts/site/ways-in/views.ts";
import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { FiguresTable } from "./FiguresTable.tsx";
import { Paging } from "./Paging.tsx";
import { PostLink } from "./PostLink.tsx";
import { PublishedDate } from "./PublishedDate.tsx";

/** Draws one page of the list, and says how many there are. */
export function MissingComments({ page, view }: { readonly page: PageContext; readonly view: MissingView }) {
  const { t, language } = page;
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t["missing.gaps"]}</h2>
      <p class="section-text">{writeExtent(page, view)}</p>
      {view.gaps.length > 0 && (
        <FiguresTable
          page={page}
          label={t["missing.gapsTable"]}
          columns={[t["missing.conversation"], t["missing.gap"], t["statistics.declared"], t["statistics.found"]]}
          rows={view.gaps.map((gap) => ({
            key: gap.path,
            name: (
              <>
                <PostLink page={page} post={gap} />{" "}
                <span class="row-note">
                  <PublishedDate date={gap.date} language={language} detail="day" />
                </span>
              </>
            ),
            figures: [gap.declared - gap.found, gap.declared, gap.found],
          }))}
        />
      )}
      <Paging page={page} paging={view.paging} />
    </section>
  );
}

function writeExtent({ t, language }: PageContext, { declared, paging }: MissingView): string {
  if (declared.conversations === 0) return t["missing.gapsUntold"];
  if (paging.itemCount === 0) return t["missing.gapsNone"];
  const conversations = fillCount(t, language, "conversations", paging.itemCount);
  return fill(t["missing.gapsText"], { conversations });
}
