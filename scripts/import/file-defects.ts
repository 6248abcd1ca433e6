// What any platform's file can have wrong with it, said in the same words for all: cut off, broken places, mended characters.

import type { LedgerBuilder } from "../archive/ledger.ts";
import type { ExportInput } from "./open-input.ts";
import type { CharacterRepairs } from "./xml-characters.ts";

/** Lists a file that ends before its root element does, as an error. `rootEnd` is the tag that is missing: `</rss>`. */
export function reportCutOff(
  input: ExportInput,
  summary: { readonly isComplete: boolean; readonly lines: number },
  rootEnd: string,
  ledger: LedgerBuilder,
): void {
  if (summary.isComplete) return;
  const what = `the file is cut off: it ends in line ${summary.lines} without ${rootEnd}; what follows there is not in the archive`;
  ledger.problem("error", input.name, what);
}

/** Accounts for records whose tags were counted and which could not be read, as damaged and as an error. */
export function reportDamaged(
  input: ExportInput,
  counts: { readonly tags: number; readonly read: number },
  words: { readonly group: "comments" | "other"; readonly tag: string; readonly records: string },
  ledger: LedgerBuilder,
): void {
  const lost = counts.tags - counts.read;
  if (lost <= 0) return;
  ledger.read(words.group, lost);
  ledger.skipped(words.group, "damaged", lost);
  ledger.problem(
    "error",
    input.name,
    `${lost} of ${counts.tags} ${words.tag} tags could not be read as ${words.records}`,
  );
}

/** Lists the characters of a file that were mended or removed, as warnings. */
export function reportCharacters(input: ExportInput, repairs: CharacterRepairs, ledger: LedgerBuilder): void {
  const warn = (what: string): void => ledger.problem("warning", input.name, what);
  if (input.encoding.kind === "utf-8-repaired") warn("some bytes are not UTF-8; they were read as Windows-1252");
  if (repairs.removed > 0) warn(`${repairs.removed} characters that XML forbids were removed`);
  if (repairs.mapped > 0) {
    warn(`${repairs.mapped} control characters were read as the Windows-1252 characters that they once were`);
  }
}

/** Lists the declaration of entities in a file, which are never expanded, as a warning. */
export function reportEntities(
  input: ExportInput,
  summary: { readonly hasEntities: boolean },
  ledger: LedgerBuilder,
): void {
  if (summary.hasEntities) {
    ledger.problem("warning", input.name, "the file declares entities; they were not expanded");
  }
}
