// What a build may touch, and that the same archive always gives the same bytes.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type ArchiveSketch, writeArchive } from "../support/archive.ts";
import { PROJECT, runOrdskifte, runOrdskifteHere } from "../support/command-line.ts";
import { SAMPLE, SKIP_WITHOUT_SAMPLE } from "../support/sample.ts";
import { makeFolder } from "../support/scratch.ts";
import { buildSite, buildSketch, hashTree, openSite } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";
import { ONE_POST, TWO_LANGUAGES } from "./small-archives.ts";

/** Builds without search in this process, which is quick. */
async function buildHere(content: string, output: string) {
  return runOrdskifteHere(["build", "--content", content, "--output", output, "--no-search"]);
}

/** Puts a built site into a folder, as if it had been built there. */
async function copySite(archive: ArchiveSketch, output: string): Promise<string> {
  cpSync((await buildSketch(archive)).folder, output, { recursive: true });
  return output;
}

/** Copies the sample elsewhere, as it stands, with the commits that references name, and returns its place. */
function copyWithHistory(folder: string): string {
  try {
    execFileSync("git", ["clone", "-q", "--shared", PROJECT, folder], { stdio: "ignore" });
  } catch {
    // The project came without Git: references name no commits there either.
  }
  const copy = join(folder, "content");
  rmSync(copy, { recursive: true, force: true });
  cpSync(SAMPLE, copy, { recursive: true });
  return copy;
}

async function build(content: string, output: string, ...options: string[]) {
  return runOrdskifte(["build", "--content", content, "--output", output, ...options]);
}

test("the same archive gives the same bytes, search included, wherever it lies", {
  skip: SKIP_WITHOUT_SAMPLE,
}, async () => {
  const first = await buildSite(SAMPLE);
  const copy = copyWithHistory(makeFolder());
  const output = join(makeFolder(), "site");
  const { code, stderr } = await build(copy, output);
  assert.equal(code, 0, stderr);
  assert.deepEqual(hashTree(output), hashTree(first.folder));
});

describe("folders", () => {
  const inside = join(PROJECT, ".cache", `test-${process.pid}`);
  after(() => rmSync(inside, { recursive: true, force: true }));

  test("content and output may lie inside the project, and the content is only read", async () => {
    const content = writeArchive(join(inside, "content"), TWO_LANGUAGES);
    const before = hashTree(content);
    const output = join(inside, "site");
    const { code, stderr } = await buildHere(content, output);
    assert.equal(code, 0, stderr);
    assert.deepEqual(hashTree(content), before);
    const site = openSite(output);
    assert.deepEqual(findBrokenLinks(site), []);
    const elsewhere = await buildSketch(TWO_LANGUAGES);
    assert.deepEqual(hashTree(output), hashTree(elsewhere.folder));
  });

  test("are taken from where the person stands; a broken file is an error there, and the others are built", async () => {
    const folder = makeFolder();
    const content = writeArchive(join(folder, "my archive"), ONE_POST);
    mkdirSync(join(content, "posts/2010/broken"), { recursive: true });
    writeFileSync(join(content, "posts/2010/broken/index.md"), '---\ntitle: "never ends\n');
    const args = ["build", "--content", "my archive", "--output", "my site", "--no-search"];
    const { code, stderr } = await runOrdskifte(args, folder);
    assert.equal(code, 1);
    assert.match(stderr, /posts\/2010\/broken\/index\.md/);
    assert.ok(existsSync(join(folder, "my site", "en", "2010", "hello", "index.html")));
  });
});

describe("the output folder", () => {
  test("is refused when it holds anything but a site of ours", async () => {
    const folder = makeFolder();
    const content = writeArchive(join(folder, "content"), ONE_POST);
    const output = join(folder, "thesis");
    mkdirSync(output);
    writeFileSync(join(output, "chapter-1.txt"), "years of work");
    const { code, stderr } = await buildHere(content, output);
    assert.equal(code, 1);
    assert.match(stderr, /thesis.*Nothing was written/s);
    assert.deepEqual(readdirSync(output), ["chapter-1.txt"]);
    assert.deepEqual(readdirSync(folder).sort(), ["content", "thesis"]);
  });

  test("loses what a former build left there and this one does not make, while another build runs beside it", async () => {
    const folder = makeFolder();
    const output = await copySite(TWO_LANGUAGES, join(folder, "s0"));
    assert.ok(existsSync(join(output, "en/2011")));
    const contents = [ONE_POST, TWO_LANGUAGES].map((archive, index) =>
      writeArchive(join(folder, `c${index}`), archive),
    );
    const results = await Promise.all(
      contents.map((content, index) => build(content, join(folder, `s${index}`), "--no-search")),
    );
    assert.deepEqual(
      results.map(({ code }) => code),
      [0, 0],
    );
    assert.ok(existsSync(join(output, "en/2010/hello/index.html")));
    assert.ok(!existsSync(join(output, "en/2011")));
    assert.ok(!existsSync(join(folder, "s1/en/2010/hello/index.html")));
    assert.deepEqual(readdirSync(folder).sort(), ["c0", "c1", "s0", "s1"]);
  });

  test("keeps the old site when a build is killed", async () => {
    const folder = makeFolder();
    const content = writeArchive(join(folder, "content"), ONE_POST);
    const output = await copySite(TWO_LANGUAGES, join(folder, "site"));
    const before = hashTree(output);
    const args = ["build", "--content", content, "--output", output];
    const child = spawn(process.execPath, [join(PROJECT, "scripts/ordskifte.js"), ...args], { stdio: "ignore" });
    const ended = new Promise((resolve) => child.on("close", resolve));
    // Kill it as soon as it has begun to write.
    while (readdirSync(folder).length < 3 && child.exitCode === null) await wait(5);
    child.kill("SIGKILL");
    await ended;
    assert.deepEqual(hashTree(output), before);
    const { code, stderr } = await buildHere(content, output);
    assert.equal(code, 0, stderr);
    assert.deepEqual(readdirSync(folder).sort(), ["content", "site"]);
    assert.ok(existsSync(join(output, "en/2010/hello/index.html")) && !existsSync(join(output, "en/2011")));
  });
});

describe("wrong use", () => {
  for (const [name, args] of Object.entries({
    "an unknown option": ["--colour", "red"],
    "an address that is none": ["--url", "my site"],
    "a base path that is none": ["--base-path", "repo"],
    "an option without its value": ["--content"],
  })) {
    test(`${name} has exit code 2 and a hint`, async () => {
      const { code, stderr } = await runOrdskifteHere(["build", "--output", join(makeFolder(), "site"), ...args]);
      assert.equal(code, 2);
      assert.match(stderr, /--help/);
    });
  }
});
