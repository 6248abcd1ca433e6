// What any platform's file can have wrong with it, said in the same words for all: cut off, broken places, mended characters.

import type { LedgerBuilder } from "../archive/ledger.ts";
import type { ExportInput } from "./open-input.ts";
import type { DefectList, Places } from "./xml/defects.ts";
import type { XmlSummary } from "./xml/xml-model.ts";
import type { CharacterRepairs } from "./xml-characters.ts";

interface DefectWords {
  readonly kind: keyof DefectList;
  /** An error where something is lost, or may be. */
  readonly level: "error" | "warning";
  /** What to say, with the word for a record and the list of lines. */
  readonly say: (record: string, lines: string, count: number) => string;
}

// In the order in which they are told: first what is lost.
const DEFECTS: readonly DefectWords[] = [
  {
    kind: "cutExports",
    level: "error",
    say: (_, lines) => `an export breaks off where another begins; what followed there is not in the archive, ${lines}`,
  },
  {
    kind: "otherBlogs",
    level: "error",
    say: (_, lines) =>
      `the file holds exports of different blogs, which were taken for one; cut it in two before the XML declaration and import them one by one, ${lines}`,
  },
  {
    kind: "brokenComments",
    level: "error",
    say: (_, lines, count) => `damaged comments, left out: ${count}; where they begin: ${lines}`,
  },
  {
    kind: "headlessRecords",
    level: "error",
    say: (record, lines, count) => `without a beginning and left out: ${count} (${record}); where they end: ${lines}`,
  },
  {
    kind: "unendedRecords",
    level: "error",
    say: (record, lines, count) =>
      `without an end tag: ${count} (${record} or comment); kept, because all that they must have is there, but something may be missing at their end; where they begin: ${lines}`,
  },
  {
    kind: "looseFields",
    level: "error",
    say: (record, lines) => `parts of an ${record} stand outside of any; they are not in the archive, ${lines}`,
  },
  {
    kind: "errorPages",
    level: "warning",
    say: (_, lines) =>
      `a whole web page stands in the middle of the export, as the blog shows when it fails; it was passed over, ${lines}. If the file ends there, export the blog again`,
  },
  {
    kind: "pagesInTexts",
    level: "warning",
    say: (_, lines) =>
      `WordPress's error page stands in the middle of a text, and was left there; compare the text with the blog, ${lines}`,
  },
  {
    kind: "furtherExports",
    level: "warning",
    say: (_, lines) => `several exports follow each other in the file; they were read as one, ${lines}`,
  },
  {
    kind: "unsplitCdata",
    level: "warning",
    say: (_, lines) => `texts that hold "]]>" were put together again, ${lines}`,
  },
  {
    kind: "unclosedCdata",
    level: "warning",
    say: (_, lines) => `CDATA sections that never end were ended where the export goes on, ${lines}`,
  },
  {
    kind: "missingEnds",
    level: "warning",
    say: (_, lines) => `elements without an end tag were ended where the next begins, ${lines}`,
  },
  {
    kind: "notices",
    level: "warning",
    say: (_, lines) => `messages of PHP were taken out of texts, ${lines}`,
  },
  {
    kind: "strayHtml",
    level: "warning",
    say: (_, lines) => `HTML or text stands between the fields, as PHP's notices do; it was passed over, ${lines}`,
  },
  {
    kind: "brokenTags",
    level: "warning",
    say: (_, lines) => `tags with missing quotes were read as far as possible, ${lines}`,
  },
  {
    kind: "extraDeclarations",
    level: "warning",
    say: (_, lines) => `further XML declarations were passed over, ${lines}`,
  },
];

/** Adds to the ledger whatever the reader found wrong with a file: errors where something is lost, warnings where it was mended. */
export function reportDefects(
  input: ExportInput,
  summary: XmlSummary,
  words: { readonly rootEnd: string; readonly record: string },
  ledger: LedgerBuilder,
): void {
  if (input.damage !== undefined) {
    ledger.problem("error", input.name, `${input.damage}; what could be unpacked was read. Download it again`);
  }
  reportCutOff(input, summary, words.rootEnd, ledger);
  for (const { kind, level, say } of DEFECTS) {
    const places = summary.defects[kind];
    if (places !== undefined) ledger.problem(level, input.name, say(words.record, listLines(places), places.count));
  }
  reportCharacters(input, summary.repairs, ledger);
  reportEntities(input, summary, ledger);
}

function listLines({ lineCount, lines }: Places): string {
  const rest = lineCount - lines.length;
  return `${lineCount === 1 ? "line" : "lines"} ${lines.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

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

/** Names a place in an export; its file, too, where there are several. */
export function describePlace(line: number, file: number, files: readonly { readonly input: ExportInput }[]): string {
  const name = files.length > 1 ? files[file]?.input.name : undefined;
  return name === undefined ? `line ${line}` : `${name}, line ${line}`;
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
