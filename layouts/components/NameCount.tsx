// The number beside a name: digits to the eye, a phrase to a screen reader.

import type { PageContext } from "../../scripts/site/view.ts";
import { fillCount, formatNumber, type PluralSubject } from "../../scripts/strings/fill.ts";

interface NameCountProps {
  readonly page: PageContext;
  readonly subject: PluralSubject;
  readonly count: number;
}

/** Draws the number. */
export function NameCount({ page, subject, count }: NameCountProps) {
  return (
    <span class="count">
      <span aria-hidden="true">{formatNumber(count, page.language)}</span>
      <span class="visually-hidden">({fillCount(page.t, page.language, subject, count)})</span>
    </span>
  );
}
