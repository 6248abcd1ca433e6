// Takes published files over into the next site, as they are: links, which take neither room nor reading.

import type { FileWriter } from "../drawing/write-files.ts";
import { stampFile } from "./file-stamp.ts";
import { isAsRecorded } from "./site-cache.ts";
import type { FileRecord } from "./site-record.ts";

/** A published file, and the state in which it is what it was made to be. */
export interface KeptFile extends Pick<FileRecord, "stamp"> {
  /** Path below the site's folder. */
  readonly file: string;
}

/** Takes over files from one site's folder to another's. Returns those that are not as they were published, or are gone. */
export function keepFiles(
  kept: readonly KeptFile[],
  from: string,
  to: string,
  writer: Pick<FileWriter, "link">,
): readonly string[] {
  const lost: string[] = [];
  for (const each of kept) {
    if (!keepFile(each, `${from}/${each.file}`, `${to}/${each.file}`, writer)) lost.push(each.file);
  }
  return lost;
}

function keepFile(kept: KeptFile, from: string, to: string, writer: Pick<FileWriter, "link">): boolean {
  const found = stampFile(from);
  if (found === undefined || !isAsRecorded(found, kept)) return false;
  try {
    writer.link(from, to);
  } catch {
    // Somebody removes the old site at this moment, or the file system knows no links.
    return false;
  }
  // Another build may have put its own site there in between.
  return stampFile(from)?.content === kept.stamp.content;
}
