// Finds the test files and puts them in the order in which they run.

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** Which test files to run. */
export interface Selection {
  /** Folder to look in, with all below it except `fixtures`. */
  readonly folder: string;
  /** Also those that need big archives, `*.large.test.ts`. */
  readonly isLarge: boolean;
  /** Parts of a path; a file must contain one of them. None means all. */
  readonly patterns: readonly string[];
}

/** Folders of the tests that run last, in this order: the quickest to tell come first. */
const LATE_PARTS = ["whole-site", "e2e"];

/** Returns the paths of the selected test files: unit tests, then whole-site tests, then those in a browser. */
export function findTests(selection: Selection): readonly string[] {
  const found = listFolder(selection.folder).filter((file) => isSelected(relative(selection.folder, file), selection));
  const rank = (file: string): number => partOf(relative(selection.folder, file));
  return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function listFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((file) => {
    const path = join(folder, file.name);
    if (file.isDirectory()) return file.name === "fixtures" ? [] : listFolder(path);
    return file.name.endsWith(".test.ts") || file.name.endsWith(".test.tsx") ? [path] : [];
  });
}

function isSelected(path: string, selection: Selection): boolean {
  if (!selection.isLarge && path.includes(".large.test.")) return false;
  const slashed = path.replaceAll("\\", "/");
  return selection.patterns.length === 0 || selection.patterns.some((pattern) => slashed.includes(pattern));
}

function partOf(path: string): number {
  return LATE_PARTS.indexOf(path.split(/[\\/]/)[0] ?? "");
}
