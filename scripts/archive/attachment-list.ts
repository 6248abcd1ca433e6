// Keeps the old addresses of a source's uploaded files, in content/sources/<id>.attachments.csv: WordPress gave each a number
// and a page of its own. docs/archive-format.md describes the file.

import { rmSync } from "node:fs";
import { readCsvLine, toCsvCell } from "./csv-line.ts";
import { writeListFile } from "./list-file.ts";
import { compareNaturally } from "./natural-order.ts";
import { readIfThere } from "./read-if-there.ts";

/** An uploaded file. Cells are numbers, web addresses and paths of the archive, so no spreadsheet takes one for a formula. */
export interface AttachmentRow {
  /** Its number at the source. */
  readonly id: string;
  /** Address of the page about it; empty when its number was the only one. */
  readonly page: string;
  /** Address of the file. */
  readonly file: string;
  /** Number of the public post or page that it was uploaded to; empty for none. */
  readonly parent: string;
  /** Where the file is held, below content/: `posts/2011/slug/photo.jpg`; empty when it is not. */
  readonly held: string;
}

const FILE_END = ".attachments.csv";
const HEADER = "id,page,file,parent,held";
const NUMBER = /^[1-9]\d{0,14}$/;

/** Returns the path of a source's list below content/. */
export function toAttachmentListFile(source: string): string {
  return `sources/${source}${FILE_END}`;
}

/** Returns the source whose list a file in sources/ is by its name; undefined when it is none. */
export function findAttachmentListSource(name: string): string | undefined {
  return name.endsWith(FILE_END) ? name.slice(0, -FILE_END.length) : undefined;
}

/** Tells whether a text is a number as WordPress gives them. */
export function isAttachmentNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Returns an address of the web, or nothing for anything else. */
export function toListedAddress(text: string): string {
  return /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text) ? text : "";
}

/** Reads the rows of a source's list, one by one; a missing list has none. What is no row is left out. */
export function* readAttachmentList(contentDir: string, source: string): Generator<AttachmentRow> {
  const text = readIfThere(`${contentDir}/${toAttachmentListFile(source)}`) ?? "";
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const [id = "", page = "", file = "", parent = "", held = ""] = readCsvLine(line);
    if (!isAttachmentNumber(id)) continue;
    yield {
      id,
      page: toListedAddress(page),
      file: toListedAddress(file),
      parent: isAttachmentNumber(parent) ? parent : "",
      held: isHeldPath(held) ? held : "",
    };
  }
}

/** Writes the list of a source, sorted, if it has changed; an empty one is removed. */
export function writeAttachmentList(contentDir: string, source: string, rows: readonly AttachmentRow[]): void {
  const path = `${contentDir}/${toAttachmentListFile(source)}`;
  if (rows.length === 0) {
    rmSync(path, { force: true });
    return;
  }
  const sorted = rows.toSorted((a, b) => compareNaturally(a.id, b.id));
  writeListFile(path, () => writeLines(sorted), false);
}

function* writeLines(rows: readonly AttachmentRow[]): Generator<string> {
  yield `${HEADER}\n`;
  for (const { id, page, file, parent, held } of rows)
    yield `${[id, page, file, parent, held].map(toCsvCell).join(",")}\n`;
}

// A list may come by a pull request: a path in it never leads out of the folders of posts and pages.
function isHeldPath(path: string): boolean {
  return /^(?:posts\/[^/\\]+|pages)\/[^/\\]+\/[^/\\]+$/.test(path) && !/(?:^|\/)\./.test(path);
}
