// Tells what was wrong with the files of an export, and accounts for what its broken places swallowed.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { reportDamaged, reportDefects } from "../file-defects.ts";
import type { BlogSurvey } from "./survey.ts";

/** Adds each file's defects to the ledger: errors where something was lost, warnings where it was mended. */
export function reportFiles({ files }: BlogSurvey, ledger: LedgerBuilder): void {
  for (const { input, summary } of files) {
    const items = { tags: summary.itemTags, read: summary.items };
    reportDamaged(input, items, { group: "other", tag: "<item>", records: "items" }, ledger);
    const comments = { tags: summary.commentTags, read: summary.comments };
    reportDamaged(input, comments, { group: "comments", tag: "comment", records: "comments" }, ledger);
    reportDefects(input, summary, { rootEnd: "</rss>", record: "item" }, ledger);
  }
}
