// Lists folders of the archive in a fixed order, without following symbolic links.

import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { toError } from "./found.ts";
import type { Problem } from "./model.ts";

/** Names of files that are being written; whoever finds one later met an interrupted run. */
export const TEMPORARY_SUFFIX = ".ordskifte-tmp";
/** Ends the name of the journal in sources/ in which an import that was interrupted noted which files it held. */
export const MEDIA_JOURNAL_END = `.media${TEMPORARY_SUFFIX}`;
/** Name of the file in content/ in which a removal notes what it is going to do, until all is done. */
export const REDACTION_JOURNAL = `.redaction${TEMPORARY_SUFFIX}`;

/** What a folder holds, each sorted by code unit. Names that begin with a dot are left out. */
export interface FolderListing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

const EMPTY: FolderListing = { files: [], folders: [] };

/**
 * Lists a folder below content/. A missing one is empty; a link, or anything else that is neither file nor folder, is a problem.
 * @param folder path below content/ with `/`; empty for content/ itself
 */
export function listFolder(contentDir: string, folder: string, problems: Problem[]): FolderListing {
  // What lies in a folder is told apart below; nothing lists the folders at the top.
  if (folder !== "" && !folder.includes("/") && isLink(`${contentDir}/${folder}`)) {
    problems.push({ ...toError(undefined, "symbolic-link"), file: folder });
    return EMPTY;
  }
  let found: Dirent[];
  try {
    found = readdirSync(folder === "" ? contentDir : `${contentDir}/${folder}`, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code !== "ENOENT") {
      problems.push({ ...toError(undefined, "unreadable.folder", { reason: code }), file: folder });
    }
    return EMPTY;
  }
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of found) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isFile()) files.push(entry.name);
    else if (entry.isDirectory()) folders.push(entry.name);
    else problems.push(toProblem(entry, folder === "" ? entry.name : `${folder}/${entry.name}`));
  }
  return { files: files.sort(), folders: folders.sort() };
}

/** Tells whether a path is a symbolic link: it may lead to files that are nobody else's business. */
export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function toProblem(entry: Dirent, file: string): Problem {
  return { ...toError(undefined, entry.isSymbolicLink() ? "symbolic-link" : "unreadable.kind"), file };
}
