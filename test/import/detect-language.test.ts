// The language of texts as blogs hold them: with markup, addresses and letters written as entities.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadLanguageDetector } from "../../scripts/import/detect-language.ts";

const SWEDISH = "Det regnade hela dagen, så vi stannade inne och läste gamla brev från år som gått.";
const CHINESE = "整天下雨，所以我們留在家裡讀舊信，一直讀到晚上才停下來吃飯，然後又繼續讀。";

function asEntities(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}

describe("the language of a text", () => {
  it("is told by its letters, however they are written", async () => {
    const { detectPost } = await loadLanguageDetector();
    assert.equal(detectPost(`<p>${SWEDISH}</p>`), "sv");
    assert.equal(detectPost(asEntities(SWEDISH)), "sv");
    assert.equal(detectPost(SWEDISH.replaceAll("ä", "&auml;").replaceAll("å", "&aring;")), "sv");
    assert.equal(detectPost(CHINESE), "zh");
    assert.equal(detectPost(`<p>${asEntities(CHINESE)}</p>`), "zh");
  });

  it("is not told by markup and addresses, nor of a few letters", async () => {
    const { detectPost, detectComment } = await loadLanguageDetector();
    assert.equal(
      detectPost('<img src="/a.jpg" alt="x"> https://example.org/the-quick-brown-fox 1234 &nbsp;&amp;'),
      undefined,
    );
    assert.equal(detectPost("Hej!"), undefined);
    assert.equal(detectComment(SWEDISH, "sv"), undefined);
    assert.equal(detectComment(SWEDISH, "en"), "sv");
  });
});
