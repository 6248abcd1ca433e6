// What pages show keeps to the HTML standard, whatever old editors left behind. Each case was an error of the W3C's validator.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { toValidAddress } from "../../scripts/markdown/valid-address.ts";

const CASES: readonly (readonly [what: string, html: string, shown: RegExp])[] = [
  [
    "columns in which no cell begins",
    "<table><tr><td colspan=2>a<tr><td colspan=2>b</table>",
    /<td>a<\/td>[\s\S]*<td>b</,
  ],
  ["a span beyond the last row", "<table><tr><td rowspan=3>a<td>b<tr><td>c</table>", /rowspan="2">a/],
  [
    "cells that overlap",
    "<table><tr><td>a<td rowspan=2>b<tr><td colspan=4>c</table>",
    /<td>a<\/td>\s*<td rowspan="2">b<\/td>[\s\S]*<td>c</,
  ],
  ["spans that are right", "<table><tr><td colspan=2>a<tr><td>b<td>c</table>", /<td colspan="2">a/],
  ["an indented block", "<dl><dd>only</dl>", /^<p>only<\/p>\s*$/],
  ["a term without a definition", "<dl><dt>a</dl>", /<dt>a<\/dt>\s*<dd>\s*<\/dd>/],
  ["a day that never was", '<p><time datetime="2011-02-30">x</time></p>', /<span>x<\/span>|<p>x<\/p>/],
  ["a year", '<p><time datetime="2011">x</time></p>', /<time datetime="2011">/],
  ["a direction without one", "<p><bdo>x</bdo> y</p>", /^<p>(?:<span>)?x/],
  ["a reading without a ruby", "<p><rt>x</rt> y</p>", /^<p>(?:<span>)?x/],
  [
    "a link around links",
    "<a href=/x><table><tr><td>t <a href=/y>b</a></table></a>",
    /<td><a href="\/x">t ?<\/a> ?<a href="\/y">b<\/a>/,
  ],
  ["an address that leads nowhere", '<p><a href="http://[bad/">x</a></p>', /^<p>x<\/p>\s*$/],
];

describe("a page shows in valid HTML", () => {
  for (const [what, html, shown] of CASES)
    test(what, () => assert.match(renderMarkdown(html, { profile: "post", isForPage: true }), shown));

  test("a table of absurd spans, in no time", () => {
    const row = `<tr>${'<td colspan="1000" rowspan="10000">x'.repeat(60)}`;
    const html = renderMarkdown(`<table>${row.repeat(60)}</table>`, { profile: "comment", isForPage: true });
    assert.doesNotMatch(html, /span="/);
  });
});

const ADDRESSES: readonly (readonly [source: string, valid: string | undefined])[] = [
  ["https://example.org/a?b=c&d=%C3%A5#e", "https://example.org/a?b=c&d=%C3%A5#e"],
  ["http://example.org/?a[b]=c|d", "http://example.org/?a%5Bb%5D=c%7Cd"],
  ["http://example.org/%zz%", "http://example.org/%25zz%25"],
  ["http://example.org/#a#b", "http://example.org/#a%23b"],
  ["http://blåbär.example/å", "http://blåbär.example/å"],
  ["http:example.org", "http://example.org/"],
  ["http://user:secret@example.org/", "http://example.org/"],
  ["http://[::1]/", "http://[::1]/"],
  ["../a[1].html", "../a%5B1%5D.html"],
  ["http://example.org:99999/", undefined],
  ["http://exa%20mple.org/", undefined],
  ["http://example..org/", undefined],
];

test("addresses are written as the standard has them", () => {
  for (const [source, valid] of ADDRESSES) assert.equal(toValidAddress(source), valid, source);
});
