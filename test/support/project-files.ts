// Lists and reads the project's own files, for tests about the repository itself.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./command-line.ts";

/** Returns the paths of all files below a folder of the project, relative to the project; none when it is missing. */
export function listProjectFiles(folder: string): readonly string[] {
  if (!existsSync(join(PROJECT, folder))) return [];
  return readdirSync(join(PROJECT, folder), { withFileTypes: true }).flatMap((file) => {
    const path = `${folder}/${file.name}`;
    return file.isDirectory() ? listProjectFiles(path) : [path];
  });
}

/** Returns the text of a file of the project. */
export function readProjectFile(file: string): string {
  return readFileSync(join(PROJECT, file), "utf8");
}
