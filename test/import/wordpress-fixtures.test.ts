// Each folder of test/fixtures/wordpress/ is an export and the archive that it becomes. UPDATE=1 writes the expectation anew.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { checkImportFixture } from "./check-fixture.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/wordpress/", import.meta.url));
const SECRETS = ["192.0.2", "bo@", "asa@", "gast@", "spammer@", "hemligt-varde", "sesam", "hemligt-mote", "protokoll"];

for (const name of readdirSync(FIXTURES).sort()) {
  const folder = join(FIXTURES, name);
  test(`imports ${name}`, () => checkImportFixture({ folder, input: join(folder, "export.xml"), secrets: SECRETS }));
}

test("a fixture holds an export and its expectation, nothing else", () => {
  for (const name of readdirSync(FIXTURES)) {
    assert.deepEqual(readdirSync(join(FIXTURES, name)).sort(), ["expected", "export.xml"]);
    assert.ok(readFileSync(join(FIXTURES, name, "export.xml")).length > 0);
  }
});
