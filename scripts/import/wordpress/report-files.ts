// Tells what was wrong with the files of an export, and accounts for what its broken places swallowed.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { reportCharacters, reportCutOff, reportDamaged, reportEntities } from "../file-defects.ts";
import type { BlogSurvey, FileSurvey } from "./survey.ts";

const MAX_LINES = 10;

/** Adds each file's defects to the ledger: errors where something was lost, warnings where it was mended. */
export function reportFiles({ files }: BlogSurvey, ledger: LedgerBuilder): void {
  for (const file of files) {
    const { input, summary, repairs } = file;
    reportCutOff(input, summary, "</rss>", ledger);
    const items = { tags: summary.itemTags, read: summary.items };
    reportDamaged(input, items, { group: "other", tag: "<item>", records: "items" }, ledger);
    const comments = { tags: summary.commentTags, read: summary.comments };
    reportDamaged(input, comments, { group: "comments", tag: "comment", records: "comments" }, ledger);
    reportCharacters(input, repairs, ledger);
    reportRepairs(file, ledger);
    reportEntities(input, summary, ledger);
  }
}

function reportRepairs({ input, summary }: FileSurvey, ledger: LedgerBuilder): void {
  const warn = (what: string): void => ledger.problem("warning", input.name, what);
  if (summary.unsplitCdata.length > 0)
    warn(`texts that hold "]]>" were put together again, ${listLines(summary.unsplitCdata)}`);
  if (summary.strayHtml.length > 0) {
    warn(`HTML stands between the fields, as PHP's notices do; it was passed over, ${listLines(summary.strayHtml)}`);
  }
}

function listLines(lines: readonly number[]): string {
  const shown = lines.slice(0, MAX_LINES).join(", ");
  const rest = lines.length - MAX_LINES;
  return `${lines.length === 1 ? "line" : "lines"} ${shown}${rest > 0 ? ` and ${rest} more` : ""}`;
}
