// Keys of sessions leave the addresses of a text; all else stays letter by letter.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutSecrets } from "../../../scripts/import/address-secrets.ts";
import { clearSecrets } from "../../../scripts/import/texts/clear-secrets.ts";
import { convertText } from "../../../scripts/import/texts/convert-text.ts";

const CLEARED: readonly (readonly [html: string, cleared: string])[] = [
  [`<a href="/t?id=7&#038;PHPSESSID=a1&#038;p=2">t</a>`, `<a href="/t?id=7&amp;p=2">t</a>`],
  [`<img SRC = 'https://a.example/i.png?token=x'>`, `<img SRC = 'https://a.example/i.png'>`],
  [`<a href=https://a.example/?sid=0123456789abcdef0123456789abcdef>t</a>`, `<a href=https://a.example/>t</a>`],
  ["See (https://a.example/?access_token=abcd1234).", "See (https://a.example/)."],
  ["https://a.example/?p=1&amp;auth_token=abcd1234&nbsp;next", "https://a.example/?p=1&nbsp;next"],
];

const KEPT: readonly string[] = [
  "<pre>https://api.example/?access_token=YOUR_TOKEN</pre>",
  `<a href="https://a.example/?p=1&q=caf&eacute;&#038;r=2#comment-3">token=12345678</a>`,
  `<a href="#fn=1">1</a> https://a.example/#/path?q=1&b=2`,
  "ftp://user:password1@a.example/",
];

test("links, images and written addresses lose keys of sessions", () => {
  for (const [html, cleared] of CLEARED) assert.deepEqual(clearSecrets({ html }), { html: cleared, count: 1 });
});

test("what is no key, or only stands for one, is kept as it was typed", () => {
  for (const html of KEPT) assert.deepEqual(clearSecrets({ html }), { html, count: 0 });
});

test("plain text and fragments too", () => {
  const text = { html: "https://a.example/?b=1&csrf_token=abcd1234&c=<", isPlain: true } as const;
  assert.equal(clearSecrets(text).html, "https://a.example/?b=1&c=<");
  assert.equal(
    withoutSecrets("https://a.example/p#access_token=abc&expires_in=3600"),
    "https://a.example/p#expires_in=3600",
  );
  assert.equal(withoutSecrets("https://a.example/p#access_token=abc"), "https://a.example/p");
  assert.equal(withoutSecrets("https://a.example/#!/in?token=abc"), "https://a.example/#!/in");
  assert.equal(withoutSecrets("https://a.example/p#"), "https://a.example/p#");
});

test("is no difference to the proof, and is counted", () => {
  const html = `<p><a href="https://a.example/?PHPSESSID=a1">https://a.example/?PHPSESSID=abcd1234</a></p>`;
  const { markdown, differences, clearedAddresses } = convertText({ html, profile: "post" }, false);
  assert.deepEqual([differences, clearedAddresses], [[], 2]);
  assert.doesNotMatch(markdown, /PHPSESSID/);
});
