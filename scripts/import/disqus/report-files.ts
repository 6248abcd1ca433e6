// Tells what was wrong with Disqus's files, and accounts for what their broken places swallowed.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import type { FileSurvey } from "./survey.ts";

/** Adds each file's defects to the ledger: errors where something was lost, warnings where it was mended. */
export function reportFiles(files: readonly FileSurvey[], ledger: LedgerBuilder): void {
  for (const file of files) {
    reportLosses(file, ledger);
    reportRepairs(file, ledger);
  }
}

function reportLosses({ input, summary }: FileSurvey, ledger: LedgerBuilder): void {
  if (!summary.isComplete) {
    const what = `the file is cut off: it ends in line ${summary.lines} without </disqus>; what follows there is not in the archive`;
    ledger.problem("error", input.name, what);
  }
  const lost = summary.commentTags - summary.comments;
  if (lost <= 0) return;
  ledger.read("comments", lost);
  ledger.skipped("comments", "damaged", lost);
  ledger.problem("error", input.name, `${lost} of ${summary.commentTags} <post> tags could not be read as comments`);
}

function reportRepairs({ input, summary, repairs }: FileSurvey, ledger: LedgerBuilder): void {
  const warn = (what: string): void => ledger.problem("warning", input.name, what);
  if (input.encoding.kind === "utf-8-repaired") warn("some bytes are not UTF-8; they were read as Windows-1252");
  if (repairs.removed > 0) warn(`${repairs.removed} characters that XML forbids were removed`);
  if (repairs.mapped > 0) {
    warn(`${repairs.mapped} control characters were read as the Windows-1252 characters that they once were`);
  }
  if (summary.hasEntities) warn("the file declares entities; they were not expanded");
}
