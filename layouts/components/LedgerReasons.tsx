// Why an import left records out, in words, with their numbers.

import type { Ledger } from "../../scripts/archive/ledger-model.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { formatNumber } from "../../scripts/strings/fill.ts";
import type { Strings } from "../../scripts/strings/index.ts";
import { describeReason } from "../describe-reason.ts";
import { countSkipped, LEDGER_GROUPS } from "../ledger-groups.ts";
import { Words } from "./Words.tsx";

/** Draws the reasons by group. One that has no words of ours is shown as it is called in the file. */
export function LedgerReasons({ page, ledger }: { readonly page: PageContext; readonly ledger: Ledger }) {
  const { t, language } = page;
  return (
    <dl class="reasons">
      {LEDGER_GROUPS.filter((group) => countSkipped(ledger[group]) > 0).map((group) => (
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
  );
}

function Reason({ reason, t }: { readonly reason: string; readonly t: Strings }) {
  const { text, name } = describeReason(reason, t);
  return <span>{name === undefined ? text : <Words text={text} values={{ name: <code>{name}</code> }} />}</span>;
}
