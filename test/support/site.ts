// Builds a site through the command line and hands out its files, with pages as trees.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "domhandler";
import { type ArchiveSketch, writeArchive } from "./archive.ts";
import { runOrdskifteHere } from "./command-line.ts";
import { parseHtml } from "./dom.ts";
import { share } from "./scratch.ts";

/** A page type's file, relative to the site, with its address below the base. */
export interface Page {
  /** `en/2011/index.html`. */
  readonly file: string;
  /** `/en/2011/`. */
  readonly path: string;
  readonly html: string;
  readonly document: Document;
}

/** A built site. */
export interface BuiltSite {
  readonly folder: string;
  /** What the build printed, both streams. */
  readonly output: string;
  /** All files, relative, with `/`, sorted. */
  readonly files: readonly string[];
  /** All HTML pages, in the order of their files; parsed at the first call. */
  readonly pages: () => readonly Page[];
  /** Returns the page at a path such as `/en/`. @throws Error when there is none. */
  readonly page: (path: string) => Page;
  readonly has: (file: string) => boolean;
  readonly read: (file: string) => string;
}

/** Builds a content folder, once in a test run for each set of options. @throws Error when the build fails. */
export async function buildSite(content: string, options: readonly string[] = []): Promise<BuiltSite> {
  const key = { content, options, changed: lastChange(content) };
  const { folder, facts } = await share(key, (place) => build(content, join(place, "site"), options));
  return openSite(join(folder, "site"), facts.output);
}

/** Builds an archive from its description, once in a test run for each set of options. @throws Error when the build fails. */
export async function buildSketch(
  archive: ArchiveSketch,
  options: readonly string[] = ["--no-search"],
): Promise<BuiltSite> {
  const { folder, facts } = await share({ archive, options }, (place) =>
    build(writeArchive(join(place, "archive"), archive), join(place, "site"), options),
  );
  return openSite(join(folder, "site"), facts.output);
}

let last: Promise<unknown> = Promise.resolve();

// In this process, one after the other: the second build takes a fifth of the time of one that loads everything anew.
// test/whole-site/build-safety.test.ts has both kinds give the same bytes.
async function build(content: string, output: string, options: readonly string[]): Promise<{ output: string }> {
  const run = last.then(() => runOrdskifteHere(["build", "--content", content, "--output", output, ...options]));
  last = run.catch(() => {});
  const result = await run;
  if (result.code !== 0) throw new Error(`The build ended with ${result.code}:\n${result.stdout}${result.stderr}`);
  return { output: result.stdout + result.stderr };
}

/** Opens a site that has been built. */
export function openSite(folder: string, output = ""): BuiltSite {
  const files = listFiles(folder);
  const parsed = new Map<string, Page>();
  const open = (file: string): Page => {
    const known = parsed.get(file);
    if (known !== undefined) return known;
    const html = readFileSync(join(folder, file), "utf8");
    const page = { file, path: toPath(file), html, document: parseHtml(html) };
    parsed.set(file, page);
    return page;
  };
  return {
    folder,
    output,
    files,
    pages: () => files.filter((file) => file.endsWith(".html")).map(open),
    page: (path) => {
      const file = toFile(path);
      if (!files.includes(file)) throw new Error(`The site has no page ${path}; it has ${files.length} files.`);
      return open(file);
    },
    has: (file) => files.includes(file),
    read: (file) => readFileSync(join(folder, file), "utf8"),
  };
}

/** Returns the paths of all files below a folder, relative, with `/`, sorted. */
export function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) =>
      join(file.parentPath, file.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Returns a hash of every file by its path. */
export function hashTree(folder: string): ReadonlyMap<string, string> {
  const hash = (file: string): string =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
  return new Map(listFiles(folder).map((file) => [file, hash(file)]));
}

function toPath(file: string): string {
  return `/${file.endsWith("index.html") ? file.slice(0, -"index.html".length) : file}`;
}

function toFile(path: string): string {
  const file = decodeURI(path.split("#")[0] ?? "").slice(1);
  return file === "" || file.endsWith("/") ? `${file}index.html` : file;
}

/** Tells two states of a folder apart. */
function lastChange(folder: string): string {
  let newest = 0;
  const files = listFiles(folder);
  for (const file of files) newest = Math.max(newest, statSync(join(folder, file)).mtimeMs);
  return `${files.length} ${newest}`;
}
