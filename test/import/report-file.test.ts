// --report: a path that cannot be written stops the import before it begins, and never costs the account on the terminal.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { findReportObstacle } from "../../scripts/import/report-file.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { writeWxr } from "./write-wxr.ts";

const FULL = "/dev/full";

test("an obstacle is found without touching anything", async () => {
  await withFolder(async (folder) => {
    mkdirSync(join(folder, "folder"));
    writeFileSync(join(folder, "file"), "");
    assert.equal(findReportObstacle(join(folder, "new.json")), undefined);
    assert.equal(findReportObstacle(join(folder, "file")), undefined);
    assert.equal(findReportObstacle(join(folder, "folder")), "it is a folder");
    assert.equal(findReportObstacle(join(folder, "none", "a.json")), "its folder does not exist");
    assert.match(findReportObstacle(join(folder, "file", "a.json")) ?? "", /folder/);
    assert.ok(!existsSync(join(folder, "new.json")));
  });
});

test("nothing is imported when the account cannot be written", async () => {
  await withFolder(async (folder) => {
    const { run, content } = place(folder);
    const { code, stderr } = await run(join(folder, "none", "a.json"));
    assert.equal(code, 2);
    assert.match(stderr, /--report takes a file that can be written/);
    assert.ok(!existsSync(content));
  });
});

const skip = existsSync(FULL) ? false : `${FULL} is not there, a file that takes nothing`;

test("the account is shown when its file cannot be written after all", { skip }, async () => {
  await withFolder(async (folder) => {
    const { code, stdout, stderr } = await place(folder).run(FULL);
    assert.equal(code, 1);
    assert.match(stdout, /posts +1 read, 1 in the archive/);
    assert.match(stderr, /could not be written: the disk is full/);
    assert.doesNotMatch(stderr, /\n +at /);
  });
});

function place(folder: string): {
  readonly content: string;
  readonly run: (report: string) => ReturnType<typeof runOrdskifteHere>;
} {
  const file = join(folder, "blog.xml");
  const content = join(folder, "content");
  writeFileSync(file, writeWxr({ items: [{ id: 1 }] }));
  return {
    content,
    run: (report) => runOrdskifteHere(["import", file, "--lang", "en", "--content", content, "--report", report]),
  };
}

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-report-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
