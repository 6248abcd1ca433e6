// Writes one file of references a source and format, for reference managers: docs/data-files.md.

import { getStrings, LANGUAGES } from "../../strings/index.ts";
import type { MadeFiles } from "../cache/made-files.ts";
import type { Entry } from "../catalog.ts";
import type { Site } from "../site.ts";
import type { CiteWords } from "./citation.ts";
import { citePost } from "./cite-post.ts";
import { citeWords } from "./cite-words.ts";
import { type FormatName, writeCitation } from "./formats.ts";

/** Name of the files for posts that come from no recorded source; no source's id begins like this. */
const NO_SOURCE = "_other";

const FILES = [
  { format: "bibtex", extension: "bib", before: "", between: "\n", after: "" },
  { format: "ris", extension: "ris", before: "", between: "\r\n", after: "" },
  { format: "csl", extension: "json", before: "[\n", between: ",\n", after: "\n]\n" },
] as const satisfies readonly { readonly format: FormatName; readonly [key: string]: string }[];

/** A file of references. */
export interface ReferencesFile {
  readonly format: FormatName;
  /** Path below the base. */
  readonly path: string;
}

/** Returns the files that hold the posts of a source, or those without one. */
export function listReferences(site: Site, source: string | undefined): readonly ReferencesFile[] {
  const name = source !== undefined && site.catalog.sourcesById.has(source) ? source : NO_SOURCE;
  return FILES.map(({ format, extension }) => ({ format, path: `/data/references/${name}.${extension}` }));
}

/** Writes the references of all posts and pages that the site shows to search engines too; comments have theirs on the page. */
export function writeReferences(site: Site, files: Pick<MadeFiles, "write">): void {
  const words = new Map(LANGUAGES.map((language) => [language, citeWords(getStrings(language))]));
  for (const [name, entries] of groupBySource(site)) {
    for (const { format, extension, before, between, after } of FILES) {
      const references = entries.map((entry) =>
        writeCitation(format, citePost(site, entry), words.get(entry.language) as CiteWords),
      );
      files.write(`data/references/${name}.${extension}`, before + references.join(between) + after);
    }
  }
}

function groupBySource({ catalog }: Site): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  const entries = [...catalog.posts, ...catalog.pages].filter(({ post }) => post.status === undefined);
  for (const entry of entries.sort((a, b) => (a.post.id < b.post.id ? -1 : 1))) {
    const { source } = entry.post;
    const name = source !== undefined && catalog.sourcesById.has(source) ? source : NO_SOURCE;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return groups;
}
