// Keeps, beside a file that a person edited, what its source says now: `index.source.md`, `comments/comment-7.source.md`.

import { rmSync } from "node:fs";
import { hashRecord, isSameRecord, isUntouched, readImportedHash } from "./imported-hash.ts";
import { readIfThere } from "./read-if-there.ts";
import { writeFileWhole } from "./write-file.ts";

/** What an import does with the source's version where a person edited a file and the source changed, too. */
export type ConflictMode = "keep" | "both";

/**
 * What an import does with a file that stands: `same` and `follow` for one that nobody edited, or that says what the source
 * says; `kept` for an edited one whose source has not changed since; `conflict` where both have changed.
 */
export type Verdict = "same" | "follow" | "kept" | "conflict";

const SUFFIX = ".source.md";

/** Tells whether a file is the source's version of another: no text of the archive, for a person to compare and remove. */
export function isSourceVersion(name: string): boolean {
  return name.endsWith(SUFFIX);
}

/** Returns the name of the source's version of a file: `index.md` → `index.source.md`. */
export function toSourceVersion(name: string): string {
  return name.replace(/(?:\.md)?$/, SUFFIX);
}

/**
 * Compares a file that stands with what the import would write now.
 * @param listForms what the import may have written when the source said the same as now, and the archive around it something else
 */
export function judgeFile(standing: string, newText: string, listForms: () => readonly string[] = () => []): Verdict {
  if (isSameText(newText, standing)) return "same";
  // Whoever took over the source's words has nothing to lose.
  if (isUntouched(standing) || isSameRecord(standing, newText)) return "follow";
  const written = readImportedHash(standing);
  if (written === undefined) return "conflict";
  const isKnown = [newText, ...listForms()].some((form) => hashRecord(form) === written);
  return isKnown ? "kept" : "conflict";
}

/** Tells whether a file holds a text. Git on Windows may have given it CRLF line ends. */
export function isSameText(newText: string, standingText: string | undefined): boolean {
  return standingText !== undefined && newText === standingText.replace(/\r\n/g, "\n");
}

/** Writes the source's version of a file beside it, or brings the one that stands up to date. One that a person edited stays. */
export function writeSourceVersion(path: string, newText: string, mode: ConflictMode): void {
  const version = toSourceVersion(path);
  const standing = readIfThere(version);
  if (standing === undefined ? mode === "keep" : !isUntouched(standing) || isSameText(newText, standing)) return;
  writeFileWhole(version, newText);
}

/** Removes the source's version of a file, if it stands and no person edited it. */
export function removeSourceVersion(path: string): void {
  const version = toSourceVersion(path);
  const standing = readIfThere(version);
  if (standing !== undefined && isUntouched(standing)) rmSync(version, { force: true });
}
