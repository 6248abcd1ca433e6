import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ArchiveError } from "../../scripts/archive/archive-error.ts";
import { openArchiveWriter } from "../../scripts/archive/archive-writer.ts";
import { createLedger } from "../../scripts/archive/ledger.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { SOURCE } from "./drafts.ts";
import { makeArchive, readAll } from "./temporary-archive.ts";

test("the source's file: exports add up, the ledger is replaced, the rest stays", async (t) => {
  const folder = makeArchive(t);
  const writer = await openArchiveWriter(folder, { source: SOURCE });
  assert.equal(writer.wasEmpty, true);
  const raw = (sha256: string) => ({ file: "a.xml", size: 1, sha256 });
  const ledger = createLedger("wxr-1.2").finish();
  assert.equal(await writer.writeSource({ title: "A", exports: [raw("1")], ledger }, "Notes."), "new");
  assert.equal(await writer.writeSource({ title: "A", exports: [raw("1")], ledger }, "Other."), "unchanged");
  const newer = {
    title: "B",
    url: "https://exempel.example/",
    exports: [raw("2")],
    ledger: { ...ledger, format: "wxr-1.1" },
  };
  assert.equal(await writer.writeSource(newer), "updated");
  const { archive } = await readArchive(folder);
  assert.deepEqual(archive.sources[0], {
    id: SOURCE,
    file: "sources/exempel.md",
    title: "A",
    url: "https://exempel.example/",
    exports: [raw("1"), raw("2")],
    ledger: newer.ledger,
    body: "Notes.",
  });
  writeFileSync(join(folder, "sources/exempel.md"), "---\nexclude: [\n---\n");
  assert.equal(await writer.writeSource(newer), "kept-broken");
});

test("what must stay away cannot come back because the source's file is broken", async (t) => {
  const broken = [
    '---\nexclude: ["comment-6", "2"]\ntitle: "x" y: z\n---\n',
    '---\nexclude: {"a": 1}\n---\n',
    '---\nexclude: ["comment-6", {"a": 1}]\n---\n',
    'exclude: ["comment-6"]\n',
    '---\nExclude: ["comment-6"]\n---\n',
    Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe4, 0x0a]),
  ];
  for (const text of broken) {
    const folder = makeArchive(t, { "sources/exempel.md": text });
    const before = readAll(folder);
    for (const source of [SOURCE, "another"]) {
      await assert.rejects(openArchiveWriter(folder, { source }), (error) => {
        return error instanceof ArchiveError && error.message.startsWith("content/sources/exempel.md");
      });
    }
    assert.deepEqual(readAll(folder), before);
  }
  const folder = makeArchive(t, { "sources/exempel.md": "---\nexclude: 2\nledger: none\nurl: [a]\n---\n" });
  await openArchiveWriter(folder, { source: SOURCE });
});
