// Makes the search index of a finished site: Pagefind's binary, run once over the folder (https://pagefind.app).

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { opendir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LANGUAGES } from "../strings/index.ts";
import { PROJECT_DIR } from "./options.ts";

/** Folder of the index, below the site's. */
export const SEARCH_FOLDER = "pagefind";

/** Texts stand in these; what stands elsewhere is not even read, for there may be 10,000 pages at old addresses. */
const INDEXED = `{${LANGUAGES.join(",")}}/**/*.html`;

/** What an indexing run did. */
export interface SearchIndexReport {
  /** Posts and pages that can be found, in all languages. */
  readonly pages: number;
  /** The same by language of the page. Empty when the site holds no text to index: then nothing was written. */
  readonly pagesByLanguage: Readonly<Record<string, number>>;
  /** Files that were kept. */
  readonly files: number;
  readonly milliseconds: number;
  /** Highest memory use of the binary, in bytes; absent where the system does not tell (only Linux does). */
  readonly peakMemory?: number;
}

/** The search index could not be made; the message holds what the binary said. */
export class SearchIndexError extends Error {
  readonly code = "search-index";
}

/**
 * Indexes every page of the languages' folders that has a `data-pagefind-body` and writes the index to `<siteDir>/pagefind/`, in place of an older one.
 * Writes nothing when no page has one, as in an empty archive. Same pages, same bytes.
 * @throws {SearchIndexError} when the binary is missing or fails.
 */
export async function indexSearch(siteDir: string): Promise<SearchIndexReport> {
  const start = performance.now();
  const folder = join(siteDir, SEARCH_FOLDER);
  await rm(folder, { recursive: true, force: true });
  // Without this mark on any page the binary would index every page in full, menus and all.
  if (!(await hasIndexedText(siteDir))) {
    return { pages: 0, pagesByLanguage: {}, files: 0, milliseconds: performance.now() - start };
  }
  const peakMemory = await runPagefind(siteDir);
  const languages = await readLanguages(folder);
  await removeUnusedFiles(
    folder,
    new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`)),
  );
  const pagesByLanguage = Object.fromEntries(
    Object.entries(languages)
      .map(([language, { page_count }]) => [language, page_count] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return {
    pages: Object.values(pagesByLanguage).reduce((sum, count) => sum + count, 0),
    pagesByLanguage,
    files: (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length,
    milliseconds: performance.now() - start,
    ...(peakMemory !== undefined && { peakMemory }),
  };
}

async function hasIndexedText(siteDir: string): Promise<boolean> {
  for (const language of LANGUAGES) {
    const folder = join(siteDir, language);
    if (existsSync(folder) && (await hasIndexedPage(folder))) return true;
  }
  return false;
}

/** Stops at the first page that has a text to index. */
async function hasIndexedPage(folder: string): Promise<boolean> {
  const folders: string[] = [];
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) folders.push(path);
    else if (entry.name.endsWith(".html") && (await readFile(path, "utf8")).includes("data-pagefind-body")) return true;
  }
  for (const path of folders) if (await hasIndexedPage(path)) return true;
  return false;
}

/** Runs the binary to its end and returns its peak memory in bytes, where it can be known. */
async function runPagefind(siteDir: string): Promise<number | undefined> {
  // Run inside the site, without PAGEFIND_ variables: neither a pagefind.yml nor a shell's settings may change the result.
  const settings = ["--site", ".", "--glob", INDEXED, "--output-subdir", SEARCH_FOLDER, "--quiet"];
  const child = spawn(await findBinary(), settings, {
    cwd: siteDir,
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith("PAGEFIND_")),
    ),
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
  });
  let peakMemory: number | undefined;
  const watch = setInterval(() => {
    peakMemory = readPeakMemory(child) ?? peakMemory;
  }, 50);
  try {
    const { said, ending } = await waitForEnd(child);
    if (ending !== 0) {
      const how = typeof ending === "number" ? `exit code ${ending}` : `signal ${ending}`;
      throw new SearchIndexError(
        `The search index could not be made: pagefind ended with ${how} in ${siteDir}. ` +
          `Build with --no-search to go without.${said === "" ? "" : `\n${said}`}`,
      );
    }
    return peakMemory;
  } finally {
    clearInterval(watch);
  }
}

async function waitForEnd(child: ChildProcess): Promise<{ said: string; ending: number | NodeJS.Signals }> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", (cause) => {
      reject(
        new SearchIndexError(`The search index could not be made: pagefind did not start. ${cause.message}`, { cause }),
      );
    });
    child.on("close", (code, signal) => resolve({ said: said.trim(), ending: code ?? signal ?? 1 }));
  });
}

/** Finds the binary by the package's own rule; its programming interface would be slower than one run of the binary. */
async function findBinary(): Promise<string> {
  // By its place: the package lets nobody but an `import` in a module resolve it, and a build runs as a bundle.
  const file = pathToFileURL(join(PROJECT_DIR, "node_modules/pagefind/lib/resolveBinary.js"));
  const { resolveBinaryPath } = (await import(file.href)) as {
    resolveBinaryPath: (names: readonly string[]) => string;
  };
  try {
    return resolveBinaryPath(["pagefind_extended", "pagefind"]);
  } catch (cause) {
    throw new SearchIndexError(
      `Pagefind has no binary for this machine (${process.platform}, ${process.arch}). ` +
        "Run npm ci without --omit=optional, or build with --no-search.",
      { cause },
    );
  }
}

function readPeakMemory(child: ChildProcess): number | undefined {
  if (process.platform !== "linux" || child.pid === undefined) return undefined;
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

interface LanguageEntry {
  readonly page_count: number;
  /** Name of the language's own search code; absent when Pagefind has none for it. */
  readonly wasm?: string | null;
}

async function readLanguages(folder: string): Promise<Readonly<Record<string, LanguageEntry>>> {
  const entry = JSON.parse(await readFile(join(folder, "pagefind-entry.json"), "utf8")) as {
    readonly languages: Readonly<Record<string, LanguageEntry>>;
  };
  return entry.languages;
}

/** Keeps what the search page loads: the binary also writes ready-made interfaces, and search code for no language. */
async function removeUnusedFiles(folder: string, wasmFiles: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const isUsed =
      entry.isDirectory() ||
      entry.name === "pagefind.js" ||
      entry.name === "pagefind-entry.json" ||
      entry.name.endsWith(".pf_meta") ||
      wasmFiles.has(entry.name);
    if (!isUsed) await rm(join(folder, entry.name));
  }
}
