// The account of an import for readers: what was read, what was written, what was left out and why.

import type { Ledger } from "../../scripts/archive/ledger-model.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import { countSkipped, LEDGER_GROUPS } from "../ledger-groups.ts";
import { LedgerContent } from "./LedgerContent.tsx";
import { LedgerReasons } from "./LedgerReasons.tsx";

/** Draws the ledger. A reason that has no words of ours is shown as it is called in the file. */
export function LedgerReport({ page, ledger }: { readonly page: PageContext; readonly ledger: Ledger }) {
  const { t } = page;
  const hasSkipped = LEDGER_GROUPS.some((group) => countSkipped(ledger[group]) > 0);
  return (
    <section class="ledger" aria-labelledby="ledger">
      <h2 id="ledger">{t["ledger.title"]}</h2>
      <p>{t["ledger.about"]}</p>
      <LedgerCounts page={page} ledger={ledger} />
      <p class={ledger.balanced ? "ledger-verdict" : "ledger-verdict is-unbalanced"}>
        {t[ledger.balanced ? "ledger.balanced" : "ledger.unbalanced"]} {t["ledger.format"]}:{" "}
        <code>{ledger.format}</code>.
      </p>
      {hasSkipped && (
        <>
          <h3>{t["ledger.reasons"]}</h3>
          <LedgerReasons page={page} ledger={ledger} />
        </>
      )}
      <LedgerContent page={page} ledger={ledger} />
      {ledger.problems.length > 0 && <LedgerProblems page={page} ledger={ledger} />}
    </section>
  );
}

interface LedgerProps {
  readonly page: PageContext;
  readonly ledger: Ledger;
}

function LedgerCounts({ page, ledger }: LedgerProps) {
  const { t, language } = page;
  const groups = LEDGER_GROUPS.filter((group) => ledger[group].read > 0 || group === "posts" || group === "comments");
  return (
    <table class="figures-table">
      <thead>
        <tr>
          <th scope="col">{t["ledger.kind"]}</th>
          <th scope="col">{t["ledger.read"]}</th>
          <th scope="col">{t["ledger.written"]}</th>
          <th scope="col">{t["ledger.skipped"]}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group}>
            <th scope="row">{t[`ledger.${group}`]}</th>
            <td>{formatNumber(ledger[group].read, language)}</td>
            <td>{formatNumber(ledger[group].written, language)}</td>
            <td>{formatNumber(countSkipped(ledger[group]), language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LedgerProblems({ page, ledger }: LedgerProps) {
  const { t, language } = page;
  return (
    <details class="ledger-problems">
      <summary>{fillCount(t, language, "ledger.problems", ledger.problems.length)}</summary>
      <ul>
        {ledger.problems.map((problem, index) => (
          <li key={index}>
            <strong>{t[`ledger.${problem.level}`]}</strong> <span class="problem-item">{problem.item}</span>:{" "}
            {problem.what}
          </li>
        ))}
      </ul>
    </details>
  );
}
