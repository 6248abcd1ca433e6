// Writes one file of references a source and format, for reference managers: docs/data-files.md.

import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { getStrings, LANGUAGES } from "../../strings/index.ts";
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
export async function writeReferences(site: Site, outputDir: string): Promise<void> {
  const folder = join(outputDir, "data", "references");
  const bySource = groupBySource(site);
  if (bySource.size === 0) return;
  await mkdir(folder, { recursive: true });
  const words = new Map(LANGUAGES.map((language) => [language, citeWords(getStrings(language))]));
  for (const [name, entries] of bySource) {
    for (const { format, extension, before, between, after } of FILES) {
      const lines = function* (): Generator<string> {
        yield before;
        for (const [index, entry] of entries.entries()) {
          if (index > 0) yield between;
          yield writeCitation(format, citePost(site, entry), words.get(entry.language) as CiteWords);
        }
        yield after;
      };
      await pipeline(inBlocks(lines()), createWriteStream(join(folder, `${name}.${extension}`)));
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

/** A stream write for each reference costs more than the reference. */
function* inBlocks(texts: Iterable<string>): Generator<string> {
  let block = "";
  for (const text of texts) {
    block += text;
    if (block.length < 1 << 18) continue;
    yield block;
    block = "";
  }
  if (block !== "") yield block;
}
