// Excerpts: one line, whole words, never half a character.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EXCERPT_LENGTH, toExcerpt } from "../../scripts/site/excerpt.ts";

test("a short text stays whole, on one line", () => {
  assert.equal(toExcerpt("One\n\n two\u00A0three "), "One two three");
  assert.equal(toExcerpt(""), "");
});

test("a long text is cut at a word", () => {
  const excerpt = toExcerpt("kommunen ".repeat(100));
  assert.match(excerpt, /^(kommunen )*kommunen…$/);
  assert.ok(excerpt.length <= EXCERPT_LENGTH + 1);
});

test("a text without spaces is cut between characters, not within one", () => {
  const excerpt = toExcerpt("🙂".repeat(500));
  // Throws on half a surrogate pair.
  assert.ok(encodeURIComponent(excerpt).length > 0);
  assert.equal(toExcerpt("字".repeat(500)).length, EXCERPT_LENGTH + 1);
});
