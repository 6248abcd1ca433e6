// Words of texts: how texts are taken apart, and which words find each other.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { indexLanguage, toStemKey } from "../../scripts/search/stem-key.ts";
import { foldWord, listWords, locateWords } from "../../scripts/search/words.ts";

describe("words of a text", () => {
  const cases: Readonly<Record<string, readonly [text: string, words: readonly string[]]>> = {
    "punctuation is none": ["Ja! (Nej?) – “jo”…", ["ja", "nej", "jo"]],
    "letters with marks, composed and not": ["Öppenhet O\u0308ppenhet", ["öppenhet", "öppenhet"]],
    "apostrophes within": ["don’t 'tis O'Brien’s", ["don't", "tis", "o'brien's"]],
    "hyphens part words": ["e-tjänst, open/closed", ["e", "tjänst", "open", "closed"]],
    "numbers and underscores": ["2011 snake_case 3:e", ["2011", "snake_case", "3", "e"]],
    "scripts without spaces, a letter each": ["図書館 ข", ["図", "書", "館", "ข"]],
    "other scripts": ["Привет, мир! שלום", ["привет", "мир", "שלום"]],
    nothing: [" … — !", []],
    "a word that is too long is cut": ["x".repeat(100), ["x".repeat(40)]],
  };
  for (const [name, [text, words]] of Object.entries(cases)) {
    test(name, () => {
      assert.deepEqual(listWords(text), words);
      assert.deepEqual(
        locateWords(text).map(({ word }) => word),
        words,
      );
    });
  }

  test("places are those of the text as it is", () => {
    const text = "På O\u0308ppna gatan";
    assert.deepEqual(
      locateWords(text).map(({ start, end }) => text.slice(start, end)),
      ["På", "O\u0308ppna", "gatan"],
    );
  });
});

test("folding takes marks away, and letters that are only drawn apart", () => {
  const cases = { öppenhet: "oppenhet", "don't": "dont", smørrebrød: "smorrebrod", straße: "strasse", plain: "plain" };
  for (const [word, folded] of Object.entries(cases)) assert.equal(foldWord(word), folded);
});

describe("forms of a word have one key", () => {
  const groups: readonly (readonly [language: string, words: string])[] = [
    ["sv", "kommun kommunen kommuner kommunerna kommunernas"],
    ["sv", "fråga frågan frågor frågorna frågornas"],
    ["sv", "möte mötet möten mötena"],
    ["sv", "bibliotek biblioteket biblioteken"],
    ["sv", "arkiv arkivet arkivets"],
    ["sv", "öppenhet öppenheten oppenhet"],
    ["sv", "organ organet organen"],
    ["en", "community communities"],
    ["en", "library libraries library's"],
    ["en", "grit gritting gritted"],
  ];
  for (const [language, words] of groups) {
    test(`${language}: ${words}`, () => {
      assert.equal(new Set(words.split(" ").map((word) => toStemKey(word, language))).size, 1);
    });
  }

  test("short words and other words keep theirs", () => {
    const words = ["kan", "man", "det", "hus", "plan", "nyhet", "het", "annan", "is", "his", "was"];
    assert.equal(new Set(words.map((word) => toStemKey(word, "sv"))).size, words.length);
  });

  test("a language without a stemmer keeps whole words, folded", () => {
    assert.equal(toStemKey("città", "it"), "citta");
    assert.notEqual(toStemKey("libri", "it"), toStemKey("libro", "it"));
  });
});

test("texts go to the index of their language, whatever the region", () => {
  assert.deepEqual(["sv", "sv-SE", "EN-gb", "", undefined].map(indexLanguage), ["sv", "sv", "en", "und", "und"]);
});
