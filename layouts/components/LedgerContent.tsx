// The part of an import's account about what is in its texts: whether they say what the source said, where their links lead,
// which of their files are held.

import type { Fidelity, Ledger } from "../../scripts/archive/ledger-model.ts";
import type { PageContext } from "../../scripts/site/view.ts";
import { fillCount, formatNumber } from "../../scripts/strings/fill.ts";
import type { Strings } from "../../scripts/strings/index.ts";

const LINKS = ["rewritten", "unresolved", "ambiguous", "lists", "files"] as const;

/** Draws what the account tells of texts, links and files; nothing where it is an old one, which tells none of these. */
export function LedgerContent({ page, ledger }: { readonly page: PageContext; readonly ledger: Ledger }) {
  const { t } = page;
  const { fidelity, links, media } = ledger;
  if (fidelity === undefined && links === undefined && media === undefined) return null;
  return (
    <>
      <h3>{t["ledger.content"]}</h3>
      {fidelity !== undefined && <Proof page={page} fidelity={fidelity} />}
      {(links !== undefined || media !== undefined) && (
        <dl class="reasons">
          {links !== undefined && (
            <Counts
              page={page}
              title={t["ledger.links"]}
              counts={LINKS.map((kind) => [t[`ledger.link.${kind}`], links[kind]])}
            />
          )}
          {media !== undefined && (
            <Counts
              page={page}
              title={t["ledger.media"]}
              counts={[
                [t["ledger.media.held"], media.held],
                ...Object.entries(media.reasons).map(([state, count]) => [describeState(state, t), count] as const),
              ]}
            />
          )}
        </dl>
      )}
    </>
  );
}

function Proof({ page, fidelity }: { readonly page: PageContext; readonly fidelity: Fidelity }) {
  const { t, language } = page;
  const { compared, identical, different } = fidelity;
  return (
    <>
      <p>{fillCount(t, language, "ledger.proof", compared, { identical: formatNumber(identical, language) })}</p>
      {different.length > 0 && (
        <details class="ledger-problems">
          <summary>{fillCount(t, language, "ledger.different", different.length)}</summary>
          <ul>
            {different.map(({ item, what }, index) => (
              <li key={index}>
                <span class="problem-item">{item}</span>: {what}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface CountsProps {
  readonly page: PageContext;
  readonly title: string;
  readonly counts: readonly (readonly [label: string, count: number])[];
}

function Counts({ page, title, counts }: CountsProps) {
  return (
    <div>
      <dt>{title}</dt>
      {counts.map(([label, count], index) =>
        // The first is what went well, and is told even where it is nothing.
        index > 0 && count === 0 ? null : (
          <dd key={label}>
            {label} <span class="count">{formatNumber(count, page.language)}</span>
          </dd>
        ),
      )}
    </div>
  );
}

// A state that a newer version wrote has no words of ours.
function describeState(state: string, t: Strings): string {
  const key = `ledger.media.${state}`;
  return Object.hasOwn(t, key) ? t[key as keyof Strings] : state;
}
