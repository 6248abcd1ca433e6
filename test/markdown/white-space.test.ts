// White space where it is shown: preformatted text keeps all of it, code in a line what browsers show of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { htmlToMarkdown } from "../../scripts/markdown/html-to-markdown.ts";
import { createProof } from "../../scripts/markdown/proof/prove-text.ts";
import { renderMarkdown } from "../../scripts/markdown/render-markdown.ts";

const TEXTS: readonly string[] = [
  " a",
  "\ta\n    b\n\tc\n",
  "\n\na",
  "a\n\n\nb",
  "a  \nb\t\n  ",
  "a\n\n",
  "a\n\n\n",
  "a\n    ",
  "a\n \nb",
  "  \n\na",
  "\u00a0a\u00a0\u00a0b\u00a0",
  "\u2028a\u2028b",
  "```\na",
  'a \\n" \\n',
];
const PLACES: readonly (readonly [before: string, after: string])[] = [
  ["", ""],
  ["<ul><li>", "</li></ul>"],
  ["<blockquote><ol><li>x<ul><li>", "</li></ul></li></ol></blockquote>"],
  ["<table><tr><td>", "</td></tr></table>"],
  ["<details><summary>x</summary>", "</details>"],
];
const FORMS: readonly ((text: string) => string)[] = [
  (text) => `<pre>\n${text}</pre>`,
  (text) => `<pre><code>${text}</code></pre>`,
  (text) => `<pre><b>x</b>${text}<b>y</b></pre>`,
  (text) => `<pre>\n${text}<i>x</i></pre>`,
];

function convert(html: string): string {
  const { markdown, differences } = htmlToMarkdown(html, { profile: "post" });
  assert.deepEqual(differences, [], html);
  return markdown;
}

function readPreformatted(html: string): string | undefined {
  // A line end right after the start tag is not shown, and neither is the last one of several.
  const text = /<pre>\n?([\s\S]*?)<\/pre>/.exec(html)?.[1]?.replace(/<[^>]*>/g, "");
  return text?.endsWith("\n\n") === false ? text.replace(/\n$/, "") : text;
}

test("all white space of preformatted text comes back", () => {
  for (const text of TEXTS)
    for (const form of FORMS)
      for (const [before, after] of PLACES) {
        const html = before + form(text) + after;
        assert.equal(
          readPreformatted(renderMarkdown(convert(html), { profile: "post" })),
          readPreformatted(html),
          JSON.stringify(html),
        );
      }
});

test("the proof sees white space of preformatted text that is lost", () => {
  const html = "<pre>\n  a\n\n\tb \n</pre>";
  const prove = createProof(html, { profile: "post", isMasked: false });
  assert.deepEqual(prove("<pre><code>  a\n\n\tb </code></pre>").differences, []);
  for (const lossy of ["a\n\n\tb ", "  a\n\tb ", "  a\n\n b ", "  a\n\n\tb", "\n  a\n\n\tb ", "  a\n\n\tb \n\n"])
    assert.match(prove(`<pre><code>${lossy}</code></pre>`).differences.join(), /^(?:words|line breaks): /);
});

test("code in a line shows what browsers show", () => {
  assert.equal(convert("<p><code> a \u00a0 b\t\nc\u00a0</code>d</p>"), "`a \u00a0 b c\u00a0`d");
});

describe("tags that end or begin nothing in a browser", () => {
  const cases: readonly (readonly [html: string, markdown: string])[] = [
    ['<pre>echo "</div>\\n";</pre>', '```\necho "\\n";\n```'],
    ["<pre>a</li>b</td>c</ul>d</h2>e</pre>", "```\nabcde\n```"],
    ["<pre>a<textarea>b</textarea>c<tr>d</pre>", "```\na\nb\nc\nd\n```"],
    ["<pre>a</p>b</pre>", "```\na\nb\n```"],
    ["<p>the <head>.", "the ."],
    ["<p>a</li>b</hr>c</table>d</p>", "abcd"],
    ["<h2>a</section>b</h2>", "## ab"],
    ["<dt>a</dl>b", "<dl>\n<dt>a</dt>\n</dl>\n\nb"],
    // Between blocks it ends a line: the page around the text had elements open.
    ["a</div>b", "a\n\nb"],
  ];
  for (const [html, markdown] of cases) test(html, () => assert.equal(convert(html), markdown));
});

test("captions after rows stay after them", () => {
  assert.match(convert("<table><tr><td>a</td></tr><caption>b</caption></table>c"), /<\/table>\n\nb\n\nc$/);
  assert.match(
    convert("<table><tr><td>a</td></tr><caption>b</caption><tr><td>c</td></tr></table>"),
    /<td>a<\/td>[\s\S]*<\/table>\n\n<table>\n<caption>b<\/caption>\n<tbody>\n<tr>\n<td>c/,
  );
  assert.equal(
    convert(
      '<table class="tr-caption-container"><caption>a</caption><tr><td><img src="http://b.example/c.png"></td></tr></table>',
    ),
    "a\n\n![](http://b.example/c.png)",
  );
});
