// A problem as reports show it: in a language, with the path that a person can open.

import type { Problem } from "../archive/model.ts";

/** A problem, worded. */
export interface ShownProblem {
  readonly level: Problem["level"];
  readonly code: string;
  /** Path as seen from where the command runs, with `/`. */
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** How many records were checked. */
export interface CheckedRecords {
  readonly posts: number;
  readonly pages: number;
  readonly comments: number;
  readonly sources: number;
}

/** All that a check has to tell. */
export interface CheckReport {
  readonly records: CheckedRecords;
  /** In the order of files and lines. */
  readonly problems: readonly ShownProblem[];
  /** What `--fix` did, or left: lines for a person. */
  readonly fixes: readonly { readonly path: string; readonly isLeft: boolean; readonly what: string }[];
  /** Whether `--fix` was asked for. */
  readonly isFixing: boolean;
  /** Warnings that are not shown, because nobody changed their lines. */
  readonly unchanged: number;
}

/** Returns the problems, errors first, else in their order. */
export function sortByWeight(problems: readonly ShownProblem[]): readonly ShownProblem[] {
  const errors = problems.filter(({ level }) => level === "error");
  return [...errors, ...problems.filter(({ level }) => level !== "error")];
}

/** Returns a place as compilers write it: `content/posts/2011/slug/index.md:3`. */
export function toPlace({ path, line }: ShownProblem): string {
  return line === undefined ? path : `${path}:${line}`;
}
