// The proof notices what was done to a text, and old blogs' HTML passes it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { htmlToMarkdown } from "../../scripts/markdown/html-to-markdown.ts";
import { createProof } from "../../scripts/markdown/proof/prove-text.ts";
import { renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { OLD_BLOG_HTML } from "./old-blog-html.ts";
import { readRawWords } from "./read-raw-words.ts";

const PROFILES = ["post", "comment"] as const;
const BASE = "http://blog.example/2010/05/a-post/";
const SOURCE = `<h2>Head <em>line</em></h2>
<p>One two three, <a href="/four" title="Five">six seven</a> eight.<br>Nine <a href="http://ten.example/">ten</a>.</p>
<ul><li>eleven</li><li>twelve<ol><li>thirteen</li></ol></li></ul>
<blockquote><p>fourteen</p></blockquote>
<p>fifteen <img src="/sixteen.png" alt="seventeen"> eighteen</p>
<pre>nineteen
  twenty</pre>
<table><tr><th>21</th><th>22</th></tr><tr><td></td><td>23</td></tr></table>
<p>http://typed.example/ 24</p>`;

/** What is done to the Markdown of SOURCE, and what the proof says of it. */
const SABOTAGE: readonly [string, string | RegExp, string, RegExp][] = [
  [
    "drop a word",
    " two",
    "",
    /^words: expected “line One two three, six seven”, found “line One three, six seven eight.”$/,
  ],
  ["swap two words", "two three", "three two", /^words: /],
  ["add a word", "eleven", "eleven more", /^words: expected .*found “.*more/],
  ["glue words", "six seven", "sixseven", /^words: /],
  ["change a letter", "eighteen", "Eighteen", /^words: /],
  [
    "drop a link",
    /\[six seven\]\([^)]*\)/,
    "six seven",
    /^links: expected “sixseven” to http:\/\/blog.example\/four “Five” \(2 in all\), found .*ten/,
  ],
  ["change an address", "blog.example/four", "blog.example/for", /^links: /],
  ["drop a title", ' "Five"', "", /^links: /],
  ["link other words", "[six seven]", "six [seven]", /^links: /],
  ["add a link", "eleven", "[eleven](/x)", /^links: /],
  ["drop an image", /!\[seventeen\]\([^)]*\)/, "", /^words: .*\[image\]/],
  ["change an image", "sixteen.png", "other.png", /^images: /],
  ["drop an alternative text", "seventeen", "", /^images: /],
  ["drop a heading", "## ", "", /^headings: expected 1, found 0, from “Head line” on$/],
  ["drop a list item", "- twelve", "  \\\n  twelve", /^list items: expected 3, found 2/],
  [
    "lift a list",
    /\n {2,}1\. thirteen/,
    "\n1. thirteen",
    /^structure: expected “thirteen” in list items in list items, found it in list items$/,
  ],
  ["drop a quotation", "> fourteen", "fourteen", /^quotes: expected 1, found 0/],
  ["let a quotation go on", "\n\nfifteen", "\nfifteen", /^(?:line breaks|structure|words): /],
  ["drop a code block", /```\n/g, "", /^(?:code blocks|line breaks): /],
  ["drop indentation", "  twenty", "twenty", /^(?:words|line breaks): /],
  ["drop a line break", "\\\n", " ", /^line breaks: /],
  ["join paragraphs", "> fourteen\n\n", "> fourteen\n> ", /^(?:line breaks|structure): /],
  ["shift cells", "|  | 23 |", "| 23 |  |", /^structure: /],
  ["drop a table", /\| 21[\s\S]*23 \|/, "21\n\n22\n\n23", /^table rows: expected 2, found 0/],
];

describe("sabotage", () => {
  const { markdown, isExact } = htmlToMarkdown(SOURCE, { profile: "post", baseUrl: BASE });
  const prove = createProof(SOURCE, { profile: "post", baseUrl: BASE, isMasked: false });
  const show = (text: string) => prove(renderMarkdown(text, { profile: "post", imageLabel: "", idPrefix: "" }));

  test("is not seen where there is none", () => {
    assert.ok(isExact);
    assert.deepEqual(show(markdown), { differences: [], hasSameMarks: true });
  });

  for (const [name, from, to, message] of SABOTAGE)
    test(name, () => {
      const harmed = markdown.replace(from, to);
      assert.notEqual(harmed, markdown, markdown);
      const { differences } = show(harmed);
      assert.ok(differences.length > 0, harmed);
      assert.match(differences[0] as string, message);
    });

  test("emphasis that moves is found as well", () => {
    assert.equal(show(markdown.replace("*line*", "line")).hasSameMarks, false);
  });
});

describe("what the tidy step could lose", () => {
  const elements = SOURCE.match(/<(?:h2|em|p|li|blockquote|pre|td|th|a)\b[^>]*>[^<]+/g) ?? [];
  for (const element of elements)
    test(element.replaceAll("\n", " "), () => {
      // The source less one element's text stands for a tree that lost it.
      const lossy = htmlToMarkdown(SOURCE.replace(element, element.replace(/>[^<]+$/, ">")), {
        profile: "post",
        baseUrl: BASE,
      });
      const prove = createProof(SOURCE, { profile: "post", baseUrl: BASE, isMasked: false });
      const page = renderMarkdown(lossy.markdown, { profile: "post", imageLabel: "", idPrefix: "" });
      assert.match(prove(page).differences.join(), /^words: /);
    });
});

describe("old blogs' HTML", () => {
  for (const [name, html] of Object.entries(OLD_BLOG_HTML))
    test(name, () => {
      for (const profile of PROFILES)
        assert.deepEqual(htmlToMarkdown(html, { profile, baseUrl: BASE }).differences, [], profile);
    });
});

test("no words are hidden that a click shows, and none shown that nothing shows", () => {
  const toWords = (html: string) =>
    readRawWords(renderMarkdown(htmlToMarkdown(html, { profile: "post" }).markdown, { profile: "post" }));
  const hidden = '<p>a</p><div style="color:red; display: none">b<p>c</div><p style="display:none">d<div>e</div>';
  assert.deepEqual(toWords(hidden), ["a", "e"]);
  assert.deepEqual(toWords(`<b onclick="x()">open</b>${hidden}`), ["open", "a", "b", "c", "d", "e"]);
});

test("masked addresses are no difference, and one that was missed is", () => {
  const html = "<p>Mail to a@mail.example or b<b>@mail.example</b></p>";
  const { maskedEmails, differences } = htmlToMarkdown(html, { profile: "comment", maskEmails: true });
  assert.equal(maskedEmails, 1);
  assert.match(differences.join(), /^words: /);
  const image =
    '<p><img src="https://blog.example/a@mail.example/1.png" alt="to a@mail.example" title="a@mail.example"></p>';
  assert.deepEqual(htmlToMarkdown(image, { profile: "post", maskEmails: true }).differences, []);
});
