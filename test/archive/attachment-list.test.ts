// The list of uploaded files with their old addresses: what is written comes back, nothing else is taken for a row.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readAttachmentList, writeAttachmentList } from "../../scripts/archive/attachment-list.ts";
import { makeArchive } from "./temporary-archive.ts";

const FILE = "sources/blog.attachments.csv";
const ROWS = [
  { id: "10", page: "", file: "https://b.example/a,b.jpg", parent: "", held: 'posts/2011/slug/a, "b".jpg' },
  { id: "9", page: "https://b.example/x/y/", file: "", parent: "3", held: "" },
];

test("is sorted by number, is written only when it changes, and goes when it is empty", (t) => {
  const folder = makeArchive(t);
  writeAttachmentList(folder, "blog", []);
  assert.ok(!existsSync(join(folder, FILE)));
  writeAttachmentList(folder, "blog", ROWS);
  assert.equal(
    readFileSync(join(folder, FILE), "utf8"),
    'id,page,file,parent,held\n9,https://b.example/x/y/,,3,\n10,,"https://b.example/a,b.jpg",,"posts/2011/slug/a, ""b"".jpg"\n',
  );
  assert.deepEqual([...readAttachmentList(folder, "blog")], ROWS.toReversed());
  const { ino } = statSync(join(folder, FILE));
  writeAttachmentList(folder, "blog", ROWS);
  assert.equal(statSync(join(folder, FILE)).ino, ino);
  writeAttachmentList(folder, "blog", []);
  assert.ok(!existsSync(join(folder, FILE)));
});

test("takes nothing but numbers, web addresses and paths inside posts from a file that others may edit", (t) => {
  const folder = makeArchive(t);
  writeAttachmentList(folder, "blog", ROWS);
  const lines = [
    "\ufeffid,page,file,parent,held",
    "<<<<<<< HEAD",
    "=1+1,https://b.example/,,3,",
    "0,https://b.example/,,3,",
    "7,javascript:alert(1),=cmd,-3,posts/../../../etc/passwd",
    "8,https://b.example/å/,,3,pages/../x",
    "11,,,,posts/2011/slug/.git",
  ];
  writeFileSync(join(folder, FILE), lines.join("\r\n"));
  const nothing = { page: "", file: "", parent: "", held: "" };
  assert.deepEqual(
    [...readAttachmentList(folder, "blog")],
    [
      { ...nothing, id: "7" },
      { ...nothing, id: "8", page: "https://b.example/å/", parent: "3" },
      { ...nothing, id: "11" },
    ],
  );
});
