// Imports files into a folder, as the command does, for tests.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { importSource, type SourceReport, type WriteSettings } from "../../scripts/import/import-source.ts";
import { defaultImportOptions, type ImportOptions } from "../../scripts/import/importer.ts";
import { openInputs } from "../../scripts/import/open-inputs.ts";
import { findSources } from "../../scripts/import/recognize.ts";

/** Imports the files, folders and zip archives and returns the report of each source. */
export async function importFiles(
  files: readonly string[],
  contentDir: string,
  options: Partial<ImportOptions> = {},
  settings: Partial<WriteSettings> = {},
): Promise<readonly SourceReport[]> {
  const { inputs } = await openInputs(files, () => {});
  const reports: SourceReport[] = [];
  for (const found of await findSources(inputs, () => {}, options)) {
    reports.push(
      await importSource(
        found,
        { ...defaultImportOptions, ...options },
        { contentDir, isDryRun: false, keepSample: false, isStrict: false, onProgress: () => {}, ...settings },
      ),
    );
  }
  return reports;
}

/** Returns every file below a folder, by its path, with its content. */
export function readTree(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    entries.sort().map((path) => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}
