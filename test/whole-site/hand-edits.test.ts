// What people type into content/ by hand: former addresses, links and images in folders, drafts of translations.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { getStrings } from "../../scripts/strings/index.ts";
import { runOrdskifte } from "../support/command-line.ts";
import { has, queryAll, queryOne, textOf } from "../support/dom.ts";
import { makeFolder } from "../support/scratch.ts";
import { type BuiltSite, openSite } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";

// The smallest PNG: one grey pixel.
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

const POST = `---
title: "Hello"
date: "2011-01-01"
image: "img/a%20b.png"
aliases: ["/%2e%2e/%2e%2e/pwned/", "/en/%zz/", "/data/posts.csv/", "/2010/old.html", "/en/old", "/en/2010/hello/"]
---

Held ![x](img/a%20b.png), elsewhere ![](https://x.example/y.png), [a draft](../../2012/drafty/index.md),
[a comment](comments/c-dot.md), [no comment](comments/comment-9.md), [a drawing](img/f.svg).
`;

const FILES: Readonly<Record<string, string | Buffer>> = {
  "posts/2011/hello/index.md": POST,
  "posts/2011/hello/index.sv.md": '---\ntitle: "Hej"\nlang: "sv"\nstatus: "draft"\n---\n\nHemligt\n',
  "posts/2011/hello/comments/c-dot.md": '---\nid: "c.dot"\nauthor: "A"\n---\n\nHi\n',
  "posts/2011/hello/img/a b.png": PIXEL,
  "posts/2011/hello/img/f.svg": "<svg/>",
  "posts/2012/drafty/index.md": '---\ntitle: "Drafty"\nstatus: "draft"\n---\n\nD\n',
};

describe("content edited by hand", () => {
  const place = makeFolder("hand-edits");
  const output = join(place, "deep", "er", "site");
  let site: BuiltSite;

  before(async () => {
    const content = join(place, "content");
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(content, name)), { recursive: true });
      writeFileSync(join(content, name), text);
    }
    mkdirSync(join(place, "deep", "er"), { recursive: true });
    await runOrdskifte(["build", "--no-search", "--content", content, "--output", output]);
    site = openSite(output);
  });

  test("no former address leads out of the site or over its files", () => {
    assert.ok(!existsSync(join(place, "pwned")) && !existsSync(join(place, "deep", "pwned")));
    assert.match(site.read("data/posts.csv"), /hello/);
  });

  test("former addresses lead to the post, by script with its fragment, without script too", () => {
    for (const file of ["2010/old.html", "en/old/index.html", "en/2010/hello/index.html"]) {
      const path = `/${file.replace(/index\.html$/, "")}`;
      const { document } = site.page(path);
      const link = new URL(queryOne(document, "a[data-redirect]").attribs.href ?? "", `https://x.example${path}`);
      assert.equal(link.pathname, "/en/2011/hello/");
      assert.ok(has(document, "noscript meta[http-equiv=refresh]"));
      assert.match(queryOne(document, "script").attribs.src ?? "", /redirect/);
    }
  });

  test("a draft of a translation stays out", () => {
    assert.ok(!site.has("sv/2011/hello/index.html"));
    assert.ok(!site.pages().some(({ html }) => html.includes("Hemligt") || html.includes("Hej")));
  });

  test("pictures in folders are shown, and links that lead nowhere are words", () => {
    assert.deepEqual(findBrokenLinks(site), []);
    const { document } = site.page("/en/2011/hello/");
    const sources = queryAll(document, "main img").map(({ attribs }) => attribs.src);
    assert.deepEqual(sources.slice(0, 2), ["img/a%20b.png", "img/a%20b.png"]);
    const links = queryAll(document, ".post-text .e-content a").map(({ attribs }) => attribs.href);
    assert.deepEqual(links, ["https://x.example/y.png", "#c.dot"]);
    assert.match(textOf(queryOne(document, ".post-text .e-content")), /a draft.*no comment.*a drawing/s);
  });

  test("words for a picture without a description hold no placeholder, and an unknown language is said to be unknown", () => {
    const { document } = site.page("/en/2011/hello/");
    assert.equal(queryOne(document, ".image-not-held-alt").attribs["data-words"], getStrings("en")["image.unnamed"]);
    // What references are made of has placeholders and braces of its own.
    const ours = site.page("/en/2011/hello/").html.replace(/data-cite="[^"]*"|<pre data-format.*?<\/pre>/gs, "");
    assert.doesNotMatch(ours, /\{\w+\}/);
    assert.equal(queryOne(document, ".post-text .e-content").attribs.lang, "");
    assert.equal(queryOne(document, ".h-entry").attribs["data-lang"], undefined);
  });
});
