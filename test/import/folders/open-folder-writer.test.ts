// The thread that writes folders leaves on the disk what writing them at once would have left, also when it fails or ends.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { NewFolder } from "../../../scripts/archive/new-folder.ts";
import { openFolderWriter, writeFoldersBehind } from "../../../scripts/import/folders/open-folder-writer.ts";
import { makeFolder } from "../../support/scratch.ts";
import { readTree } from "../import-files.ts";

const LARGE = 1_000_000_000;

function toFolders(root: string, count: number): readonly NewFolder[] {
  mkdirSync(join(root, "posts/2011"), { recursive: true });
  return Array.from({ length: count }, (_, number) => ({
    path: join(root, "posts/2011", `post-${number}`),
    folders: number % 3 === 0 ? [] : ["comments"],
    files: [
      ["index.md", `Räksmörgås ${number}\n`.repeat(2_000)] as const,
      ...(number % 3 === 0 ? [] : [["comments/comment-1.md", `😀 ${number}`] as const]),
    ],
  }));
}

test("folders come to the disk as they would at once, in their order", async () => {
  const [behind, here] = [makeFolder("behind"), makeFolder("here")];
  for (const [root, size] of [
    [behind, LARGE],
    [here, 0],
  ] as const) {
    const writer = openFolderWriter(size);
    for (const folder of toFolders(root, 120)) await writer.write(folder);
    await writer.settle();
    assert.equal(readdirSync(join(root, "posts/2011")).length, 120);
    await writer.close();
  }
  assert.deepEqual(readTree(behind), readTree(here));
});

test("none follows one that could not be written, and the error names it", async () => {
  const root = makeFolder("refused");
  const folders = toFolders(root, 9);
  const writer = writeFoldersBehind();
  const bad = { ...(folders[4] as NewFolder), path: join(root, "missing/post-4") };
  const given = folders.map((folder, number) => writer.write(number === 4 ? bad : folder));
  await Promise.allSettled(given);
  await assert.rejects(writer.settle(), (error: NodeJS.ErrnoException) => {
    assert.equal(error.code, "ENOENT");
    assert.match(error.path ?? "", /missing/);
    return true;
  });
  await assert.rejects(writer.write(folders[5] as NewFolder), /ENOENT/);
  await writer.close();
  assert.deepEqual(readdirSync(join(root, "posts/2011")).sort(), ["post-0", "post-1", "post-2", "post-3"]);
});

test("a thread that ends is told, and nobody waits for it", async () => {
  const root = makeFolder("ended");
  const [first] = toFolders(root, 1);
  for (const code of ["process.exit(0);", 'throw new Error("no memory");']) {
    const writer = writeFoldersBehind(code);
    await writer.write(first as NewFolder).catch(() => {});
    await assert.rejects(writer.settle(), /the thread that writes files ended|no memory/);
    await writer.close();
  }
  assert.ok(!existsSync((first as NewFolder).path));
});

test("what was given is written before the thread is closed; without folders there is none", async () => {
  const root = makeFolder("closed");
  const writer = writeFoldersBehind();
  for (const folder of toFolders(root, 20)) await writer.write(folder);
  await writer.close();
  assert.equal(readdirSync(join(root, "posts/2011")).length, 20);
  const unused = writeFoldersBehind("process.exit(1);");
  await unused.settle();
  await unused.close();
});
