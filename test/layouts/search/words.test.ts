// Which words count as the one that was asked for, in which language.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nearness, readQuery, SAME_WORD, trimWord } from "../../../layouts/assets/search/words.ts";

describe("a query", () => {
  const queries: readonly (readonly [typed: string, text: string, words: readonly string[], isPhrase: boolean])[] = [
    ["  grave   digger ", "grave digger", ["grave", "digger"], false],
    ["“grave digger”", '"grave digger"', ["grave", "digger"], true],
    ["”gräv djupt”", '"gräv djupt"', ["grav", "djupt"], true],
    ["»öppenhet«", '"öppenhet"', ["oppenhet"], true],
    ['say "no"', 'say "no"', ["say", "no"], false],
    ["O\u0308ppet", "Öppet", ["oppet"], false],
    ["¿?", "¿?", [], false],
    ["", "", [], false],
  ];
  for (const [typed, text, words, isPhrase] of queries) {
    test(`reads ${JSON.stringify(typed)}`, () => {
      const query = readQuery(typed);
      assert.equal(query.text, text);
      assert.deepEqual(
        query.words.map(({ plain }) => plain),
        words,
      );
      assert.equal(query.isPhrase, isPhrase);
    });
  }
});

describe("nearness", () => {
  const same = [
    ["en", "openness", "Openness,"],
    ["en", "openness", "open"],
    ["en", "community", "communities"],
    ["en", "policies", "policy"],
    ["en", "tweeting", "tweeted"],
    ["en", "gov", "government"],
    ["en", "closed", "open/closed"],
    ["sv", "oppenhet", "öppenhet"],
    ["sv", "öppenhet", "öppenheten"],
    ["sv", "kommunerna", "(kommun)"],
    ["sv", "kommun", "kommunernas"],
    ["sv", "medborgarna", "medborgare"],
    ["sv", "möjligheterna", "möjlighet"],
    ["sv", "tjänster", "e-tjänst"],
    ["sv", "etjänst", "e-tjänst"],
    ["fr", "citoyens", "citoyen"],
    ["zh", "政府", "政府"],
  ] as const;
  for (const [language, asked, word] of same) {
    test(`${word} answers ${asked} (${language})`, () => {
      assert.ok(nearness(wordOf(asked), word, language) >= SAME_WORD);
    });
  }
  const others = [
    ["sv", "community", "com"],
    ["sv", "digger", "dig"],
    ["sv", "snow", "snö"],
    ["en", "medborgare", "me"],
    ["en", "gravgrävare", "grav"],
    ["en", "gravgrävare", "g"],
    ["en", "lighthouse", "light"],
    ["sv", "kommunikation", "kom"],
    ["en", "öppenhet", "op"],
    ["en", "a", "be"],
    ["en", "post", "—"],
  ] as const;
  for (const [language, asked, word] of others) {
    test(`${word} does not answer ${asked} (${language})`, () => {
      assert.ok(nearness(wordOf(asked), word, language) < SAME_WORD);
    });
  }

  test("prefers the same letters, then the same without diacritics, then other forms, then longer words", () => {
    const order = ["öppenhet", "oppenhet", "öppenheten", "öppenhetsarbetet"].map((word) =>
      nearness(wordOf("öppenhet"), word, "sv"),
    );
    assert.deepEqual(
      order,
      [...order].sort((a, b) => b - a),
    );
    assert.equal(new Set(order).size, order.length);
  });
});

test("punctuation around a word is no part of it", () => {
  assert.equal(trimWord("(öppet),"), "öppet");
  assert.equal(trimWord("C++"), "C");
  assert.equal(trimWord("e-post."), "e-post");
  assert.equal(trimWord("…"), "");
});

function wordOf(text: string) {
  const [word] = readQuery(text).words;
  assert.ok(word);
  return word;
}
