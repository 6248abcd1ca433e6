// Gives scripts in the browser only the texts of the interface that they use: all of them are four fifths of a script's weight.

import type { Plugin } from "esbuild";
import * as languages from "../strings/languages.ts";

/**
 * Returns an esbuild plugin that leaves in each language the texts whose key stands in one of the sources in quotation
 * marks, as a whole (`"search.none"`), as the subject of plural forms (`"search.hits"`), or as the beginning of a template
 * (`comment.${…}`).
 */
export function keepUsedStrings(sources: readonly string[]): Plugin {
  const isUsed = findUses(sources);
  const lines = Object.entries(languages).map(([language, strings]) => {
    const used = Object.entries(strings).filter(([key]) => isUsed(key));
    return `export const ${language} = ${JSON.stringify(Object.fromEntries(used))};`;
  });
  return {
    name: "keep-used-strings",
    setup: (build) => {
      build.onLoad({ filter: /[\\/]scripts[\\/]strings[\\/]languages\.ts$/ }, () => ({ contents: lines.join("\n") }));
    },
  };
}

function findUses(sources: readonly string[]): (key: string) => boolean {
  const text = sources.join("\n");
  const quoted = new Set([...text.matchAll(/["'`]([\w.-]+)["'`]/g)].map((match) => match[1]));
  const begun = [...text.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? "");
  return (key) =>
    quoted.has(key) || quoted.has(key.replace(/\.[a-z]+$/, "")) || begun.some((start) => key.startsWith(start));
}
