// Proves that records come back in groups, in their order, each once, whether they went through files or not.

import assert from "node:assert/strict";
import fs, { existsSync, mkdirSync, readdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { createRecordSpool } from "../../../scripts/import/spool/record-spool.ts";
import { runScript } from "./run-script.ts";

interface Header {
  readonly group: string;
  readonly rank: number;
}

for (const [name, memory] of [
  ["in memory", undefined],
  ["through files", 500],
] as const) {
  test(`records come back by their groups, ${name}`, () => {
    const spool = createRecordSpool<Header, { readonly id: number; readonly text: string }>(memory);
    for (let id = 0; id < 1000; id++) {
      spool.add(`key ${id}`, { group: `a\tgroup ${id % 10}`, rank: 1 }, { id, text: `räksmörgås\n${id}\t"` });
    }
    spool.add("key 7", { group: "a\tgroup 7", rank: 2 }, { id: 7, text: "better" });
    spool.add("key 8", { group: "a\tgroup 8", rank: 0 }, { id: 8, text: "worse" });
    const groups = spool.group({
      isBetter: (reading, standing) => reading.rank > standing.rank,
      groupOf: ({ group }) => group,
    });
    assert.equal(groups.duplicates, 2);
    assert.deepEqual(
      groups.names(),
      Array.from({ length: 10 }, (_, index) => `a\tgroup ${index}`),
    );
    const sevens = groups.read("a\tgroup 7");
    assert.deepEqual(
      sevens.map(({ id }) => id),
      Array.from({ length: 100 }, (_, index) => index * 10 + 7),
    );
    assert.equal(sevens[0]?.text, "better");
    assert.equal(groups.read("a\tgroup 8")[0]?.text, 'räksmörgås\n8\t"');
    assert.deepEqual(groups.read("nowhere"), []);
  });
}

test("a disk that takes and gives less at a time than it is asked for loses nothing", () => {
  const { writeSync, readSync } = fs;
  const half = (length: number): number => Math.ceil(length / 2);
  // Their other forms are not used.
  const patched = {
    writeSync: (file: number, data: Buffer | string, from = 0, length = data.length) => {
      const bytes = typeof data === "string" ? Buffer.from(data) : data.subarray(from, from + length);
      return writeSync(file, bytes, 0, half(bytes.length));
    },
    readSync: (file: number, bytes: Buffer, from: number, length: number, place: number) =>
      readSync(file, bytes, from, half(length), place),
  };
  Object.assign(fs, patched);
  syncBuiltinESMExports();
  try {
    const spool = createRecordSpool<Header, string>(300);
    for (let id = 0; id < 200; id++) spool.add(`${id}`, { group: `${id % 3}`, rank: 1 }, `räksmörgås ${id}`);
    const groups = spool.group({ isBetter: () => false, groupOf: ({ group }) => group });
    assert.equal(groups.read("1")[66], "räksmörgås 199");
    assert.equal(groups.read("2").length, 66);
  } finally {
    Object.assign(fs, { writeSync, readSync });
    syncBuiltinESMExports();
  }
});

test("temporary files go when the process ends, is stopped, or was killed before", async () => {
  const listFolders = (pid: number): readonly string[] =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`ordskifte-import-${pid}-`));
  const ended = await runScript("end");
  assert.deepEqual(listFolders(ended), []);
  const stopped = await runScript("SIGTERM");
  assert.deepEqual(listFolders(stopped), []);
  // Of a process that was killed the next import finds the folder.
  const left = join(tmpdir(), `ordskifte-import-${ended}-left`);
  mkdirSync(left);
  await runScript("end");
  assert.equal(existsSync(left), false);
});
