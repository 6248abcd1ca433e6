// Holds one import fixture against its expectation: the same tree, the same again, and nothing secret in it.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import type { ImportOptions } from "../../scripts/import/importer.ts";
import { importFiles, readTree } from "./import-files.ts";

/** What of a fixture is imported, and what must not be found in the result. */
export interface ImportFixture {
  /** Folder of the fixture; it holds `expected`. */
  readonly folder: string;
  /** File or folder to import. */
  readonly input: string;
  readonly options?: Partial<ImportOptions>;
  readonly secrets: readonly string[];
}

/** Imports a fixture twice and compares. UPDATE=1 writes the expectation anew. @throws AssertionError where they differ */
export async function checkImportFixture({ folder, input, options = {}, secrets }: ImportFixture): Promise<void> {
  const content = mkdtempSync(join(tmpdir(), "ordskifte-import-"));
  try {
    const reports = await importFiles([input], content, options);
    assert.ok(reports.every(({ ledger }) => ledger.balanced));
    const expected = join(folder, "expected");
    if (process.env.UPDATE === "1") {
      rmSync(expected, { recursive: true, force: true });
      cpSync(content, expected, { recursive: true });
    }
    assert.ok(existsSync(expected), `${expected} is missing; UPDATE=1 writes it`);
    const found = readTree(content);
    assert.deepEqual(found, readTree(expected));
    await importFiles([input], content, options);
    assert.deepEqual(readTree(content), found, "a second import changes no byte");
    const { archive, problems } = await readArchive(content);
    const errors = [...problems, ...validateArchive(archive)].filter(({ level }) => level === "error");
    assert.deepEqual(errors, []);
    const everything = JSON.stringify(found);
    for (const secret of secrets) assert.ok(!everything.includes(secret), `${secret} leaked`);
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}
