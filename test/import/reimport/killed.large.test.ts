// A large import, whose posts are written in a thread of their own, killed at any moment. For `npm run test:large`.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { generateExport } from "../../../scripts/bench/generate-export.ts";
import { PROJECT, runOrdskifteHere } from "../../support/command-line.ts";
import { makeFolder } from "../../support/scratch.ts";
import { readTree } from "../import-files.ts";

const POSTS = 400;

function countPosts(content: string): number {
  const posts = join(content, "posts");
  if (!existsSync(posts)) return 0;
  return readdirSync(posts).reduce((sum, year) => sum + readdirSync(join(posts, year)).length, 0);
}

test("a large import that the system kills goes on with the next run", async () => {
  const folder = makeFolder("killed");
  const file = join(folder, "blog.xml");
  await generateExport(file, { format: "wxr", posts: POSTS, commentsPerPost: 10 });
  const whole = join(folder, "whole");
  assert.equal((await runOrdskifteHere(["import", file, "--content", whole])).code, 0);
  const expected = readTree(whole);
  for (const share of [0.1, 0.5, 0.9]) {
    const content = join(folder, `content-${share}`);
    const child = spawn(
      process.execPath,
      [join(PROJECT, "scripts/ordskifte.js"), "import", file, "--content", content],
      {
        cwd: PROJECT,
        stdio: "ignore",
      },
    );
    const closed = once(child, "close");
    while (countPosts(content) < share * POSTS) await sleep(5);
    child.kill("SIGKILL");
    await closed;
    assert.ok(countPosts(content) < POSTS, "it was killed before its end");
    const check = await runOrdskifteHere(["check", "--content", content]);
    assert.equal(check.code, 0, check.stdout);
    assert.equal((await runOrdskifteHere(["import", file, "--content", content])).code, 0);
    assert.deepEqual(readTree(content), expected);
  }
});
