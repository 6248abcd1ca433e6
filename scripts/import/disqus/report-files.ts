// Tells what was wrong with Disqus's files, and accounts for what their broken places swallowed.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { reportDamaged, reportDefects } from "../file-defects.ts";
import type { FileSurvey } from "./survey.ts";

/** Adds each file's defects to the ledger: errors where something was lost, warnings where it was mended. */
export function reportFiles(files: readonly FileSurvey[], ledger: LedgerBuilder): void {
  for (const { input, summary } of files) {
    const counts = { tags: summary.commentTags, read: summary.comments };
    reportDamaged(input, counts, { group: "comments", tag: "<post>", records: "comments" }, ledger);
    reportDefects(input, summary, { rootEnd: "</disqus>", record: "record" }, ledger);
  }
}
