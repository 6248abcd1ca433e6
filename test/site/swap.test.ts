// Swapping sites: what the new one takes over is moved, and whatever fails or is killed on the way leaves the old one whole.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { findKeptParts } from "../../scripts/site/cache/kept-parts.ts";
import type { FileRecord } from "../../scripts/site/cache/site-record.ts";
import { removeRemains } from "../../scripts/site/publish.ts";
import { identifyFolder, ReplacedError, siblingOf, swapSites } from "../../scripts/site/swap.ts";
import { makeFolder } from "../support/scratch.ts";
import { listFiles } from "../support/site.ts";

// No process has this number: it is beyond every system's limit.
const DEAD = 2 ** 30;

function makeSite(folder: string, files: readonly string[], text: string): string {
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function makeCache(siteDir: string, kept: readonly string[]): Parameters<typeof findKeptParts>[0] {
  const keptFiles = (): ReadonlyMap<string, FileRecord> =>
    new Map(kept.map((file) => [file, { key: "", stamp: { content: "", change: 0, written: 0, size: 0 } }]));
  return { siteDir, siteIdentity: identifyFolder(siteDir), keptFiles };
}

test("folders are taken over whole where all in them stays, files where something beside them does not", () => {
  const place = makeFolder();
  const old = makeSite(join(place, "site"), ["a/b/1", "a/b/2", "a/c/3", "d/4", "d/stray", "e/5", "f/6/7"], "old");
  const next = makeSite(join(place, "next"), ["e/new", "d/9", "f/6/8"], "new");
  const parts = findKeptParts(makeCache(old, ["a/b/1", "a/b/2", "a/c/3", "d/4", "e/5", "f/6/7"]), next);
  assert.deepEqual([...parts.paths].sort(), ["a", "d/4", "e/5", "f/6/7"]);
  const replaced = swapSites(next, old, parts) ?? "";
  assert.deepEqual(listFiles(old), ["a/b/1", "a/b/2", "a/c/3", "d/4", "d/9", "e/5", "e/new", "f/6/7", "f/6/8"]);
  assert.equal(readFileSync(join(old, "a/b/1"), "utf8"), "old");
  assert.deepEqual(listFiles(replaced), ["d/stray"]);
  assert.ok(!existsSync(siblingOf(old, "moving")));
});

test("a file that has gone meanwhile, or another folder in the place of the site, is told", () => {
  const place = makeFolder();
  const old = makeSite(join(place, "site"), ["a/1"], "old");
  const next = makeSite(join(place, "next"), ["b"], "new");
  assert.throws(() => findKeptParts(makeCache(old, ["a/1", "a/2"]), next), ReplacedError);
  const parts = findKeptParts(makeCache(old, ["a/1"]), next);
  renameSync(old, `${old}-away`);
  makeSite(old, ["a/1"], "somebody else's");
  assert.throws(() => swapSites(next, old, parts), ReplacedError);
  assert.equal(readFileSync(join(old, "a/1"), "utf8"), "somebody else's");
});

test("a swap that fails leaves the old site as it was", () => {
  const place = makeFolder();
  const old = makeSite(join(place, "site"), ["a/1", "b/2"], "old");
  const next = makeSite(join(place, "next"), ["b/2"], "new");
  // A folder cannot be moved to where something stands.
  assert.throws(() => swapSites(next, old, { of: identifyFolder(old), paths: ["a", "b"] }), ReplacedError);
  assert.deepEqual(listFiles(old), ["a/1", "b/2"]);
  assert.equal(readFileSync(join(old, "b/2"), "utf8"), "old");
  assert.deepEqual(listFiles(next), ["b/2"]);
});

test("a site whose build was killed while it moved parts comes back whole", async () => {
  const place = makeFolder();
  const site = join(place, "site");
  makeSite(siblingOf(site, "replaced", DEAD), ["c/3"], "old");
  makeSite(siblingOf(site, "building", DEAD), ["a/1", "new"], "old");
  writeFileSync(siblingOf(site, "moving", DEAD), JSON.stringify({ paths: ["a", "c"] }));
  await removeRemains(site);
  assert.deepEqual(listFiles(place), ["site/a/1", "site/c/3"]);
});

test("a build that was killed while it wrote down what it would move has moved nothing", async () => {
  const place = makeFolder();
  const site = makeSite(join(place, "site"), ["a/1"], "old");
  makeSite(siblingOf(site, "building", DEAD), ["b"], "new");
  writeFileSync(siblingOf(site, "moving", DEAD), '{"paths":["a"');
  await removeRemains(site);
  assert.deepEqual(listFiles(place), ["site/a/1"]);
});

test("a site comes back whose build was killed with the number that this process has now, as in containers", async () => {
  const place = makeFolder();
  const site = join(place, "site");
  makeSite(siblingOf(site, "replaced"), ["c/3"], "old");
  makeSite(siblingOf(site, "building"), ["a/1", "new"], "old");
  writeFileSync(siblingOf(site, "moving"), JSON.stringify({ paths: ["a"] }));
  await removeRemains(site);
  assert.deepEqual(listFiles(place), ["site/a/1", "site/c/3"]);
});
