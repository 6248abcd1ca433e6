// Comments that answer themselves in a circle: told by the import, and no error for what a source held.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { importFiles } from "./import-files.ts";
import { writeWxr } from "./write-wxr.ts";

test("a loop in the source is a warning of the account, and of the check", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-loops-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const comments = [
    { id: 1, parent: 2 },
    { id: 2, parent: 1 },
    { id: 3, parent: 3 },
    { id: 4, parent: 1 },
  ];
  writeFileSync(join(folder, "blog.xml"), writeWxr({ items: [{ id: 1, title: "One", comments }] }));
  const [report] = await importFiles([join(folder, "blog.xml")], join(folder, "content"), { lang: "en" });
  assert.deepEqual(
    report?.ledger.problems.map(({ level, item }) => `${level} ${item}`),
    ["warning comment-1 on post 1", "warning comment-2 on post 1", "warning comment-3 on post 1"],
  );
  const { archive, problems } = await readArchive(join(folder, "content"));
  assert.deepEqual(
    [...problems, ...validateArchive(archive)].map(({ level, code }) => `${level} ${code}`),
    ["warning parent-loop", "warning parent-loop", "warning parent-loop"],
  );
});
