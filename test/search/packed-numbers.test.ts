// Packed numbers: what is written is read again, and takes few bytes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PackedReader, PackedWriter } from "../../scripts/search/packed-numbers.ts";

test("numbers, texts and ascending numbers are read as they were written", () => {
  const writer = new PackedWriter(1);
  const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31 - 1];
  for (const number of numbers) writer.number(number);
  writer.text("åäö 图书馆");
  writer.text("");
  writer.ascending([0, 3, 3, 900]);
  writer.ascending([]);
  const reader = new PackedReader(writer.take());
  for (const number of numbers) assert.equal(reader.number(), number);
  assert.equal(reader.text(), "åäö 图书馆");
  assert.equal(reader.text(), "");
  assert.deepEqual([...reader.ascending()], [0, 3, 3, 900]);
  assert.deepEqual([...reader.ascending()], []);
});

test("small numbers take a byte each", () => {
  const writer = new PackedWriter();
  for (let number = 0; number < 128; number += 1) writer.number(number);
  assert.equal(writer.take().length, 128);
});

test("a writer begins anew when what it wrote is taken", () => {
  const writer = new PackedWriter();
  writer.number(7);
  assert.deepEqual([...writer.take()], [7]);
  assert.equal(writer.length, 0);
  assert.deepEqual([...writer.take()], []);
});

test("bytes that end too early are an error", () => {
  assert.throws(() => new PackedReader(Uint8Array.of(200)).number(), RangeError);
});
