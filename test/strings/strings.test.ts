// The interface's texts: every language complete, translated, and with the same placeholders.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { getStrings, LANGUAGES, type Strings } from "../../scripts/strings/index.ts";

/** Texts that are rightly the same in English and Swedish: names, marks, what is only a placeholder. */
const SAME_IN_SWEDISH: ReadonlySet<string> = new Set([
  "home.span",
  "year.title",
  "topic.title",
  "comment.pingback",
  "comment.trackback",
  "source.hash",
  "cite.text",
  "cite.bibtex",
  "cite.ris",
  "cite.csl",
  "platform.wordpress",
  "platform.blogger",
  "platform.disqus",
]);

const english = getStrings("en");
const keys = Object.keys(english) as readonly (keyof Strings)[];

for (const language of LANGUAGES.filter((each) => each !== "en")) {
  describe(`texts in ${language}`, () => {
    const texts = getStrings(language);

    test("are those of the reference, in its order", () => {
      assert.deepEqual(Object.keys(texts), keys);
    });

    test("are translated", () => {
      const same = keys.filter((key) => texts[key] === english[key]);
      assert.deepEqual(
        same.filter((key) => !SAME_IN_SWEDISH.has(key)),
        [],
      );
      assert.deepEqual(
        [...SAME_IN_SWEDISH].filter((key) => !same.includes(key as keyof Strings)),
        [],
        "no longer the same",
      );
    });

    test("have the same placeholders", () => {
      for (const key of keys) assert.deepEqual(placeholders(texts[key]), placeholders(english[key]), key);
    });
  });
}

test("no text is empty, begins or ends with white space, or has straight quotation marks", () => {
  for (const language of LANGUAGES) {
    for (const [key, text] of Object.entries(getStrings(language))) {
      assert.notEqual(text, "", key);
      assert.equal(text, text.trim(), key);
      assert.doesNotMatch(text, /["']/, `${language} ${key}`);
    }
  }
});

test("names in addresses are plain, differ, and are no years", () => {
  for (const language of LANGUAGES) {
    const names = keys.filter((key) => key.startsWith("path.")).map((key) => getStrings(language)[key]);
    for (const name of names) assert.match(name, /^(?!undated$)[a-z][a-z0-9-]*$/, language);
    assert.equal(new Set(names).size, names.length, language);
  }
});

test("Swedish texts use Swedish quotation marks", () => {
  for (const [key, text] of Object.entries(getStrings("sv"))) assert.doesNotMatch(text, /[“‘]/, key);
});

test("plural forms come in pairs", () => {
  for (const key of keys) {
    if (key.endsWith(".one")) assert.ok(keys.includes(key.replace(/\.one$/, ".other") as keyof Strings), key);
  }
});

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
}
