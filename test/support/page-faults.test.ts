// Proves that the checks of pages find the faults that they are there for.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { has, parseHtml, query, queryAll, queryOne, textOf } from "./dom.ts";
import { findFaults } from "./page-faults.ts";
import { makeFolder } from "./scratch.ts";
import { openSite } from "./site.ts";
import { findBrokenLinks } from "./site-links.ts";

const GOOD = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>A title</title></head>
<body><a href="#main">Skip</a><header><nav><a href="../">Up</a></nav></header>
<main id="main"><h1>One</h1><!--here--></main><footer></footer></body></html>
`;

/** Makes a site of one page, `en/a/index.html`, beside a plain `en/index.html`. */
function siteWith(change: (html: string) => string) {
  const folder = makeFolder("faults");
  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  write(
    "en/index.html",
    GOOD.replace('<a href="../">Up</a>', '<a href="a/">Down</a>').replace("<nav>", '<nav id="menu">'),
  );
  write("en/a/index.html", change(GOOD));
  return openSite(folder);
}

const put = (html: string) => (page: string) => page.replace("<!--here-->", html);

describe("faults of a page", () => {
  test("a good page has none", () => {
    const site = siteWith((html) => html);
    assert.deepEqual(findFaults(site), []);
    assert.deepEqual(findBrokenLinks(site), []);
  });

  const cases: Readonly<Record<string, readonly [change: (html: string) => string, fault: RegExp]>> = {
    "a second h1": [put("<h1>Two</h1>"), /has 2 h1/],
    "no main": [(html) => html.replaceAll("main", "div"), /has 0 main/],
    "an id twice": [put('<p id="x"><b id="x">'), /id "x" stands more than once/],
    "a label for nothing": [put('<label for="gone">'), /for names "gone"/],
    "the wrong language": [(html) => html.replace('lang="en"', 'lang="sv"'), /html lang is sv below \/en\//],
    "a foreign image": [put('<img alt="" src="https://x.example/a.png">'), /<img> loads https:/],
    "a foreign image without a scheme": [put('<img alt="" src="//x.example/a.png">'), /<img> loads \/\/x/],
    "a foreign image in a set": [
      put('<img alt="" srcset="a.png 1x, https://x.example/b.png 2x">'),
      /<img> loads a\.png/,
    ],
    "a foreign style sheet": [put('<link rel="stylesheet" href="https://x.example/a.css">'), /<link> loads/],
    "an inline script": [put("<script>1</script>"), /has an inline script/],
    "a style attribute": [put('<p style="color:red">'), /<p> has a style attribute/],
    "an event handler": [put('<p onclick="x()">'), /<p> has onclick/],
    "a script address": [put('<a href=" javascript:x()">x</a>'), /<a> has href=" javascript/],
    "no policy": [(html) => html.replace("default-src", "img-src"), /has no Content-Security-Policy/],
    "a lax policy": [(html) => html.replace("'self'", "'self' 'unsafe-inline'"), /allows too much/],
    "a policy that lets WebAssembly run": [
      (html) => html.replace("'self'", "'self' 'wasm-unsafe-eval'"),
      /allows too much/,
    ],
    "an image without alt": [put('<img src="../index.html">'), /has no alt/],
    "a heading level left out": [put("<h3>Three</h3>"), /leave out a level/],
    "no skip link": [(html) => html.replace('<a href="#main">Skip</a>', ""), /first link is not a skip link/],
  };
  for (const [name, [change, fault]] of Object.entries(cases)) {
    test(`finds ${name}`, () => {
      assert.match(findFaults(siteWith(change)).join("\n"), fault);
    });
  }
});

describe("links of a site", () => {
  const cases: Readonly<Record<string, readonly [href: string, trouble: RegExp | undefined]>> = {
    "a page": ["../a/", undefined],
    "an anchor here": ["#main", undefined],
    "an anchor there": ["../#menu", undefined],
    "another host": ["https://x.example/nothing/", undefined],
    "no file": ["../b/", /leads to no file/],
    "no anchor": ["../#gone", /anchor that is not there/],
    "no anchor here": ["#gone", /anchor that is not there/],
    "a folder without its slash": ["../a", /lacks its last slash/],
    "the host's root": ["/en/", /leads out of \/some\/where\//],
    "above the site": ["../../../../en/", /leads out of/],
  };
  for (const [name, [href, trouble]] of Object.entries(cases)) {
    test(`to ${name}`, () => {
      const found = findBrokenLinks(siteWith(put(`<a href="${href}">x</a>`)));
      if (trouble === undefined) assert.deepEqual(found, []);
      else assert.match(found.join("\n"), trouble);
    });
  }
});

test("selectors find what they say", () => {
  const document = parseHtml('<div class="a b" id="x"><p class="b">one <i>two</i></p></div><p data-y="1">three</p>');
  assert.equal(queryAll(document, "p").length, 2);
  assert.equal(queryAll(document, "div p").length, 1);
  assert.equal(queryAll(document, ".b").length, 2);
  assert.equal(queryAll(document, "div.b.a").length, 1);
  assert.equal(queryAll(document, "p.b, i").length, 2);
  assert.equal(query(document, "#x i")?.name, "i");
  assert.equal(textOf(queryOne(document, "[data-y=1]")), "three");
  assert.equal(has(document, "i p"), false);
  assert.throws(() => queryOne(document, "p"), /2 elements match p/);
});
