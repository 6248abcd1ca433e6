// Each folder of test/fixtures/disqus/ is a folder of exports and the archive that they become. UPDATE=1 writes the expectation anew.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { importFiles, readTree } from "./import-files.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/disqus/", import.meta.url));
const SECRETS = ["secret", "192.0.2", "pills", "Regretted", "Nobody asked you"];

for (const name of readdirSync(FIXTURES).sort()) {
  test(`imports ${name}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "ordskifte-import-"));
    try {
      const reports = await importFiles([join(FIXTURES, name, "input")], folder);
      assert.ok(reports.every(({ ledger }) => ledger.balanced));
      const expected = join(FIXTURES, name, "expected");
      if (process.env.UPDATE === "1") {
        rmSync(expected, { recursive: true, force: true });
        cpSync(folder, expected, { recursive: true });
      }
      assert.ok(existsSync(expected), `${expected} is missing; UPDATE=1 writes it`);
      const found = readTree(folder);
      assert.deepEqual(found, readTree(expected));
      await importFiles([join(FIXTURES, name, "input")], folder);
      assert.deepEqual(readTree(folder), found, "a second import changes no byte");
      const { archive, problems } = await readArchive(folder);
      const errors = [...problems, ...validateArchive(archive)].filter(({ level }) => level === "error");
      assert.deepEqual(errors, []);
      const everything = JSON.stringify(found);
      for (const secret of SECRETS) assert.ok(!everything.includes(secret), `${secret} leaked`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
