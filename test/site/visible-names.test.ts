// Names: what hides in them is shown, and no name of the world is hurt.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SHOWN_HIDDEN, showHidden } from "../../scripts/site/visible-names.ts";

const HOSTILE: readonly (readonly [name: string, shown: string])[] = [
  ["An\u200bna", "An‹U+200B›na"],
  ["Anna\u202egpj.exe", "Anna‹U+202E›gpj.exe"],
  ["\u2066Anna\u2069", "‹U+2066›Anna‹U+2069›"],
  ["Anna\u200f", "Anna‹U+200F›"],
  ["An\u200dna", "An‹U+200D›na"],
  ["An\u200cna", "An‹U+200C›na"],
  ["A\u00adnna", "A‹U+00AD›nna"],
  ["\ufeffAnna\u2060", "‹U+FEFF›Anna‹U+2060›"],
  ["Anna\u3164", "Anna‹U+3164›"],
  ["Anna\ufe0f", "Anna‹U+FE0F›"],
  ["Anna\u{e0061}\u{e007f}", "Anna‹U+E0061›‹U+E007F›"],
  ["\u001b[31mAnna\u009b", "‹U+001B›[31mAnna‹U+009B›"],
  ["דוד\u202eAnna", "דוד‹U+202E›Anna"],
  ["👍\u200dAnna", "👍‹U+200D›Anna"],
];

const HONEST: readonly string[] = [
  "Åsa Öberg",
  "Zoe\u0301 d’Hôte",
  "عبد\u200cالله",
  "می\u200cخواهم",
  "נֹעַם \u200fכהן",
  "\u202bדוד\u202c",
  "محمد \u2068Anna\u2069",
  "राष्\u200dट्र",
  "ക്\u200dഷ",
  "සිංහල ක්\u200dර",
  "สวัส\u200bดี",
  "👩\u200d👩\u200d👧",
  "🏳️\u200d🌈 flag",
  "👨🏽\u200d💻",
  "❤️ Anna",
  "1️⃣",
  "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
  "葛\u{e0100}城",
  "Line\none",
];

describe("hidden characters are shown", () => {
  for (const [name, shown] of HOSTILE)
    test(shown, () => {
      assert.equal(showHidden(name), shown);
      assert.match(showHidden(name), SHOWN_HIDDEN);
    });
});

describe("names of the world are left alone", () => {
  for (const name of HONEST) test(name, () => assert.equal(showHidden(name), name));
});

test("takes linear time", () => {
  const flags = `\u{1f3f4}${"\u{e0061}".repeat(100_000)}`;
  assert.ok(showHidden(flags).length > 100_000);
});
