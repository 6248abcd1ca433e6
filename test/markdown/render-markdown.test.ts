// What a page does with a text: links, ids, headings, images that are not held, frames, and the plain text of it all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compareHtml } from "../../scripts/markdown/compare-html.ts";
import { htmlToText } from "../../scripts/markdown/html-to-text.ts";
import { markdownParser } from "../../scripts/markdown/markdown-parser.ts";
import { isPlainMarkdown, plainTextOf, writePlain } from "../../scripts/markdown/plain-markdown.ts";
import { readTidy, renderMarkdown, renderTree } from "../../scripts/markdown/render-markdown.ts";
import { writeMarkdown } from "../../scripts/markdown/write-markdown.ts";
import { countOf } from "../support/thoroughness.ts";
import { createRandom } from "./generate-html.ts";

const ROUNDS = countOf(1500, 20_000);

test("headings begin below the page's own and leave no level out", () => {
  assert.equal(
    renderMarkdown("### a\n\n#### b\n\n# c\n\n###### d", { profile: "post" }),
    "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n<h3>d</h3>",
  );
  assert.equal(renderMarkdown("# a\n\n## b", { profile: "comment" }), "<h4>a</h4>\n<h5>b</h5>");
  assert.equal(renderMarkdown("# a", { profile: "post", headingBase: 3 }), "<h3>a</h3>");
});

test("links are resolved; what is dropped keeps its text", () => {
  const resolveLink = (href: string, kind: "link" | "image") =>
    href === "gone.md" ? undefined : kind === "image" ? `/img/${href}` : `/to/${href.replace("#", "")}`;
  assert.equal(
    renderMarkdown("[a](x.md) [*b*](gone.md) [c](#y) ![d](e.png)", { profile: "post", resolveLink }),
    '<p><a href="/to/x.md">a</a> <em>b</em> <a href="/to/y">c</a> <img src="/img/e.png" alt="d" loading="lazy" decoding="async"></p>',
  );
});

