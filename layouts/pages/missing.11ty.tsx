// What is missing, as far as the archive knows.

import { definePage } from "../../scripts/site/define-page.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import type { MissingView } from "../../scripts/site/ways-in/views.ts";
import { Document } from "../components/Document.tsx";
import { LedgerReasons } from "../components/LedgerReasons.tsx";
import { MissingComments } from "../components/MissingComments.tsx";
import { MissingFiles } from "../components/MissingFiles.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { UnknownFigures } from "../components/UnknownFigures.tsx";
import { Words } from "../components/Words.tsx";
import { countSkipped, LEDGER_GROUPS } from "../ledger-groups.ts";
import { writePageTitle } from "../page-title.ts";

interface MissingProps {
  readonly page: PageContext;
  readonly view: MissingView;
}

export default definePage("missing", (page, view) => {
  const { t } = page;
  const isFirst = view.paging.number === 1;
  return (
    <Document
      page={page}
      kind="missing"
      title={writePageTitle(page, t["missing.title"], view.paging)}
      description={t["missing.lead"]}
    >
      <PageHeading title={t["missing.title"]} lead={t["missing.lead"]} />
      <div class="missing">
        <MissingComments page={page} view={view} />
        {isFirst && (
          <>
            <UnknownFigures page={page} view={view} />
            <MissingFiles page={page} view={view} />
            <LeftOut page={page} view={view} />
            <Look page={page} view={view} />
          </>
        )}
      </div>
    </Document>
  );
});

/** Draws what imports left out, a source at a time. */
function LeftOut({ page, view }: MissingProps) {
  const { t } = page;
  const ledgers = view.ledgers.filter(({ ledger }) => LEDGER_GROUPS.some((group) => countSkipped(ledger[group]) > 0));
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">{t["missing.leftOut"]}</h2>
      <p class="section-text">{t[ledgers.length === 0 ? "missing.leftOutNone" : "missing.leftOutText"]}</p>
      {ledgers.map(({ source, ledger }) => (
        <div key={source.path} class="missing-source">
          <h3>
            <a href={page.href(source.path)}>{source.label}</a>
          </h3>
          <LedgerReasons page={page} ledger={ledger} />
        </div>
      ))}
    </section>
  );
}

/** Draws what no export tells. */
function Look({ page, view }: MissingProps) {
  const { t } = page;
  const sources = view.notes.map((note, index) => (
    <span key={note.path}>
      {index > 0 && ", "}
      <a href={page.href(note.path)}>{note.label}</a>
    </span>
  ));
  return (
    <section aria-labelledby="look">
      <h2 id="look">{t["missing.look"]}</h2>
      <p class="section-text">{t["missing.lookText"]}</p>
      {view.notes.length > 0 && (
        <p class="section-text">
          <Words text={t["missing.lookNotes"]} values={{ sources }} />
        </p>
      )}
      <p class="section-text">{t["missing.lookUnknown"]}</p>
      <p class="section-text">
        <Words
          text={t["missing.figures"]}
          values={{ link: <a href={page.href(page.paths.statistics)}>{t["nav.statistics"]}</a> }}
        />
      </p>
    </section>
  );
}
