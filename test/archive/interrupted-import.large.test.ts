import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { PROJECT } from "../support/command-line.ts";
import { makeArchive, readAll } from "./temporary-archive.ts";

/** Runs a round of writing; kills it, if told so, that many milliseconds after it began. */
async function write(folder: string, round: number, killAfter?: number): Promise<void> {
  const args = ["--import", "tsx", join(PROJECT, "test/archive/write-many.ts"), folder, String(round)];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  if (killAfter !== undefined) {
    await once(child.stdout, "data");
    await setTimeout(killAfter);
    child.kill("SIGKILL");
  }
  const [code] = await closed;
  if (killAfter === undefined) assert.equal(code, 0);
}

test("an import that is killed leaves what check accepts, and the next run completes it", async (t) => {
  const whole = makeArchive(t);
  const folder = makeArchive(t);
  for (const round of [1, 2]) {
    await write(whole, round);
    for (const killAfter of [15, 60]) {
      await write(folder, round, killAfter);
      const { archive, problems } = await readArchive(folder);
      const errors = [...problems, ...validateArchive(archive)].filter(({ level }) => level === "error");
      assert.deepEqual(errors, []);
      t.diagnostic(`round ${round}, killed after ${killAfter} ms: ${archive.posts.length} posts stand`);
    }
    await write(folder, round);
    assert.deepEqual(readAll(folder), readAll(whole));
  }
});
