// The compact lists and maps hold what a plain array or map would hold, whatever the texts.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createNumberList } from "../../../scripts/archive/compact/number-list.ts";
import { createTextCounts } from "../../../scripts/archive/compact/text-counts.ts";
import { createTextList } from "../../../scripts/archive/compact/text-list.ts";
import { createTextMap } from "../../../scripts/archive/compact/text-map.ts";
import { createTextTable } from "../../../scripts/archive/compact/text-table.ts";

const ODD = [
  "",
  " ",
  "åäö",
  "é",
  "日本語",
  "\ud800",
  "\udc00\ud800",
  "😀",
  "\0",
  "ÿ",
  "Ā",
  "x".repeat(300_000),
  "Ā".repeat(200_000),
];

describe("compact", () => {
  it("a number list grows and is 0 where nothing was set", () => {
    const list = createNumberList();
    list.set(1_000, -5);
    list.set(0, 2 ** 31 - 1);
    assert.deepEqual(
      [list.get(0), list.get(1), list.get(1_000), list.get(10_000), list.get(-1)],
      [2 ** 31 - 1, 0, -5, 0, 0],
    );
  });

  it("a text list gives every text back as it was, half characters too", () => {
    const list = createTextList();
    const texts = [...ODD, ...Array.from({ length: 5_000 }, (_, number) => `2011/post-${number}-å`), ...ODD];
    for (const [index, text] of texts.entries()) assert.equal(list.push(text), index);
    assert.equal(list.size, texts.length);
    for (const [index, text] of texts.entries()) assert.equal(list.get(index) === text, true, `text ${index}`);
    assert.throws(() => list.get(texts.length), RangeError);
  });

  it("a table numbers equal texts alike and different ones apart", () => {
    const table = createTextTable();
    const texts = [...new Set([...ODD, ...Array.from({ length: 20_000 }, (_, number) => `key ${number}`)])];
    for (const [index, text] of texts.entries()) assert.equal(table.add(text), index);
    for (const [index, text] of texts.entries()) assert.equal(table.add(text), index);
    assert.equal(table.size, texts.length);
    assert.equal(table.find("key 19999"), texts.indexOf("key 19999"));
    assert.equal(table.find("key 20000"), -1);
    assert.equal(table.get(3), texts[3]);
  });

  it("a map does what a map does, however often its values are replaced", () => {
    const [map, plain] = [createTextMap(), new Map<string, string>()];
    for (let step = 0; step < 30_000; step++) {
      const key = `k${(step * 7919) % 613}`;
      if (step % 11 === 3) {
        map.delete(key);
        plain.delete(key);
      } else {
        map.set(key, `v${step % 5000} ${step % 3 === 0 ? "ā" : ""}`);
        plain.set(key, `v${step % 5000} ${step % 3 === 0 ? "ā" : ""}`);
      }
    }
    assert.equal(map.size, plain.size);
    assert.deepEqual([...map.keys()].sort(), [...plain.keys()].sort());
    for (const [key, value] of plain) assert.equal(map.get(key), value);
    assert.equal(map.get("k613"), undefined);
  });

  it("counts tell what occurred several times", () => {
    const counts = createTextCounts();
    assert.deepEqual(["a", "b", "a", "c", "a", "c"].map(counts.count), [1, 1, 2, 1, 3, 2]);
    assert.deepEqual(
      [...counts.repeated()],
      [
        ["a", 3],
        ["c", 2],
      ],
    );
  });
});
