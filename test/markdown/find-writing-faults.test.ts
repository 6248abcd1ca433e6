// What a writer will hardly have meant is found in any text in time that grows with its length.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findWritingFaults } from "../../scripts/markdown/find-writing-faults.ts";

test("remains of a reference are found, brackets without a mate are not", () => {
  const kinds = (markdown: string) => findWritingFaults(markdown, "post").map(({ kind }) => kind);
  assert.deepEqual(kinds("See [the page][1]."), ["markdown-reference"]);
  assert.deepEqual(kinds("[sic [the page][1]."), ["markdown-reference"]);
  assert.deepEqual(kinds("[[[[ and ]][[ *x*"), []);
});

test("takes linear time", () => {
  const measure = (piece: string, length: number): number => {
    const text = `*x* ${piece.repeat(Math.ceil(length / piece.length))}`;
    const start = process.cpuUsage();
    findWritingFaults(text, "comment");
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  for (const piece of ["[", "[a", "[a]", "[a][", " **", " ** a", "(**", "](", "\\["]) {
    measure(piece, 20_000);
    const once = measure(piece, 50_000);
    const fourfold = measure(piece, 200_000);
    // In square time it would be sixteenfold.
    assert.ok(fourfold < 100_000 || fourfold < 9 * once, `${piece}: ${once} µs, ${fourfold} µs`);
  }
});
