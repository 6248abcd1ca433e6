// The site as it was: built from a work tree of its own, which goes afterwards.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { GitError } from "../../scripts/git/run-git.ts";
import { buildSite, buildSiteBefore, mayHoldPreview } from "../../scripts/preview/build-sites.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";

/** Stands for our command line: a site is the archive's one text, or nothing when that is "broken". */
const BUILD = `import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import "installed";
const at = (name) => process.argv[process.argv.indexOf(name) + 1];
const text = readFileSync(at("--content") + "/a.md", "utf8");
if (text !== "broken") {
  mkdirSync(at("--output"), { recursive: true });
  for (const file of ["index.html", "ordskifte.json"]) writeFileSync(at("--output") + "/" + file, text);
}
process.exitCode = text === "old" ? 1 : 0;
`;

function git(project: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

function makeProject(): string {
  const project = makeFolder("preview");
  git(project, "init", "-q", "-b", "main");
  for (const [key, value] of [
    ["user.name", "Test"],
    ["user.email", "test@mail.example"],
  ] as const)
    git(project, "config", key, value);
  for (const folder of ["scripts", "content", "node_modules/installed"])
    mkdirSync(join(project, folder), { recursive: true });
  writeFileSync(join(project, "scripts/ordskifte.js"), BUILD);
  writeFileSync(join(project, "package.json"), `{"type": "module"}`);
  writeFileSync(join(project, "package-lock.json"), "{}");
  writeFileSync(join(project, ".gitignore"), "node_modules\n.cache\n");
  writeFileSync(join(project, "node_modules/installed/package.json"), `{"name": "installed", "main": "index.js"}`);
  writeFileSync(join(project, "node_modules/installed/index.js"), "");
  return project;
}

function commit(project: string, text: string): void {
  writeFileSync(join(project, "content/a.md"), text);
  git(project, "add", "-A");
  git(project, "commit", "-qm", text);
}

test("is built where the branch parted, with a broken text in it too, and leaves no work tree", async () => {
  const project = makeProject();
  commit(project, "old");
  git(project, "branch", "topic");
  commit(project, "newer on main");
  git(project, "switch", "-q", "topic");
  commit(project, "new");
  const folder = makeFolder("before");
  const site = await buildSiteBefore(project, "main", folder);
  assert.equal(readFileSync(join(site ?? "", "index.html"), "utf8"), "old");
  assert.equal(git(project, "worktree", "list", "--porcelain").match(/^worktree /gm)?.length, 1);
  assert.ok(existsSync(join(project, "node_modules/installed/index.js")), "what was lent is still there");
  assert.equal(git(project, "status", "--porcelain"), "");
});

test("cannot be built: that is no error, and leaves no work tree", async () => {
  const project = makeProject();
  commit(project, "broken");
  commit(project, "new");
  assert.equal(await buildSiteBefore(project, "HEAD~1", makeFolder("before")), undefined);
  assert.equal(git(project, "worktree", "list", "--porcelain").match(/^worktree /gm)?.length, 1);
});

test("a revision that is not there is told", async () => {
  const project = makeProject();
  commit(project, "old");
  await assert.rejects(buildSiteBefore(project, "nowhere", makeFolder("before")), GitError);
  await assert.rejects(buildSiteBefore(project, "--help", makeFolder("before")), GitError);
});

test("a failed build is none, though a former one left its site; and leaves that site", async () => {
  const project = makeProject();
  const folder = makeFolder("output");
  const site = join(folder, "site");
  writeFileSync(join(project, "content/a.md"), "first");
  assert.ok(await buildSite(project, site));
  assert.ok(mayHoldPreview(folder));
  writeFileSync(join(project, "content/a.md"), "broken");
  assert.equal(await buildSite(project, site), false);
  assert.deepEqual(readdirSync(folder), ["site"]);
  writeFileSync(join(project, "content/a.md"), "second");
  assert.ok(await buildSite(project, site));
  assert.equal(readFileSync(join(site, "index.html"), "utf8"), "second");
});

test("a folder with anything else in it is no place for a preview", async () => {
  const folder = makeFolder("mine");
  assert.ok(mayHoldPreview(folder));
  assert.ok(mayHoldPreview(join(folder, "new")));
  writeFileSync(join(folder, "README.md"), "Mine.");
  assert.equal(mayHoldPreview(folder), false);
  assert.equal(mayHoldPreview(join(folder, "README.md")), false);
  const { code, stderr } = await runOrdskifteHere(["preview", "--base", "HEAD", "--output", folder]);
  assert.equal(code, 2);
  assert.match(stderr, /holds other things than a former preview/);
  assert.equal(readFileSync(join(folder, "README.md"), "utf8"), "Mine.");
});
