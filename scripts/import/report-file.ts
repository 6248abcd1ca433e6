// Writes the account of --report, and tells before the import whether that will be possible.

import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Returns why a file cannot be written there; undefined when it looks as if it can. Touches nothing. */
export function findReportObstacle(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) return "it is a folder";
    if (found === undefined && !statSync(dirname(path)).isDirectory()) return "its folder is a file";
    accessSync(found === undefined ? dirname(path) : path, constants.W_OK);
    return undefined;
  } catch (error) {
    return describe(error);
  }
}

/** Writes the account as JSON. Returns why that failed; undefined when it is written. */
export function writeReport(path: string, data: unknown): string | undefined {
  try {
    writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
    return undefined;
  } catch (error) {
    return describe(error);
  }
}

function describe(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "its folder does not exist";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "it may not be written";
  if (code === "ENOSPC") return "the disk is full";
  return error instanceof Error ? error.message : String(error);
}
