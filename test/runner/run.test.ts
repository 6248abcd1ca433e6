// Proves that the runner counts what it should and never calls a broken file a success.

import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { PROJECT } from "../support/command-line.ts";
import { runProcess } from "./test-file.ts";

const RUNNER = join(PROJECT, "test/run.ts");

/** Runs the runner over a folder of fixtures. */
async function run(folder: string, ...more: string[]) {
  const args = ["--import", "tsx", RUNNER, "--folder", join(PROJECT, "test/fixtures/runner", folder), ...more];
  const { output, code } = await runProcess(process.execPath, args, { timeoutSeconds: 60 });
  return { output, code, lastLine: output.trimEnd().split("\n").at(-1) };
}

describe("a folder with every kind of bad file", () => {
  let result: Awaited<ReturnType<typeof run>>;
  before(async () => {
    result = await run("all", "--timeout", "8");
  });

  test("fails, with exact counts", () => {
    assert.equal(result.code, 1);
    assert.equal(result.lastLine, "5 passed, 6 failed, 2 skipped");
  });

  const expected = {
    "shows a failure with its place and diff":
      /failing\.test\.ts: outer › inner\n[\s\S]*colour: 'green'[\s\S]*colour: 'red'/,
    "fails a file without a test": /empty\.test\.ts: the file itself\n\s+It contains no test\./,
    "fails a file that throws": /crashing\.test\.ts: the file itself\n[\s\S]*the roof fell in/,
    "fails a promise that nobody waited for": /rejecting\.test\.ts: the file itself\n[\s\S]*nobody listened/,
    "fails a file that leaves before its tests are done": /leaving\.test\.ts: the file itself\n\s+It ended before/,
    "stops and fails a file that hangs": /hanging\.test\.ts: the file itself\n\s+It ran for more than 8 s/,
    "says why a test was skipped": /Skipped:\n.*failing\.test\.ts: left out: the moon is not full/,
    "counts a skipped suite once, with its reason":
      /Skipped:\n[\s\S]*failing\.test\.ts: left out together: the sun is up\n/,
  };
  for (const [name, pattern] of Object.entries(expected)) {
    test(name, () => assert.match(result.output, pattern));
  }
});

test("a folder without tests is a failure", async () => {
  const { code, lastLine } = await run("none");
  assert.deepEqual({ code, lastLine }, { code: 1, lastLine: "0 passed, 0 failed" });
});

test("passing tests pass", async () => {
  const { code, lastLine } = await run("good");
  assert.deepEqual({ code, lastLine }, { code: 0, lastLine: "2 passed, 0 failed" });
});

test("large tests run only when asked for", async () => {
  assert.equal((await run("all", "big")).lastLine, "0 passed, 0 failed");
  assert.equal((await run("all", "big", "--large")).lastLine, "1 passed, 0 failed");
});

test("an unknown option is wrong use", async () => {
  const { code, output } = await run("good", "--colour");
  assert.equal(code, 2);
  assert.match(output, /npm test/);
});
