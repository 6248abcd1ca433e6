// Tells what was wrong with Disqus's files, and accounts for what their broken places swallowed.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { reportCharacters, reportCutOff, reportDamaged, reportEntities } from "../file-defects.ts";
import type { FileSurvey } from "./survey.ts";

/** Adds each file's defects to the ledger: errors where something was lost, warnings where it was mended. */
export function reportFiles(files: readonly FileSurvey[], ledger: LedgerBuilder): void {
  for (const { input, summary, repairs } of files) {
    reportCutOff(input, summary, "</disqus>", ledger);
    const counts = { tags: summary.commentTags, read: summary.comments };
    reportDamaged(input, counts, { group: "comments", tag: "<post>", records: "comments" }, ledger);
    reportCharacters(input, repairs, ledger);
    reportEntities(input, summary, ledger);
  }
}
