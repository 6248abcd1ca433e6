// Tests saved pages: each folder of fixtures holds the pages of one post, and what is read in them.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { joinPages } from "../../scripts/import/saved-page/join-pages.ts";
import { readPage } from "../../scripts/import/saved-page/read-page.ts";
import { PROJECT } from "../support/command-line.ts";

const FIXTURES = join(PROJECT, "test/fixtures/saved-page");

/** Returns the pages of a fixture, by path. */
function listPages(name: string): readonly string[] {
  const folder = join(FIXTURES, name);
  return readdirSync(folder).filter((file) => file.endsWith(".html")).sort().map((file) => join(folder, file));
}

describe("a saved page", () => {
  for (const name of readdirSync(FIXTURES).sort()) {
    test(name, () => {
      const expectedFile = join(FIXTURES, name, "expected.json");
      const joined = joinPages(listPages(name).map((file) => readPage(readFileSync(file, "utf8"))));
      const read = `${JSON.stringify(joined, null, 2)}\n`;
      if (process.env.UPDATE === "1") writeFileSync(expectedFile, read);
      assert.ok(existsSync(expectedFile), `${expectedFile} is missing; UPDATE=1 writes it`);
      assert.equal(read, readFileSync(expectedFile, "utf8"));
    });
  }
});
