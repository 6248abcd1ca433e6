// The whole command, killed by the system in the middle of an import: its lock, what check says, and the next run.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { LOCK_FILE } from "../../../scripts/archive/lock.ts";
import { PROJECT, runOrdskifteHere } from "../../support/command-line.ts";
import { makeFolder } from "../../support/scratch.ts";
import { readTree } from "../import-files.ts";
import { writeWxr } from "../write-wxr.ts";

test("an import that the system kills goes on with the next run", async () => {
  const folder = makeFolder("killed");
  const file = join(folder, "blog.xml");
  const items = [1, 2, 3, 4].map((id) => ({ id, comments: [{ id: id * 10 }, { id: id * 10 + 1, parent: id * 10 }] }));
  writeFileSync(file, writeWxr({ items }));
  const [content, whole] = [join(folder, "content"), join(folder, "whole")];
  const args = ["import", file, "--lang", "en", "--content"];
  const hook = `${pathToFileURL(join(PROJECT, "test/support/kill-after-changes.ts")).href}?at=15`;
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--import", hook, join(PROJECT, "scripts/ordskifte.js"), ...args, content],
    { cwd: PROJECT, stdio: ["ignore", "ignore", "inherit"] },
  );
  const [, signal] = await once(child, "close");
  assert.equal(signal, "SIGKILL");
  assert.ok(existsSync(join(content, LOCK_FILE)));
  const posts = Object.keys(readTree(content)).filter((path) => path.endsWith("/index.md"));
  assert.ok(posts.length > 0 && posts.length < items.length, `${posts.length} posts stand`);
  const check = await runOrdskifteHere(["check", "--content", content]);
  assert.equal(check.code, 0, check.stdout);
  const again = await runOrdskifteHere([...args, content]);
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /did not come to its end/);
  await runOrdskifteHere([...args, whole]);
  assert.deepEqual(readTree(content), readTree(whole));
});
