// Reads a file that may be missing.

import { readFileSync } from "node:fs";

/** Returns a file's text; undefined when there is no such file. @throws when it is there and cannot be read */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
