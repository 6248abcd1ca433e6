// The day on which a text was taken out of the archive.

import type { Language, Strings } from "../../scripts/strings/index.ts";
import { PublishedDate } from "./PublishedDate.tsx";
import { Words } from "./Words.tsx";

interface RedactedDateProps {
  /** EDTF; nothing is drawn without. */
  readonly date: string | undefined;
  readonly t: Strings;
  readonly language: Language;
}

/** Draws a sentence with the day. */
export function RedactedDate({ date, t, language }: RedactedDateProps) {
  if (date === undefined) return null;
  return (
    <Words text={t["redacted.on"]} values={{ date: <PublishedDate date={date} language={language} detail="day" /> }} />
  );
}
