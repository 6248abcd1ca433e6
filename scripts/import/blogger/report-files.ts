// Tells what was wrong with Blogger's files, and accounts for what their broken places swallowed.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { reportDamaged, reportDefects } from "../file-defects.ts";
import type { BlogSurvey } from "./survey.ts";

/** Adds each file's defects to the ledger: errors where something was lost, warnings where it was mended. */
export function reportFiles({ files }: BlogSurvey, ledger: LedgerBuilder): void {
  for (const { input, summary, format } of files) {
    const counts = { tags: summary.entryTags, read: summary.entries };
    reportDamaged(input, counts, { group: "other", tag: "<entry>", records: "entries" }, ledger);
    if (format === "blogger-feed") {
      const what = "this is the public feed of a blog, which may hold only its newest posts; its export holds them all";
      ledger.problem("warning", input.name, what);
    }
    reportDefects(input, summary, { rootEnd: "</feed>", record: "entry" }, ledger);
  }
}
