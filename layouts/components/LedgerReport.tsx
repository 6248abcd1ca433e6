// The account of an import for readers: what was read, what was written, what was left out and why.

import type { Ledger, Tally } from "../../scripts/archive/model.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import type { Strings } from "../../scripts/strings/index.ts";
import { describeReason } from "../describe-reason.ts";
import { LedgerContent } from "./LedgerContent.tsx";
import { Words } from "./Words.tsx";

const GROUPS = ["posts", "pages", "comments", "other"] as const;

/** Draws the ledger. A reason that has no words of ours is shown as it is called in the file. */
export function LedgerReport({ page, ledger }: { readonly page: PageContext; readonly ledger: Ledger }) {
  const { t } = page;
  const hasSkipped = GROUPS.some((group) => countSkipped(ledger[group]) > 0);
  return (
    <section class="ledger" aria-labelledby="ledger">
      <h2 id="ledger">{t["ledger.title"]}</h2>
      <p>{t["ledger.about"]}</p>
      <LedgerCounts page={page} ledger={ledger} />
      <p class={ledger.balanced ? "ledger-verdict" : "ledger-verdict is-unbalanced"}>
        {t[ledger.balanced ? "ledger.balanced" : "ledger.unbalanced"]} {t["ledger.format"]}:{" "}
        <code>{ledger.format}</code>.
      </p>
      {hasSkipped && <LedgerReasons page={page} ledger={ledger} />}
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
  const groups = GROUPS.filter((group) => ledger[group].read > 0 || group === "posts" || group === "comments");
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

function LedgerReasons({ page, ledger }: LedgerProps) {
  const { t, language } = page;
  return (
    <>
      <h3>{t["ledger.reasons"]}</h3>
      <dl class="reasons">
        {GROUPS.filter((group) => countSkipped(ledger[group]) > 0).map((group) => (
          <div key={group}>
            <dt>{t[`ledger.${group}`]}</dt>
            {Object.entries(ledger[group].skipped).map(([reason, count]) => (
              <dd key={reason}>
                <Reason reason={reason} t={t} /> <span class="count">{formatNumber(count, language)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}

function Reason({ reason, t }: { readonly reason: string; readonly t: Strings }) {
  const { text, name } = describeReason(reason, t);
  return <span>{name === undefined ? text : <Words text={text} values={{ name: <code>{name}</code> }} />}</span>;
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

function countSkipped(tally: Tally): number {
  return Object.values(tally.skipped).reduce((sum, count) => sum + count, 0);
}
