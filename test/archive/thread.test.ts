import assert from "node:assert/strict";
import { test } from "node:test";
import { compareNaturally } from "../../scripts/archive/natural-order.ts";
import { buildThread, type ThreadComment } from "../../scripts/archive/thread.ts";

/** Draws a thread: one line a comment, indented by depth, `!` for a loop. */
function draw(comments: readonly ThreadComment[]): readonly string[] {
  return buildThread(comments).map(
    ({ comment, depth, isInLoop }) => `${"  ".repeat(depth)}${comment.id}${isInLoop ? "!" : ""}`,
  );
}

const day = (number: number) => `2011-01-${String(number).padStart(2, "0")}`;

test("nests replies in any order of the input", () => {
  const comments = [
    { id: "c4", parent: "c2", date: day(4) },
    { id: "c3", date: day(3) },
    { id: "c1", date: day(1) },
    { id: "c5", parent: "c4", date: day(5) },
    { id: "c2", parent: "c1", date: day(2) },
  ];
  const expected = ["c1", "  c2", "    c4", "      c5", "c3"];
  assert.deepEqual(draw(comments), expected);
  assert.deepEqual(draw([...comments].reverse()), expected);
  const entry = buildThread(comments)[2];
  assert.equal(entry?.parent?.id, "c2");
});

test("sorts siblings by instant, then by natural order of id, undated last", () => {
  const comments = [
    { id: "comment-10" },
    { id: "comment-9" },
    { id: "comment-8", date: "2011-01-02T00:30:00+02:00" },
    { id: "comment-7", date: "2011-01-01T23:00:00Z" },
    { id: "comment-30", date: day(1) },
    { id: "comment-4", date: day(1) },
  ];
  assert.deepEqual(draw(comments), ["comment-4", "comment-30", "comment-8", "comment-7", "comment-9", "comment-10"]);
  assert.deepEqual(
    draw([{ id: "comment-01-02" }, { id: "comment-01-01", parent: "comment-01" }, { id: "comment-01" }]),
    ["comment-01", "  comment-01-01", "comment-01-02"],
  );
});

test("makes a root of a comment whose parent is missing", () => {
  const [entry] = buildThread([{ id: "c2", parent: "c1" }]);
  assert.deepEqual(entry, { comment: { id: "c2", parent: "c1" }, depth: 0 });
});

test("flags loops and keeps what hangs on them", () => {
  assert.deepEqual(
    draw([
      { id: "c1", parent: "c1" },
      { id: "c2", parent: "c1" },
    ]),
    ["c1!", "  c2"],
  );
  assert.deepEqual(
    draw([
      { id: "c1", parent: "c3" },
      { id: "c2", parent: "c1" },
      { id: "c3", parent: "c2" },
      { id: "c4", parent: "c2" },
      { id: "c5", parent: "c4" },
      { id: "c6" },
    ]),
    ["c1!", "c2!", "  c4", "    c5", "c3!", "c6"],
  );
});

test("keeps comments with equal ids; the first gets the replies", () => {
  const comments = [
    { id: "c1", date: day(1) },
    { id: "c1", date: day(2) },
    { id: "c2", parent: "c1", date: day(3) },
  ];
  assert.deepEqual(draw(comments), ["c1", "  c2", "c1"]);
});

test("takes ids that are names of object properties", () => {
  assert.deepEqual(draw([{ id: "__proto__" }, { id: "constructor", parent: "__proto__" }]), [
    "__proto__",
    "  constructor",
  ]);
});

for (const [name, make] of [
  ["a chain", (i: number) => (i === 0 ? { id: "c0" } : { id: `c${i}`, parent: `c${i - 1}` })],
  ["one loop", (i: number) => ({ id: `c${i}`, parent: `c${(i + 1) % 100_000}` })],
  ["flat", (i: number) => ({ id: `c${i}`, date: day(1 + (i % 28)) })],
  ["a chain that begins at its end", (i: number) => ({ id: `c${i}`, parent: `c${i + 1}` })],
] as const) {
  test(`orders 100,000 comments in under a second: ${name}`, () => {
    const comments: ThreadComment[] = Array.from({ length: 100_000 }, (_, i) => make(i));
    // Processor time: the machine may be busy with other tests.
    const before = process.cpuUsage();
    const thread = buildThread(comments);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms`);
    assert.equal(thread.length, 100_000);
    if (name.startsWith("a chain")) assert.equal(thread.at(-1)?.depth, 99_999);
  });
}

test("orders ids as people count", () => {
  const sorted = ["c1", "c01", "c2", "c10", "c010", "c99999999999999999999", "c100000000000000000000", "d1"];
  assert.deepEqual([...sorted].sort(compareNaturally).sort(compareNaturally), [
    "c01",
    "c1",
    "c2",
    "c010",
    "c10",
    "c99999999999999999999",
    "c100000000000000000000",
    "d1",
  ]);
  assert.equal(compareNaturally("a1b02", "a01b2") < 0, compareNaturally("a01b2", "a1b02") > 0);
  assert.equal(compareNaturally("x", "x"), 0);
});
