// Tells what was wrong with the files of an export, and accounts for what its broken places swallowed.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import type { BlogSurvey, FileSurvey } from "./survey.ts";

const MAX_LINES = 10;

/** Adds each file's defects to the ledger: errors where something was lost, warnings where it was mended. */
export function reportFiles({ files }: BlogSurvey, ledger: LedgerBuilder): void {
  for (const file of files) {
    reportLosses(file, ledger);
    reportRepairs(file, ledger);
  }
}

function reportLosses({ input, summary }: FileSurvey, ledger: LedgerBuilder): void {
  if (!summary.isComplete) {
    ledger.problem(
      "error",
      input.name,
      `the file is cut off: it ends in line ${summary.lines} without </rss>; what follows there is not in the archive`,
    );
  }
  const lostItems = summary.itemTags - summary.items;
  if (lostItems > 0) {
    ledger.read("other", lostItems);
    ledger.skipped("other", "damaged", lostItems);
    ledger.problem("error", input.name, `${lostItems} of ${summary.itemTags} <item> tags could not be read as items`);
  }
  const lostComments = summary.commentTags - summary.comments;
  if (lostComments > 0) {
    ledger.read("comments", lostComments);
    ledger.skipped("comments", "damaged", lostComments);
    ledger.problem(
      "error",
      input.name,
      `${lostComments} of ${summary.commentTags} comment tags could not be read as comments`,
    );
  }
}

function reportRepairs({ input, summary, repairs }: FileSurvey, ledger: LedgerBuilder): void {
  const warn = (what: string): void => ledger.problem("warning", input.name, what);
  if (input.encoding.kind === "utf-8-repaired") {
    warn("some bytes are not UTF-8; they were read as Windows-1252");
  }
  if (repairs.removed > 0) warn(`${repairs.removed} characters that XML forbids were removed`);
  if (repairs.mapped > 0)
    warn(`${repairs.mapped} control characters were read as the Windows-1252 characters that they once were`);
  if (summary.unsplitCdata.length > 0)
    warn(`texts that hold "]]>" were put together again, ${listLines(summary.unsplitCdata)}`);
  if (summary.strayHtml.length > 0) {
    warn(`HTML stands between the fields, as PHP's notices do; it was passed over, ${listLines(summary.strayHtml)}`);
  }
  if (summary.hasEntities) warn("the file declares entities; they were not expanded");
}

function listLines(lines: readonly number[]): string {
  const shown = lines.slice(0, MAX_LINES).join(", ");
  const rest = lines.length - MAX_LINES;
  return `${lines.length === 1 ? "line" : "lines"} ${shown}${rest > 0 ? ` and ${rest} more` : ""}`;
}
