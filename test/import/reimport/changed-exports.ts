// A blog that is imported, changed by people, and imported again, for tests.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../../scripts/archive/validate.ts";
import type { SourceReport, WriteSettings } from "../../../scripts/import/import-source.ts";
import type { ImportOptions } from "../../../scripts/import/importer.ts";
import { makeFolder } from "../../support/scratch.ts";
import { importFiles, readTree } from "../import-files.ts";
import { type WxrItemSpec, writeWxr } from "../write-wxr.ts";

/** An archive in the making. */
export interface Blog {
  readonly content: string;
  /** Writes an export beside content/ and returns its path. */
  readonly write: (name: string, text: string) => string;
  /** Imports these items of WordPress, and checks that the account adds up and the archive holds no error. */
  readonly importItems: (items: readonly WxrItemSpec[], settings?: Partial<WriteSettings>) => Promise<SourceReport>;
  readonly importAll: (
    files: readonly string[],
    options?: Partial<ImportOptions>,
    settings?: Partial<WriteSettings>,
  ) => Promise<readonly SourceReport[]>;
  readonly read: (path: string) => string;
  /** Replaces a text in a file that stands, as a person does. */
  readonly edit: (path: string, from: string, to: string) => void;
  readonly put: (path: string, text: string) => void;
  readonly tree: () => Readonly<Record<string, string>>;
  /** Returns what `check` says, as `code file`. */
  readonly check: () => Promise<readonly string[]>;
}

/** Makes an empty archive. */
export function makeBlog(): Blog {
  const folder = makeFolder("reimport");
  const content = join(folder, "content");
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const check: Blog["check"] = async () => {
    const { archive, problems } = await readArchive(content);
    return [...problems, ...validateArchive(archive)].map(({ level, code, file }) => `${level} ${code} ${file}`);
  };
  const importAll: Blog["importAll"] = async (files, options = {}, settings = {}) => {
    const reports = await importFiles(files, content, { lang: "en", ...options }, settings);
    for (const { ledger } of reports) assert.ok(ledger.balanced);
    const errors = (await check()).filter((problem) => problem.startsWith("error"));
    assert.deepEqual(errors, []);
    return reports;
  };
  return {
    content,
    write,
    importAll,
    importItems: async (items, settings) => {
      const [report] = await importAll([write("blog.xml", writeWxr({ items }))], {}, settings);
      assert.ok(report);
      return report;
    },
    read: (path) => readFileSync(join(content, path), "utf8"),
    edit: (path, from, to) => {
      const text = readFileSync(join(content, path), "utf8");
      assert.ok(text.includes(from), `${path} holds ${from}`);
      writeFileSync(join(content, path), text.replace(from, to));
    },
    put: (path, text) => {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    },
    tree: () => readTree(content),
    check,
  };
}
