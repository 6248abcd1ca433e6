// Finds the line of a problem that names only a key, or a line of the text below the keys.

import { findKeyLine, findTextLine } from "./front-matter.ts";
import type { Problem } from "./model.ts";
import { readIfThere } from "./read-if-there.ts";

/** Returns a function that places problems. It remembers the last file: give it problems sorted by file. */
export function createPlacer(contentDir: string): (problem: Problem) => Problem {
  let last = { file: "", text: "" };
  return (problem) => {
    const { file, line, textLine, key } = problem;
    if (line !== undefined || (textLine === undefined && key === undefined)) return problem;
    if (last.file !== file) last = { file, text: readIfThere(`${contentDir}/${file}`) ?? "" };
    const found = textLine === undefined ? findLineOfKey(last, key ?? "") : findTextLine(last.text) + textLine - 1;
    return found === undefined ? problem : { ...problem, line: found };
  };
}

function findLineOfKey(
  { file, text }: { readonly file: string; readonly text: string },
  key: string,
): number | undefined {
  if (file.endsWith(".md")) return findKeyLine(text, key);
  if (!file.endsWith(".json")) return undefined;
  // "body.name" stands somewhere below "body".
  const name = JSON.stringify(key.split(".").at(-1) ?? key);
  const index = text.split("\n").findIndex((line) => line.trimStart().startsWith(name));
  return index < 0 ? undefined : index + 1;
}
