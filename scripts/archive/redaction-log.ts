// Keeps content/redactions.csv: which records were taken away, when, why and by whose decision. Never a name, and no word of theirs but what an id says.

import { readCsvLine, toCsvCell } from "./csv-line.ts";
import { readIfThere } from "./read-if-there.ts";
import { writeFileWhole } from "./write-file.ts";

/** Why a record was taken away; the texts for people stand in strings/messages. */
export const REDACTION_REASONS = [
  "request",
  "consent",
  "privacy",
  "minor",
  "secrecy",
  "defamation",
  "copyright",
  "court",
  "not-public",
  "disposal",
  "spam",
  "other",
] as const;

/** A code of a reason. */
export type RedactionReason = (typeof REDACTION_REASONS)[number];

/** A record that was taken away. */
export interface Redaction {
  /** `2011/slug`, `2011/slug#comment-7`; of a deleted post `<source>:<number>`; `source:<id>` for a whole blog. */
  readonly id: string;
  /** Day: `2026-11-30`. */
  readonly date: string;
  /** A tombstone was left, or nothing. */
  readonly action: "redacted" | "deleted";
  readonly reason: string;
  /** Who decided, as an office or a case number; empty when nobody said. */
  readonly authority: string;
}

/** Name of the file in content/. */
export const REDACTION_LOG = "redactions.csv";
/** Its first line. */
export const REDACTION_HEADER = "id,date,action,reason,authority";

/** Tells whether a text is a code of a reason. */
export function isRedactionReason(text: string): text is RedactionReason {
  return (REDACTION_REASONS as readonly string[]).includes(text);
}

/** Returns the lines of the log with their numbers (1-based), cells as they stand; none where there is no log. */
export function readRedactionLines(
  contentDir: string,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const text = readIfThere(`${contentDir}/${REDACTION_LOG}`)?.replace(/^\ufeff/, "") ?? "";
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter(({ text }) => text !== "")
    .map(({ line, text }) => ({ line, cells: readCsvLine(text) }));
}

/** Adds to the log what it does not say yet, and gives records that moved, or that went with what their ids said, their new ids; lines that stand keep their order. */
export function writeRedactions(
  contentDir: string,
  redactions: readonly Redaction[],
  moves: ReadonlyMap<string, string> = new Map(),
): void {
  const standing = readRedactionLines(contentDir)
    .map(({ cells }) => cells)
    .filter((cells) => cells.join(",") !== REDACTION_HEADER)
    .map(([id = "", ...others]) => [followMove(id, moves), ...others]);
  const known = new Set(standing.map(([id, , action]) => `${id} ${action}`));
  const added = redactions
    .map((redaction) => ({ ...redaction, id: followMove(redaction.id, moves) }))
    .filter(({ id, action }) => !known.has(`${id} ${action}`))
    .map(({ id, date, action, reason, authority }) => [id, date, action, reason, authority]);
  if (added.length === 0 && (moves.size === 0 || standing.length === 0)) return;
  const lines = [...standing, ...added].map((cells) => cells.map((cell) => toCsvCell(toSafe(cell))).join(","));
  writeFileWhole(`${contentDir}/${REDACTION_LOG}`, `${[REDACTION_HEADER, ...lines].join("\n")}\n`);
}

function followMove(id: string, moves: ReadonlyMap<string, string>): string {
  const [post = "", ...comment] = id.split("#");
  return [moves.get(post) ?? post, ...comment].join("#");
}

// A spreadsheet runs a cell that begins like this as a formula; the apostrophe makes it text.
function toSafe(cell: string): string {
  return /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
}
