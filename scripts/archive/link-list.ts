// Keeps, in content/sources/<id>.links.csv, the addresses that stood in a source's texts where a path of the archive stands
// now. docs/archive-format.md describes the file.

import { readCsvLine, toCsvCell } from "./csv-line.ts";
import { writeListFile } from "./list-file.ts";
import { readIfThere } from "./read-if-there.ts";

/** An address that was replaced. */
export interface ReplacedAddress {
  /** As the source has it. */
  readonly old: string;
  /** As it stands in the file: a path relative to it. */
  readonly new: string;
}

/** The list of one source: what was replaced, by file below content/. */
export type LinkList = Map<string, readonly ReplacedAddress[]>;

const FILE_END = ".links.csv";
const HEADER = "file,old,new";

/** Returns the path of a source's list below content/. */
export function toLinkListFile(source: string): string {
  return `sources/${source}${FILE_END}`;
}

/** Returns the source whose list a file in sources/ is by its name; undefined when it is none. */
export function findLinkListSource(name: string): string | undefined {
  return name.endsWith(FILE_END) ? name.slice(0, -FILE_END.length) : undefined;
}

/** Reads the list of a source; a missing one is empty. Lines that cannot be read are left out. */
export function readLinkList(contentDir: string, source: string): LinkList {
  const list: LinkList = new Map();
  const text = readIfThere(toPath(contentDir, source)) ?? "";
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [file, old, address] = readCsvLine(line);
    if (file === undefined || old === undefined || address === undefined) continue;
    list.set(file, [...(list.get(file) ?? []), { old, new: address }]);
  }
  return list;
}

/** Writes the list of a source, sorted, if it has changed; an empty one gets no file, but keeps one that stands. */
export function writeLinkList(contentDir: string, source: string, list: LinkList): void {
  const lines = new Set<string>();
  for (const [file, addresses] of list)
    for (const { old, new: address } of addresses) lines.add([file, old, address].map(toCsvCell).join(","));
  const sorted = [...lines].sort();
  const listPieces = function* (): Generator<string> {
    yield `${HEADER}\n`;
    for (const line of sorted) yield `${line}\n`;
  };
  writeListFile(toPath(contentDir, source), listPieces, lines.size === 0);
}

/** Writes the lists of all sources. */
export function writeLinkLists(contentDir: string, lists: ReadonlyMap<string, LinkList>): void {
  for (const [source, list] of lists) writeLinkList(contentDir, source, list);
}

function toPath(contentDir: string, source: string): string {
  return `${contentDir}/${toLinkListFile(source)}`;
}
