// A date of the archive, as precise as it is known.

import type { Language } from "../../scripts/strings/index.ts";
import { type DateDetail, formatDate, toHtmlDate } from "../format-date.ts";

interface PublishedDateProps {
  /** EDTF; absent when unknown. */
  readonly date?: string | undefined;
  readonly language: Language;
  readonly detail?: DateDetail;
  readonly class?: string | undefined;
}

/** Draws a `time` element, or words when the date is unknown or cannot be read. */
export function PublishedDate({ date, language, detail, class: className }: PublishedDateProps) {
  const words = formatDate(date, language, detail);
  const value = date === undefined ? undefined : toHtmlDate(date);
  if (value === undefined) return <span class="date-unknown">{words}</span>;
  const whole = formatDate(date, language);
  return (
    <time class={className} datetime={value} title={whole === words ? undefined : whole}>
      {words}
    </time>
  );
}
