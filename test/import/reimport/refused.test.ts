// A full disk, a file without permission, an archive that somebody else writes into: what the command says, and what stands.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { LOCK_FILE, takeLock } from "../../../scripts/archive/lock.ts";
import { runOrdskifteHere } from "../../support/command-line.ts";
import { runOnFailingDisk } from "../../support/failing-disk.ts";
import { makeFolder } from "../../support/scratch.ts";
import { readTree } from "../import-files.ts";
import { writeWxr } from "../write-wxr.ts";

function makePlace() {
  const folder = makeFolder("refused");
  const file = join(folder, "blog.xml");
  const items = [1, 2, 3].map((id) => ({ id, comments: [{ id: id * 10 }, { id: id * 10 + 1 }] }));
  writeFileSync(file, writeWxr({ items }));
  const content = join(folder, "content");
  return { folder, content, run: () => runOrdskifteHere(["import", file, "--lang", "en", "--content", content]) };
}

for (const [code, reason] of [
  ["ENOSPC", /the disk is full \(ENOSPC\).* Make room, and run the same import again/],
  ["EACCES", /you are not allowed to \(EACCES\).* permissions/],
  ["EROFS", /the disk can only be read \(EROFS\)/],
] as const) {
  test(`${code} in the middle is told, and the next run goes on`, async () => {
    const { content, run } = makePlace();
    const { result } = await runOnFailingDisk(run, { at: 14, code, isHalfDone: true });
    assert.equal(result?.code, 1);
    assert.match(result?.stderr ?? "", reason);
    assert.match(result?.stderr ?? "", /content\/posts\/2012\/post-\d: could not be written/);
    assert.doesNotMatch(result?.stderr ?? "", /ordskifte-tmp|^ +at /m);
    assert.ok(!Object.keys(readTree(content)).some((path) => path.includes(".ordskifte-tmp")));
    const check = await runOrdskifteHere(["check", "--content", content]);
    assert.equal(check.code, 0, check.stdout);
    const again = await run();
    assert.equal(again.code, 0, again.stderr);
    const undisturbed = makePlace();
    await undisturbed.run();
    assert.deepEqual(readTree(content), readTree(undisturbed.content));
  });
}

test("nothing is left where not even the first file can be written", async () => {
  const { content, run } = makePlace();
  const { result } = await runOnFailingDisk(run, { at: 1, code: "EACCES" });
  assert.equal(result?.code, 1);
  assert.match(result?.stderr ?? "", /you are not allowed to \(EACCES\)/);
  assert.ok(!existsSync(content));
});

test("a file that cannot be read stops the import instead of being brought twice", async () => {
  const { content, run } = makePlace();
  await run();
  // Nobody may read a file that has been replaced by a loop of links, not even root.
  const path = join(content, "posts/2012/post-2/index.md");
  rmSync(path);
  symlinkSync("index.md", path);
  const before = Object.keys(readTree(content));
  const { code, stderr } = await run();
  assert.equal(code, 1);
  assert.match(stderr, /post-2\/index\.md: could not be written or read: .* \(ELOOP\)/);
  assert.deepEqual(Object.keys(readTree(content)), before);
});

test("an archive that another process writes into is left alone", async () => {
  const { content, run } = makePlace();
  const lock = takeLock(content, "import");
  const { code, stderr } = await run();
  assert.equal(code, 1);
  assert.match(stderr, /\.import\.lock: another "import" \(process \d+\) writes into this archive\. Wait .* remove/);
  assert.deepEqual(Object.keys(readTree(content)), [LOCK_FILE]);
  lock.release();
  assert.ok(!existsSync(content), "a folder that was made for the lock goes with it");
  assert.equal((await run()).code, 0);
  assert.ok(!existsSync(join(content, LOCK_FILE)));
});

test("the lock of a process that has ended is taken over, one from elsewhere is not", async () => {
  const { content, run } = makePlace();
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "close");
  mkdirSync(content);
  const path = join(content, LOCK_FILE);
  const hold = (holder: object): void => writeFileSync(path, JSON.stringify({ command: "import", ...holder }));
  hold({ pid: child.pid, host: hostname() });
  const { code, stdout } = await run();
  assert.equal(code, 0);
  assert.match(stdout, /An earlier import \(process \d+\) did not come to its end .* goes on where it stopped/);
  assert.ok(!existsSync(path));
  // The number was given to another process since.
  hold({ pid: process.pid, host: hostname(), start: "1" });
  assert.equal((await run()).code, process.platform === "linux" ? 0 : 1);
  for (const text of [JSON.stringify({ pid: child.pid, host: "elsewhere.example", command: "import" }), "{ broken"]) {
    writeFileSync(path, text);
    const { code, stderr } = await run();
    assert.equal(code, 1);
    assert.match(stderr, /another .*writes into this archive/);
    assert.equal(readFileSync(path, "utf8"), text);
  }
  writeFileSync(path, "");
  assert.equal((await run()).code, 0);
});
