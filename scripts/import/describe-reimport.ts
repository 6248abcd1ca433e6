// Tells what became of records that people edited, redacted or removed here since an earlier import.

import { toVisible } from "../archive/show.ts";
import type { ConflictMode } from "../archive/source-version.ts";
import type { Tallies } from "./count-outcomes.ts";

const MAX_LISTED = 25;
const MAX_KEPT = 10;

/** Describes it in lines for the terminal; nothing where nobody changed anything. */
export function describeReimport(
  { kept, conflicts, returned }: Pick<Tallies, "kept" | "conflicts" | "returned">,
  source: string,
  { isDryRun, conflicts: mode = "keep" }: { readonly isDryRun: boolean; readonly conflicts?: ConflictMode },
): readonly string[] {
  const lines: string[] = [];
  const contested = new Set(conflicts);
  const quiet = kept.filter((record) => !contested.has(record));
  if (quiet.length > 0) {
    const rest = quiet.length > MAX_KEPT ? ` and ${quiet.length - MAX_KEPT} more` : "";
    const list = quiet.slice(0, MAX_KEPT).map(toVisible).join(", ");
    lines.push(`  Edited or redacted here since, and left as they are: ${list}${rest}`);
  }
  if (conflicts.length > 0) {
    lines.push("  Edited here, and changed at the source, too. Your versions stay:", ...list(conflicts));
    if (mode === "both") {
      const verb = isDryRun ? "would stand" : "stands";
      lines.push(
        `  The source's version ${verb} beside each, as ….source.md: compare, take over what you want, with the line "imported", and remove it.`,
      );
    } else lines.push("  To see what the source says now, import again with --conflicts=both.");
  }
  if (returned.length > 0) {
    const ids = [...new Set(returned.map(({ exclude }) => exclude))];
    lines.push("  Returned, because they were removed here and the export holds them:");
    lines.push(...list(returned.map(({ record }) => record)));
    lines.push(
      `  To keep a record away, remove it again and add its id to exclude in content/sources/${source}.md:`,
      `    exclude: ${toVisible(JSON.stringify(ids.slice(0, MAX_LISTED)))}${ids.length > MAX_LISTED ? " …" : ""}`,
    );
  }
  return lines;
}

function list(records: readonly string[]): readonly string[] {
  const rest = records.length - MAX_LISTED;
  const lines = records.slice(0, MAX_LISTED).map((record) => `    ${toVisible(record)}`);
  return rest > 0 ? [...lines, `    … and ${rest} more; --report FILE.json lists them all`] : lines;
}
