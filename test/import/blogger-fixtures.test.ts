// Each folder of test/fixtures/blogger/ is an export, maybe options, and the archive that it becomes. UPDATE=1 writes the expectation anew.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import type { ImportOptions } from "../../scripts/import/importer.ts";
import { importFiles, readTree } from "./import-files.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/blogger/", import.meta.url));
const EXPORTS = ["export.xml", "feed.atom"];
const SECRETS = ["mejl.example", "noreply@", "hemligt-varde", "tracker", "blank.gif"];

for (const name of readdirSync(FIXTURES).sort()) {
  test(`imports ${name}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "ordskifte-blogger-"));
    try {
      const file = findExport(name);
      const options = readOptions(name);
      const reports = await importFiles([file], folder, options);
      assert.ok(reports.every(({ ledger }) => ledger.balanced));
      const expected = join(FIXTURES, name, "expected");
      if (process.env.UPDATE === "1") {
        rmSync(expected, { recursive: true, force: true });
        cpSync(folder, expected, { recursive: true });
      }
      assert.ok(existsSync(expected), `${expected} is missing; UPDATE=1 writes it`);
      const found = readTree(folder);
      assert.deepEqual(found, readTree(expected));
      await importFiles([file], folder, options);
      assert.deepEqual(readTree(folder), found, "a second import changes no byte");
      for (const secret of SECRETS) assert.ok(!JSON.stringify(found).includes(secret), `${secret} leaked`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
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
