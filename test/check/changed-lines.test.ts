import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { readChangedLines } from "../../scripts/check/changed-lines.ts";
import { makeArchive } from "../archive/temporary-archive.ts";

interface Repository {
  readonly folder: string;
  readonly git: (...args: string[]) => string;
  readonly write: (file: string, text: string) => void;
}

function makeRepository(t: TestContext): Repository {
  const folder = makeArchive(t);
  const identity = ["-c", "user.name=T", "-c", "user.email=t@t.invalid", "-c", "commit.gpgsign=false"];
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, ...identity, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  git("init", "-q", "-b", "main");
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  return { folder, git, write };
}

test("tells which lines were changed, committed or not, below the archive's folder", async (t) => {
  const { folder, git, write } = makeRepository(t);
  write("content/a.md", "1\n2\n3\n4\n5\n6\n");
  write("content/same.md", "1\n");
  write('content/odd "é"\n.md', "1\n2\n");
  write("content/gone.md", "1\n");
  git("add", ".");
  git("commit", "-qm", "first");
  git("checkout", "-qb", "work");
  // A changed line may look like a line of the patch itself.
  write("content/a.md", "1\n++ b/same.md\n@@ -1 +1 @@\n3\n4\n6\n7\n");
  write('content/odd "é"\n.md', "1\nzwei\n");
  rmSync(join(folder, "content/gone.md"));
  write("outside.md", "1\n");
  git("add", ".");
  git("commit", "-qm", "second");
  write("content/posts/2011/new/index.md", "1\n");
  const changes = await readChangedLines(join(folder, "content"), "main");
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].filter((line) => changes.has("a.md", line)),
    [2, 3, 5, 6, 7],
  );
  assert.deepEqual(
    [1, 2].filter((line) => changes.has('odd "é"\n.md', line)),
    [2],
  );
  assert.ok(changes.has("a.md") && changes.has("posts/2011/new/index.md", 1) && changes.has("posts/2011/new"));
  assert.ok(
    !changes.has("same.md", 1) && !changes.has("same.md") && !changes.has("outside.md") && !changes.has("pages"),
  );
});

test("a change of the other branch is none of this one", async (t) => {
  const { folder, git, write } = makeRepository(t);
  write("a.md", "1\n2\n");
  write("b.md", "1\n");
  git("add", ".");
  git("commit", "-qm", "first");
  git("checkout", "-qb", "work");
  write("b.md", "2\n");
  git("commit", "-qam", "mine");
  git("checkout", "-q", "main");
  write("a.md", "1\nzwei\n");
  git("commit", "-qam", "theirs");
  git("checkout", "-q", "work");
  const changes = await readChangedLines(folder, "main");
  assert.deepEqual([changes.has("a.md"), changes.has("b.md", 1)], [false, true]);
});

test("says what to do where Git cannot tell", async (t) => {
  const { folder, git, write } = makeRepository(t);
  write("a.md", "1\n");
  git("add", ".");
  git("commit", "-qm", "first");
  write("a.md", "2\n");
  git("commit", "-qam", "second");
  const cases = [
    ["no-such-branch", /Git does not know "no-such-branch" here.*fetch-depth: 0/],
    ["--output=x", /is no commit/],
    ["0000000000000000000000000000000000000000", /is no commit/],
  ] as const;
  for (const [since, message] of cases) {
    await assert.rejects(readChangedLines(folder, since), { code: "usage", message });
  }
  await assert.rejects(readChangedLines(makeArchive(t), "main"), { code: "usage", message: /Git could not tell/ });
  // A shallow copy knows the tip of both branches, and not where they parted.
  git("checkout", "-qb", "work", "main^");
  write("b.md", "1\n");
  git("add", ".");
  git("commit", "-qm", "mine");
  const shallow = join(makeArchive(t), "copy");
  git("clone", "-q", "--depth=1", "--branch=work", `file://${folder}`, shallow);
  execFileSync("git", ["-C", shallow, "fetch", "-q", "--depth=1", "origin", "main"], { stdio: "ignore" });
  await assert.rejects(readChangedLines(shallow, "FETCH_HEAD"), {
    code: "usage",
    message: /too little history.*--unshallow/,
  });
});
