// Each folder of test/fixtures/wordpress/ is an export and the archive that it becomes. UPDATE=1 writes the expectation anew.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { importFiles, readTree } from "./import-files.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/wordpress/", import.meta.url));

for (const name of readdirSync(FIXTURES).sort()) {
  test(`imports ${name}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "ordskifte-import-"));
    try {
      const reports = await importFiles([join(FIXTURES, name, "export.xml")], folder);
      assert.ok(reports.every(({ ledger }) => ledger.balanced));
      const expected = join(FIXTURES, name, "expected");
      if (process.env.UPDATE === "1") {
        rmSync(expected, { recursive: true, force: true });
        cpSync(folder, expected, { recursive: true });
      }
      assert.ok(existsSync(expected), `${expected} is missing; UPDATE=1 writes it`);
      const found = readTree(folder);
      assert.deepEqual(found, readTree(expected));
      await importFiles([join(FIXTURES, name, "export.xml")], folder);
      assert.deepEqual(readTree(folder), found, "a second import changes no byte");
      const everything = JSON.stringify(found);
      for (const secret of ["192.0.2", "bo@", "asa@", "gast@", "spammer@", "hemligt-varde", "sesam"]) {
        assert.ok(!everything.includes(secret), `${secret} leaked`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

test("a fixture holds an export and its expectation, nothing else", () => {
  for (const name of readdirSync(FIXTURES)) {
    assert.deepEqual(readdirSync(join(FIXTURES, name)).sort(), ["expected", "export.xml"]);
    assert.ok(readFileSync(join(FIXTURES, name, "export.xml")).length > 0);
  }
});
