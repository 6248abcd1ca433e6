import assert from "node:assert/strict";
import { test } from "node:test";
import { toCommentFileName } from "../../scripts/archive/comment-file-name.ts";
import { foldName, isReservedSlug, isSafeFolderName, toSlug, uniqueSlug } from "../../scripts/archive/slug.ts";

const SLUGS: readonly (readonly [string, string])[] = [
  ["We need to talk", "we-need-to-talk"],
  ["Åäö", "aao"],
  ["A\u030angstro\u0308m", "angstrom"],
  ["Straße, Œuvre & Łódź", "strasse-oeuvre-lodz"],
  ["Don't panic! It’s fine", "dont-panic-its-fine"],
  ["网络日志", "网络日志"],
  ["블로그", "블로그"],
  ["हिन्दी", "हिन्दी"],
  ["web2.0", "web2-0"],
  ["../../etc/passwd", "etc-passwd"],
  ["a/b\\c", "a-b-c"],
  ["__proto__", "proto"],
  ["  -- ", ""],
  ["🎉", ""],
  ["party 🎉 time", "party-time"],
  ["ﬁne ｆｕｌｌ", "fine-full"],
  ["a\u0000b\u001bc\u202ed", "a-b-c-d"],
  ["\u0301abc", "abc"],
  ["", ""],
];

test("makes slugs", () => {
  for (const [text, expected] of SLUGS) assert.equal(toSlug(text), expected, JSON.stringify(text));
});

test("a slug of a slug is the same", () => {
  for (const [text] of SLUGS) assert.equal(toSlug(toSlug(text)), toSlug(text));
});

test("cuts long slugs at a word, and by bytes for other scripts", () => {
  const long = toSlug("word ".repeat(100));
  assert.ok(long.length <= 80 && long.endsWith("word"), long);
  assert.equal(toSlug("x".repeat(500)), "x".repeat(80));
  assert.ok(Buffer.byteLength(toSlug("語".repeat(500))) <= 200);
  const before = process.cpuUsage();
  toSlug("é ".repeat(500_000));
  assert.ok(process.cpuUsage(before).user < 1_000_000);
});

test("knows which names file systems and lists cannot tell apart", () => {
  assert.equal(foldName("Case-SLUG"), foldName("case-slug"));
  assert.equal(foldName("a\u030a"), foldName("å"));
  assert.notEqual(foldName("a"), foldName("å"));
  for (const slug of ["", "con", "aux", "com1", "lpt9", "2", "2011", "007"]) assert.ok(isReservedSlug(slug), slug);
  for (const slug of ["contact", "com10", "2-things", "nul-byte"]) assert.ok(!isReservedSlug(slug), slug);
  for (const name of [
    "",
    ".",
    "..",
    ".git",
    "a/b",
    "a\\b",
    "a:b",
    "CON",
    "con.txt",
    "a ",
    "a.",
    "a\u0000",
    "x".repeat(256),
  ]) {
    assert.ok(!isSafeFolderName(name), JSON.stringify(name).slice(0, 30));
  }
  for (const name of ["a", "2011", "Blogg åäö", "语言"]) assert.ok(isSafeFolderName(name), name);
});

test("counts up until a name is free", () => {
  const taken = new Set(["talk", "talk-2", "con-2"]);
  const isTaken = (name: string) => taken.has(name);
  assert.equal(uniqueSlug("free", isTaken), "free");
  assert.equal(uniqueSlug("talk", isTaken), "talk-3");
  assert.equal(uniqueSlug("con", isTaken), "con-3");
  assert.equal(uniqueSlug("2", isTaken), "2-2");
});

test("names comment files by their ids, safely and distinctly", () => {
  assert.equal(toCommentFileName("comment-1234"), "comment-1234.md");
  assert.equal(toCommentFileName("c5678901234567890123"), "c5678901234567890123.md");
  assert.equal(toCommentFileName("comment-01-02"), "comment-01-02.md");
  const hostile = [
    "Comment-1",
    "comment-1.",
    "con",
    "../../x",
    "a/b",
    "a:b",
    "",
    "å",
    "a\u030a",
    ".hidden",
    "x".repeat(300),
  ];
  const names = hostile.map(toCommentFileName);
  for (const name of names) assert.match(name, /^[a-z0-9-]+-[0-9a-f]{8}\.md$/);
  assert.equal(new Set(names).size, names.length);
});
