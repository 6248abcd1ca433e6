// Addresses in the HTML of feeds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeAbsolute } from "../../../scripts/site/feeds/make-absolute.ts";

const AT = { origin: "https://a.example", basePath: "/x/" };
const HTML: readonly (readonly [from: string, to: string])[] = [
  ['<a href="/x/en/2011/b/?a=1&amp;b=2#c">', '<a href="https://a.example/x/en/2011/b/?a=1&amp;b=2#c">'],
  ['<a href="#here">', '<a href="https://a.example/x/en/2011/a/#here">'],
  ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
  ['<a href="http://old.example/">', '<a href="http://old.example/">'],
  ['<img src="/x/p.png" alt="a &gt; b"/>', '<img src="https://a.example/x/p.png" alt="a &gt; b"/>'],
  [
    '<img srcset="/x/p.png 1x, /x/q.png 2x"/>',
    '<img srcset="https://a.example/x/p.png 1x, https://a.example/x/q.png 2x"/>',
  ],
  ['<code>&lt;a href="/x/"&gt;</code>', '<code>&lt;a href="/x/"&gt;</code>'],
];

for (const [from, to] of HTML) test(from, () => assert.equal(makeAbsolute(from, "/en/2011/a/", AT), to));

test("stay as they are where the site does not know its own", () => {
  assert.equal(makeAbsolute('<a href="../b/">', "/en/2011/a/", {}), '<a href="../b/">');
});
