// Cards: a title of any kind stays on them, and nothing of it is markup.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawCard } from "../../../scripts/site/share-cards/draw-card.ts";
import { parseXml } from "../../support/xml.ts";

const TITLES: Readonly<Record<string, string>> = {
  short: "Diariet",
  long: "A title that goes on ".repeat(200),
  "a single word": "a".repeat(500),
  "wide letters": "公共部門の社会メディア".repeat(9),
  hostile: '</text><image href="https://x.example/"/>&\u0000\ud800 "quoted"',
  empty: "",
};

for (const [name, title] of Object.entries(TITLES)) {
  test(name, () => {
    const svg = parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${drawCard({ title, below: [title, "Below"] })}`);
    const texts = svg.children.filter((element) => element.name === "text");
    assert.ok(texts.length >= 3 && texts.length <= 6, `${texts.length} lines`);
    assert.deepEqual([...new Set(svg.children.map((element) => element.name))].sort(), ["g", "rect", "text"]);
    for (const { attributes, text } of texts) {
      assert.ok(Number(attributes.y) < 600);
      assert.ok([...text].length <= 64, text);
    }
  });
}
