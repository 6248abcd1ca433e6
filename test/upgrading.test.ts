// The commands of docs/upgrading.md bring a later version into a repository that was made from a template, as they stand there.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { readProjectFile } from "./support/project-files.ts";
import { makeFolder } from "./support/scratch.ts";

const [ADD = "", NOTE = "", MERGE = "", KEEP = "", RESOLVE = "", FINISH = ""] = readBlocks("docs/upgrading.md");

test("both languages give the same commands", () => {
  assert.deepEqual(readBlocks("docs/sv/upgrading.md"), readBlocks("docs/upgrading.md"));
  assert.equal(readBlocks("docs/upgrading.md").length, 6);
});

test("two later versions come in, one after the other; the archive and the owner's changes stay", () => {
  const original = makeRepository({
    "README.md": "# Ordskifte\n\nA program.\n",
    "CITATION.cff": "1\n",
    "scripts/a.ts": "one\ntwo\nthree\nfour\nfive\n",
    "content/site.json": "sample",
    "content/posts/2011/sample/index.md": "sample",
  });
  // The template was used when there had been commits before.
  commit(original, { "scripts/b.ts": "b" }, "Version 1");
  const began = git(original, "rev-parse", "HEAD");
  const mine = makeRepository(readCommitted(original));
  remove(mine, "content/posts/2011/sample/index.md");
  remove(mine, "CITATION.cff");
  commit(
    mine,
    {
      "content/site.json": "mine",
      "content/posts/2008/post/index.md": "mine",
      "README.md": "# Our town\n\nA program.\n",
    },
    "Ours",
  );
  commit(
    original,
    {
      "scripts/a.ts": "one\ntwo\nthree\nfour\nFIVE\n",
      "content/posts/2011/sample/index.md": "changed",
      "scripts/c.ts": "c",
    },
    "Version 2",
  );

  run(mine, ADD.replace("https://github.com/OWNER/ordskifte.git", original));
  run(mine, NOTE);
  assert.equal(git(mine, "merge-base", "HEAD", "ordskifte/main"), began);
  assert.equal(git(mine, "status", "--porcelain"), "");
  assert.equal(read(mine, "README.md"), "# Our town\n\nA program.\n");

  upgrade(mine, []);
  assert.equal(read(mine, "scripts/a.ts"), "one\ntwo\nthree\nfour\nFIVE\n");
  assert.ok(existsSync(join(mine, "scripts/c.ts")));

  // Both change the same line of the README; the file that was deleted here, and a post of the sample, change there.
  commit(
    original,
    {
      "README.md": "# Ordskifte 3\n\nA program.\n",
      "CITATION.cff": "3\n",
      "content/posts/2011/sample/index.md": "again",
      "content/site.json": "new",
    },
    "Version 3",
  );
  git(mine, "switch", "-q", "main");
  git(mine, "merge", "-q", "--no-ff", "-m", "Merge pull request", "upgrade");
  upgrade(mine, ["README.md", "CITATION.cff"]);
  assert.equal(read(mine, "README.md"), "# Our town\n\nA program.\n");
  assert.ok(!existsSync(join(mine, "CITATION.cff")));
  assert.equal(git(mine, "merge-base", "HEAD", "ordskifte/main"), git(original, "rev-parse", "HEAD"));
});

/** Follows the second half of the page; the conflicts are settled in favour of what the owner has. */
function upgrade(repository: string, conflicts: readonly string[]): void {
  run(repository, MERGE.replace("git pull\n", ""), [0, 1]);
  run(repository, KEEP);
  const unmerged = git(repository, "diff", "--name-only", "--diff-filter=U").split("\n").filter(Boolean);
  assert.deepEqual(unmerged.sort(), [...conflicts].sort());
  for (const file of unmerged) {
    const keep = existsSync(join(repository, file)) && file !== "CITATION.cff";
    run(
      repository,
      keep ? RESOLVE.replaceAll("path/of/the/file", file).replace("--theirs", "--ours") : `git rm -q ${file}`,
    );
  }
  run(repository, FINISH.replaceAll(/^(?:npm |git push).*$/gm, ""));
  assert.equal(git(repository, "status", "--porcelain"), "");
  assert.deepEqual(git(repository, "ls-files", "content").split("\n"), [
    "content/posts/2008/post/index.md",
    "content/site.json",
  ]);
  assert.equal(read(repository, "content/site.json"), "mine");
}

/** Returns the shell blocks of a page. */
function readBlocks(file: string): readonly string[] {
  return [...readProjectFile(file).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
}

function run(repository: string, commands: string, codes: readonly number[] = [0]): void {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", commands], { cwd: repository, encoding: "utf8" });
  assert.ok(codes.includes(status ?? -1), `${commands}\n${stdout}${stderr}`);
}

function git(repository: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: repository, encoding: "utf8" }).trim();
}

function makeRepository(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder("upgrade");
  git(folder, "init", "-q", "-b", "main");
  git(folder, "config", "user.name", "Test");
  git(folder, "config", "user.email", "test@mail.example");
  commit(folder, files, "Initial commit");
  return folder;
}

function commit(repository: string, files: Readonly<Record<string, string>>, subject: string): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, file)), { recursive: true });
    writeFileSync(join(repository, file), text);
  }
  git(repository, "add", "-A");
  git(repository, "commit", "-q", "-m", subject);
}

function remove(repository: string, file: string): void {
  rmSync(join(repository, file));
}

function read(repository: string, file: string): string {
  return readFileSync(join(repository, file), "utf8");
}

/** Returns the files of a repository's last commit, as a template hands them on. */
function readCommitted(repository: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    git(repository, "ls-files")
      .split("\n")
      .map((file) => [file, read(repository, file)]),
  );
}
