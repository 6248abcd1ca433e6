// Looks for words in every byte of a built site: pages, data, feeds, and the compressed files of the search index.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { listFiles } from "./site.ts";

/** Returns `file: word` for each word that a file of the folder holds, in its name or in what is in it, in whatever letter case. */
export function findWords(folder: string, words: readonly string[]): readonly string[] {
  return listFiles(folder).flatMap((file) => {
    const text = `${file}\n${readBytes(join(folder, file))}`.toLowerCase();
    return words.filter((word) => text.includes(word.toLowerCase())).map((word) => `${file}: ${word}`);
  });
}

function readBytes(path: string): string {
  const bytes = readFileSync(path);
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString("utf8");
}
