// The number of comments of a conversation, set as a figure with its word beneath.

import type { PageContext } from "../../scripts/site/view.ts";
import { fill, fillCount, formatNumber } from "../../scripts/strings/fill.ts";

interface CommentCountProps {
  readonly page: PageContext;
  readonly count: number;
  /** As the source claimed, when that is more. */
  readonly declared?: number | undefined;
}

/** Draws the figure; screen readers get it as one phrase. */
export function CommentCount({ page, count, declared }: CommentCountProps) {
  const { t, language } = page;
  const phrase = fillCount(t, language, "comments", count);
  const digits = formatNumber(count, language);
  const missing =
    declared === undefined || declared <= count
      ? undefined
      : fillCount(t, language, "thread.declared", declared, { found: digits });
  const hasFigure = count > 0 || missing !== undefined;
  return (
    <p class="comment-count">
      {hasFigure && <span class="figure">{digits}</span>}
      <span class="figure-label">{hasFigure ? phrase.replace(digits, "").trim() : t["comments.none"]}</span>
      {missing !== undefined && (
        <span class="figure-note" title={missing}>
          <span aria-hidden="true">
            {fill(t["comments.ofDeclared"], { count: formatNumber(declared ?? 0, language) })}
          </span>
          <span class="visually-hidden"> {missing}</span>
        </span>
      )}
    </p>
  );
}
