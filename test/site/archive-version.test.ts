// The archive's version: the commit that last changed each post, and nothing where that cannot be told.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { readVersion } from "../../scripts/site/archive-version.ts";
import { makeFolder } from "../support/scratch.ts";

const FOLDERS = ["posts/2011/salt", 'posts/2011/sält "x"', "pages/new"];

describe("the version of an archive", () => {
  const repository = makeFolder("repository");
  const content = join(repository, "inner", "content");
  let first = "";
  let second = "";

  before(() => {
    git("init", "-q");
    add("posts/2011/salt/index.md");
    add("posts/2011/salt/comments/c1.md");
    add('posts/2011/sält "x"/index.md');
    first = commit();
    add("posts/2011/salt/comments/c2.md");
    second = commit();
    writeFileSync(join(repository, "other.md"), "other\n");
    commit();
  });

  test("is that of each post's own folder", async () => {
    const { newest, byFolder } = await readVersion(content, FOLDERS);
    assert.equal(newest, second);
    assert.deepEqual(Object.fromEntries(byFolder), { "posts/2011/salt": second, 'posts/2011/sält "x"': first });
  });

  test("is unknown for what has changed since", async () => {
    appendFileSync(join(content, "posts/2011/salt/comments/c1.md"), "more\n");
    const { newest, byFolder } = await readVersion(content, FOLDERS);
    assert.equal(newest, undefined);
    assert.deepEqual([...byFolder.keys()], ['posts/2011/sält "x"']);
  });

  test("is unknown in a shallow clone and outside a repository", async () => {
    const clone = makeFolder("clone");
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${repository}`, clone]);
    for (const folder of [join(clone, "inner", "content"), makeFolder("plain"), join(repository, "missing")]) {
      const { newest, byFolder } = await readVersion(folder, FOLDERS);
      assert.equal(newest, undefined);
      assert.equal(byFolder.size, 0);
    }
  });

  function git(...words: string[]): string {
    const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
    return execFileSync("git", ["-C", repository, ...who, ...words], { encoding: "utf8" }).trim();
  }

  function add(path: string): void {
    const file = join(content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${path}\n`);
  }

  function commit(): string {
    git("add", ".");
    git("commit", "-q", "-m", "x");
    return git("rev-parse", "HEAD");
  }
});
