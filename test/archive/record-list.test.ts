// The list of what imports have brought: what it remembers, what it forgives, and how large it gets.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openRecordList } from "../../scripts/archive/record-list.ts";
import { makeArchive } from "./temporary-archive.ts";

const FILE = "sources/blog.records.csv";

test("remembers across imports, in natural order, and writes only what changed", (t) => {
  const folder = makeArchive(t);
  const first = openRecordList(folder, "blog");
  first.add("10", ["2", "10"]);
  first.add("9", []);
  assert.equal(first.hadPost("10"), false);
  first.write();
  assert.equal(readFileSync(join(folder, FILE), "utf8"), "post,comments\n9,\n10,2 10\n");
  const { mtimeMs, ino } = statSync(join(folder, FILE));
  const second = openRecordList(folder, "blog");
  second.add("10", ["10"]);
  const wasHere = second.rememberComments(["nothing", "10"]);
  assert.deepEqual([second.hadPost("9"), wasHere("2"), wasHere("3")], [true, true, false]);
  second.write();
  assert.deepEqual([statSync(join(folder, FILE)).mtimeMs, statSync(join(folder, FILE)).ino], [mtimeMs, ino]);
  second.add("10", [], ["10"]);
  second.forget("9");
  second.write();
  assert.equal(readFileSync(join(folder, FILE), "utf8"), "post,comments\n10,2\n");
});

test("keeps any id", (t) => {
  const folder = makeArchive(t);
  const ids = ["/2011/01/a b,c/", "~1", 'quo"te', "%20", "å", "a\nb", "\ud800", "__proto__"];
  const list = openRecordList(folder, "blog");
  for (const id of ids) list.add(id, ids);
  list.write();
  const again = openRecordList(folder, "blog");
  for (const id of ids) assert.ok(again.hadPost(id) && again.rememberComments([id])(id), JSON.stringify(id));
  assert.equal(again.isFromExport("~1"), true);
  again.write();
  assert.equal(readFileSync(join(folder, FILE), "utf8").split("\n").length, ids.length + 2);
});

test("a page's records become the export's, and not the other way round", (t) => {
  const folder = makeArchive(t);
  const page = openRecordList(folder, "blog", true);
  page.add("/a/", ["5", "8"]);
  page.write();
  const list = openRecordList(folder, "blog");
  assert.equal(list.isFromExport("/a/"), false);
  list.rename("/a/", "1");
  list.add("1", ["5"]);
  list.write();
  const again = openRecordList(folder, "blog", true);
  again.add("1", ["5", "8"]);
  again.write();
  assert.equal(readFileSync(join(folder, FILE), "utf8"), "post,comments\n1,5 ~8\n");
  const isExported = again.rememberExported("1");
  assert.deepEqual([again.isFromExport("1"), isExported("5"), isExported("8")], [true, true, false]);
});

test("a line costs its ids and little more, and a long thread linear time", (t) => {
  const folder = makeArchive(t);
  const list = openRecordList(folder, "blog");
  const ids = Array.from({ length: 50_000 }, (_, index) => String(index));
  const before = process.cpuUsage();
  list.add("1", ids);
  list.write();
  const again = openRecordList(folder, "blog");
  const wasHere = again.rememberComments(["1"]);
  assert.ok(ids.every(wasHere));
  assert.ok(process.cpuUsage(before).user < 2_000_000);
});
