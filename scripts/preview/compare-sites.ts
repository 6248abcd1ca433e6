// Finds which pages differ between two built sites.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PageFacts, readPage } from "./read-page.ts";

/** What happened to a page. */
export type Change = "added" | "changed" | "removed";

/** A post or page of the archive that differs. */
export interface ChangedText {
  readonly change: Change;
  /** As in the address, without the site's: `/en/2011/the-map/`. */
  readonly path: string;
  /** Empty when unknown. */
  readonly title: string;
}

/** How two sites differ. */
export interface SiteChanges {
  /** In the order of their paths. */
  readonly texts: readonly ChangedText[];
  /** Number of lists and other pages that differ in their own part. */
  readonly others: number;
  /** Number of old addresses that lead elsewhere, came or went. */
  readonly redirects: number;
  /** Number of pages of which only what surrounds them differs: menus, styles, neighbours. */
  readonly surroundings: number;
  /** Number of images, data files and the like that differ; the search index is none. */
  readonly files: number;
}

// Made of the pages that are compared already.
const DERIVED = /^(?:search-index\/|ordskifte\.json$)/;

/** Compares two folders with built sites. */
export async function compareSites(before: string, after: string): Promise<SiteChanges> {
  const old = new Set(await listFiles(before));
  const current = new Set(await listFiles(after));
  const texts: ChangedText[] = [];
  const counts = { others: 0, redirects: 0, surroundings: 0, files: 0 };
  for (const file of [...new Set([...old, ...current])].sort()) {
    const [was, is] = await Promise.all([read(before, file, old), read(after, file, current)]);
    if (was !== undefined && is !== undefined && was.equals(is)) continue;
    if (!file.endsWith(".html")) {
      counts.files += 1;
      continue;
    }
    const [oldPage, page] = [was, is].map((bytes) => bytes && readPage(bytes.toString("utf8")));
    const shown = page ?? oldPage;
    if (shown === undefined) continue;
    if (oldPage?.own === page?.own && oldPage?.title === page?.title) counts.surroundings += 1;
    else if (shown.kind === "text") texts.push({ ...toChange(oldPage, page), path: toPath(file), title: shown.title });
    else counts[shown.kind === "redirect" ? "redirects" : "others"] += 1;
  }
  return { texts, ...counts };
}

function toChange(was: PageFacts | undefined, is: PageFacts | undefined): { readonly change: Change } {
  return { change: was === undefined ? "added" : is === undefined ? "removed" : "changed" };
}

function toPath(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

async function read(folder: string, file: string, files: ReadonlySet<string>): Promise<Buffer | undefined> {
  return files.has(file) ? readFile(join(folder, file)) : undefined;
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(join(folder, "/").length).replaceAll("\\", "/"))
    .filter((file) => !DERIVED.test(file));
}
