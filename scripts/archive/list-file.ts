// Writes the lists that imports keep in content/sources/, piece by piece: that of a large blog is not put together in memory.

import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { readIfThere } from "./read-if-there.ts";
import { writeFileWhole } from "./write-file.ts";

/**
 * Writes a list if it has changed; line ends alone are no change. One without rows gets no file, but keeps one that stands.
 * @param listPieces returns the text in pieces, each time anew
 */
export function writeListFile(path: string, listPieces: () => Iterable<string>, isEmpty: boolean): void {
  const standing = readIfThere(path);
  if (standing === undefined ? isEmpty : isText(listPieces(), standing)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileWhole(path, listPieces());
}

function isText(pieces: Iterable<string>, text: string): boolean {
  const plain = text.includes("\r\n") ? text.replace(/\r\n/g, "\n") : text;
  let at = 0;
  for (const piece of pieces) {
    if (!plain.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return at === plain.length;
}
