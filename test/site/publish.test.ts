// Putting a site in place: what is not ours stays, and what a killed build left behind goes.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertReplaceable, publish, removeRemains } from "../../scripts/site/publish.ts";
import { makeFolder } from "../support/scratch.ts";

// No process has this number: it is beyond every system's limit.
const DEAD = 2 ** 30;

function makeSite(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), text);
  return folder;
}

test("a finished site takes the place of the old one and leaves nothing beside it", async () => {
  const place = makeFolder();
  const output = makeSite(join(place, "site"), "old");
  writeFileSync(join(output, "ordskifte.json"), "{}");
  await assertReplaceable(output);
  await publish(makeSite(join(place, "new"), "new"), output, { format: 1 }, { of: undefined, paths: [] });
  assert.equal(readFileSync(join(output, "index.html"), "utf8"), "new");
  assert.ok(!existsSync(join(place, "new")));
});

test("a folder with somebody else's files is refused, an empty or missing one is not", async () => {
  const place = makeFolder();
  await assert.rejects(assertReplaceable(makeSite(join(place, "foreign"), "mine")), { code: "output" });
  writeFileSync(join(place, "file"), "");
  await assert.rejects(assertReplaceable(join(place, "file")), { code: "output" });
  mkdirSync(join(place, "empty"));
  await assertReplaceable(join(place, "empty"));
  await assertReplaceable(join(place, "missing"));
});

test("remains of killed builds are removed, those of running ones and of other folders stay", async () => {
  const place = makeFolder();
  const output = makeSite(join(place, "site"), "kept");
  const dead = makeSite(`${output}.building-${DEAD}`, "half");
  const alive = makeSite(`${output}.building-${process.ppid}`, "half");
  const other = makeSite(join(place, `another.building-${DEAD}`), "half");
  await removeRemains(output);
  assert.deepEqual([existsSync(dead), existsSync(alive), existsSync(other)], [false, true, true]);
});

test("a site whose build was killed between two names comes back", async () => {
  const place = makeFolder();
  const output = join(place, "site");
  makeSite(`${output}.replaced-${DEAD}`, "old");
  await removeRemains(output);
  assert.equal(readFileSync(join(output, "index.html"), "utf8"), "old");
});
