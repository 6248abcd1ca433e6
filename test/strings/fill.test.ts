// Placeholders, plurals and numbers of the interface.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, fillCount, formatBytes, formatNumber, nameLanguage } from "../../scripts/strings/fill.ts";
import { getStrings } from "../../scripts/strings/index.ts";

test("placeholders are filled, once; one without a value stays in sight", () => {
  assert.equal(fill("{a} and {b}", { a: "{b}", b: 2 }), "{b} and 2");
  assert.equal(fill("{a} and {b}", { a: "$&" }), "$& and {b}");
});

test("counts take the right form and the language's digits", () => {
  const count = (language: "en" | "sv", number: number) =>
    fillCount(getStrings(language), language, "comments", number);
  assert.deepEqual(
    [0, 1, 2, 1234].map((number) => count("en", number)),
    ["0 comments", "1 comment", "2 comments", "1,234 comments"],
  );
  assert.deepEqual(
    [0, 1, 2, 1234].map((number) => count("sv", number)),
    ["0 kommentarer", "1 kommentar", "2 kommentarer", "1\u00a0234 kommentarer"],
  );
});

test("numbers, sizes and languages are written as the language does", () => {
  assert.equal(formatNumber(1234567, "sv"), "1\u00a0234\u00a0567");
  assert.equal(formatBytes(999, "en"), "999 byte");
  assert.equal(formatBytes(12345, "sv").replace(/\s/g, " "), "12,3 kB");
  assert.equal(formatBytes(4_200_000, "en"), "4.2 MB");
  assert.equal(nameLanguage("sv", "en"), "Swedish");
  assert.equal(nameLanguage("nb", "sv"), "norskt bokmål");
  assert.equal(nameLanguage("not a code", "sv"), "not a code");
});
