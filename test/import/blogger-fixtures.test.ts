// Each folder of test/fixtures/blogger/ is an export, maybe options, and the archive that it becomes. UPDATE=1 writes the expectation anew.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import type { ImportOptions } from "../../scripts/import/importer.ts";
import { checkImportFixture } from "./check-fixture.ts";
import { readTree } from "./import-files.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/blogger/", import.meta.url));
const EXPORTS = ["export.xml", "feed.atom"];
const SECRETS = ["mejl.example", "noreply@", "hemligt-varde", "tracker", "blank.gif"];

for (const name of readdirSync(FIXTURES).sort()) {
  test(`imports ${name}`, () => {
    const folder = join(FIXTURES, name);
    return checkImportFixture({ folder, input: findExport(name), options: readOptions(name), secrets: SECRETS });
  });
}

test("the two exports of one blog become the same posts and comments", () => {
  const [classic, takeout] = ["classic-one-line", "takeout"].map((name) => {
    const records = Object.entries(readTree(join(FIXTURES, name, "expected")))
      .filter(([path]) => path.startsWith("posts/") || path.startsWith("pages/"))
      // Only the classic export tells how many comments a post had.
      .map(([path, text]) => [path, text.replace(/^(comments|imported): .*\n/gm, "")]);
    return Object.fromEntries(records);
  });
  assert.deepEqual(takeout, classic);
});

test("a fixture holds an export, maybe options, and its expectation, nothing else", () => {
  for (const name of readdirSync(FIXTURES)) {
    const others = readdirSync(join(FIXTURES, name)).filter(
      (file) => !EXPORTS.includes(file) && file !== "options.json",
    );
    assert.deepEqual(others, ["expected"]);
    assert.ok(readFileSync(findExport(name)).length > 0);
  }
});

function findExport(name: string): string {
  const file = EXPORTS.find((candidate) => existsSync(join(FIXTURES, name, candidate)));
  assert.ok(file !== undefined, `${name} holds no export`);
  return join(FIXTURES, name, file);
}

function readOptions(name: string): Partial<ImportOptions> {
  const file = join(FIXTURES, name, "options.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<ImportOptions>) : {};
}