test("links say what they are to search engines and other windows", () => {
  const markdown = "[a](https://example.org/) [b](/x)";
  assert.match(renderMarkdown(markdown, { profile: "post" }), /org\/" rel="noopener">a<\/a> <a href="\/x">b/);
  assert.equal(renderMarkdown(markdown, { profile: "comment" }).match(/rel="nofollow ugc noopener"/g)?.length, 2);
});

test("mail addresses are text", () => {
  assert.equal(
    renderMarkdown("<a@example.org> [b](mailto:b@example.org) c@example.org", { profile: "post" }),
    "<p>a@example.org b c@example.org</p>",
  );
});

test("images from elsewhere are linked and not loaded", () => {
  const options = { profile: "post", placeholderImage: "/held.svg", imageLabel: "Bild" } as const;
  assert.equal(
    renderMarkdown("![Alt](https://example.org/a.png)", options),
    '<p><a class="image-not-held" href="https://example.org/a.png" rel="noopener"><img src="/held.svg" alt="Alt"></a></p>',
  );
  assert.equal(
    renderMarkdown("[![](//example.org/a.png)](/x)", options),
    '<p><a href="/x"><img src="/held.svg" alt="Bild" data-address="https://example.org/a.png"></a></p>',
  );
});

test("ids cannot collide with the page's own, and links follow them", () => {
  assert.equal(
    renderMarkdown('<p id="comment-12">a <a href="#comment-12">b</a> <a href="#other">c</a></p>', {
      profile: "comment",
      idPrefix: "text-c1-",
    }),
    '<p><span id="text-c1-comment-12"></span>a <a href="#text-c1-comment-12" rel="nofollow ugc noopener">b</a> ' +
      '<a href="#other" rel="nofollow ugc noopener">c</a></p>',
  );
});

test("a player is a link of its own", () => {
  assert.equal(
    renderMarkdown('<iframe src="https://example.org/film"></iframe>', { profile: "comment" }),
    '<p class="embed"><a href="https://example.org/film" rel="nofollow ugc noopener">https://example.org/film</a></p>',
  );
});

test("tables have a frame where it can be named", () => {
  const markdown = "| a |\n|---|\n| 1 |";
  assert.match(renderMarkdown(markdown, { profile: "post" }), /^<table>/);
  assert.match(
    renderMarkdown(markdown, { profile: "post", tableLabel: "Tabell" }),
    /^<div class="table" tabindex="0" role="group" aria-label="Tabell">\n<table>/,
  );
});

test("comments hold less than posts, and no word less", () => {
  const html =
    "<details><summary>a</summary>b</details>\n\n<figure><img src=x.png alt=c><figcaption>d</figcaption></figure>";
  const comment = renderMarkdown(html, { profile: "comment" });
  assert.doesNotMatch(comment, /<(?:details|summary|figure|figcaption)/);
  assert.equal(htmlToText(comment), "a\n\nb\n\nd");
});

test("plain text has the lines of its blocks", () => {
  assert.equal(
    htmlToText(
      "<h2>a</h2><p>b <b>c</b><br>d &amp; e</p><ul><li>f<ul><li>g</ul><li>h</ul><table><tr><td>1<td>2<tr><td>3</table><pre>x\n  y</pre>",
    ),
    "a\n\nb c\nd & e\n\nf\ng\n\nh\n\n1\t2\n3\n\nx\n  y",
  );
  assert.equal(htmlToText(""), "");
});

test("differences are found and told briefly", () => {
  assert.deepEqual(compareHtml("<p>a b</p>", "<p>a\n <b></b>b</p>"), []);
  assert.deepEqual(compareHtml("<p>one two three</p>", "<p>one too three</p>"), [
    "words: expected “one two three”, found “one too three”",
  ]);
  assert.deepEqual(compareHtml("<p>a<br>b</p>", "<p>a b</p>"), ["line breaks: expected 1, found 0"]);
  assert.deepEqual(compareHtml("<p>a</p><p>b</p>", "<p>ab</p>"), ["words: expected “a b”, found “ab”"]);
  assert.deepEqual(compareHtml('<a href="/x">a</a>', "a"), ["links: expected “/x”, found “”"]);
  assert.deepEqual(compareHtml("<em>a</em> b", "a b"), ["words in em: expected “a”, found “”"]);
  assert.deepEqual(compareHtml("<ul><li>a</ul>", "<p>a</p>"), ["list items: expected 1, found 0"]);
  assert.deepEqual(compareHtml("<p>a&nbsp;b</p>", "<p>a b</p>"), ["non-breaking spaces: expected 1, found 0"]);
});

test("the short way for plain texts shows what the long way shows", () => {
  const pieces = [
    "ord",
    "Åsa",
    "\\\n",
    "\n",
    "\n\n",
    " ",
    "-",
    "1.",
    "12)",
    "#",
    "=",
    "!",
    ":",
    "(",
    "“",
    "😀",
    '"',
    "@",
    "//x",
    "+",
    "\u0301",
  ];
  const random = createRandom(9);
  let plain = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const text = Array.from(
      { length: 1 + Math.floor(random() * 9) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join("");
    if (!isPlainMarkdown(text)) continue;
    plain++;
    // A comment of HTML is not shown, and sends the text the long way.
    assert.equal(
      renderMarkdown(text, { profile: "comment" }),
      renderMarkdown(`${text}\n\n<!-- -->`, { profile: "comment" }),
      JSON.stringify(text),
    );
    const html = renderMarkdown(text, { profile: "comment" });
    assert.equal(plainTextOf(html), htmlToText(html), JSON.stringify(text));
  }
  assert.ok(plain > ROUNDS / 4);
});

test("the short way for plain HTML writes what the long way writes", () => {
  const pieces = [
    "ord",
    "Åsa",
    "<br>",
    "<br />\n",
    "<BR/>",
    "\n",
    " ",
    "<p>",
    "</p>",
    "</p>\n<p>",
    "-",
    "1.",
    "#",
    "!",
    "\r\n",
    "x.",
  ];
  const random = createRandom(10);
  let plain = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const html = Array.from(
      { length: 1 + Math.floor(random() * 12) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join("");
    const markdown = writePlain(html);
    if (markdown === undefined) continue;
    plain++;
    const root = readTidy(html, { profile: "comment", isImport: true }, true);
    assert.equal(markdown, writeMarkdown(root.children, { isTagged: false }), JSON.stringify(html));
  }
  assert.ok(plain > ROUNDS / 8);
});

test("Markdown's tokens make the tree that its HTML makes", () => {
  const pieces = [
    "*",
    "**",
    "_",
    "`",
    "[",
    "](x)",
    '](<a b> "t")',
    "![",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "7) ",
    "> ",
    "    ",
    "# ",
    "| a | b |\n|---|:-:|\n",
    "~~",
    "\\",
    "&amp;",
    "http://e.example/a_b",
    "<http://x.example>",
    "word",
    "```\n",
    "```js x\n",
    "  \n",
    "](javascript:x)",
    "[r]: /u 't'\n",
    "[r]",
  ];
  const random = createRandom(77);
  for (let round = 0; round < countOf(1000, 10_000); round++) {
    const text = Array.from(
      { length: 1 + Math.floor(random() * 16) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join("");
    const html = markdownParser.render(text);
    const long = renderTree(readTidy(html, { profile: "post" }, false), { profile: "post" }, true);
    assert.equal(renderMarkdown(text, { profile: "post" }), long, JSON.stringify(text));
  }
});
