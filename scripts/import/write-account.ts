// Ends an import: judges the account and writes it with what is known of the source into content/sources/.

import { readFileSync } from "node:fs";
import type { ArchiveWriter } from "../archive/archive-writer.ts";
import type { Ledger, LedgerProblem } from "../archive/ledger-model.ts";
import { PROJECT_DIR } from "../project-dir.ts";
import type { FoundSource } from "./importer.ts";

/** Returns the account with an error where its counts do not add up. */
export function judgeLedger(ledger: Ledger): Ledger {
  if (ledger.balanced) return ledger;
  const what = "the counts do not add up: something that was read is neither written nor listed as skipped";
  return { ...ledger, problems: [...ledger.problems, { level: "error", item: "account", what }] };
}

/** Returns the error that --strict makes of differences between the source's texts and the written ones. */
export function judgeFidelity({ fidelity }: Ledger, source: string): LedgerProblem | undefined {
  const count = fidelity?.different.length ?? 0;
  if (count === 0) return undefined;
  const texts = count === 1 ? "1 text does" : `${count} texts do`;
  const what = `${texts} not say what the source shows, and --strict allows no difference; content/sources/${source}.md lists them under "fidelity"`;
  return { level: "error", item: "proof", what };
}

/** Writes the source's file. Returns what keeps it from being written. */
export async function writeAccount(
  writer: ArchiveWriter,
  found: FoundSource,
  {
    source,
    timezone,
    ledger,
  }: { readonly source: string; readonly timezone: string | undefined; readonly ledger: Ledger },
): Promise<LedgerProblem | undefined> {
  const outcome = await writer.writeSource({
    ...found.fields,
    ...(timezone !== undefined && { timezone }),
    exports: found.inputs.map(({ name, size, sha256 }, index) => {
      const date = found.exportDates[index];
      return { file: name, size, sha256, ...(date !== undefined && { date }) };
    }),
    importer: `ordskifte ${readVersion()}`,
    ledger,
  });
  if (outcome !== "kept-broken") return undefined;
  const what = "has errors and was left as it is, so the account of this import is not in it; run the check";
  return { level: "error", item: `content/sources/${source}.md`, what };
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(`${PROJECT_DIR}package.json`, "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}
