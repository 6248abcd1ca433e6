// Each folder of test/fixtures/disqus/ is a folder of exports and the archive that they become. UPDATE=1 writes the expectation anew.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { checkImportFixture } from "./check-fixture.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/disqus/", import.meta.url));
const SECRETS = ["secret", "192.0.2", "pills", "Regretted", "Nobody asked you"];

for (const name of readdirSync(FIXTURES).sort()) {
  const folder = join(FIXTURES, name);
  test(`imports ${name}`, () => checkImportFixture({ folder, input: join(folder, "input"), secrets: SECRETS }));
}
