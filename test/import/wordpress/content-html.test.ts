import assert from "node:assert/strict";
import test from "node:test";
import { indexAttachments } from "../../../scripts/import/wordpress/attachments.ts";
import { toCommentHtml, toPostHtml } from "../../../scripts/import/wordpress/content-html.ts";

const IMAGES = [11, 12].map((id) => ({
  id: String(id),
  url: `http://blog.example/${id}.jpg`,
  alt: `Picture ${id}`,
  caption: id === 11 ? "A <em>caption</em>" : "",
  title: "",
  parent: "1",
  order: 0,
  page: "",
}));

function convert(content: string, footnotes?: string) {
  const told: string[] = [];
  const html = toPostHtml(content, {
    postId: "1",
    attachments: indexAttachments(IMAGES),
    reusedBlocks: new Map([
      ["5", "<p>Reused.</p>"],
      ["6", '<p>Loop.</p><!-- wp:block {"ref":6} /-->'],
    ]),
    ...(footnotes !== undefined && { footnotes }),
    warn: (what) => told.push(what),
    onUnknownShortcode: (name) => told.push(`unknown ${name}`),
    onEmptyBlock: (name) => told.push(`block ${name}`),
  });
  return { html: html.replace(/\n+/g, "\n").trim(), told };
}

const IMG = '<img src="x.jpg" />';

// [what it shows, content, HTML, what a person is told]
const CASES: readonly (readonly [string, string, string, (readonly string[])?])[] = [
  [
    "new caption",
    `[caption id="a" width="300"]${IMG} Words[/caption]`,
    `<figure>${IMG}<figcaption>Words</figcaption></figure>`,
  ],
  [
    "old caption",
    `[caption width="3" caption="It&quot;s"]${IMG}[/caption]`,
    `<figure>${IMG}<figcaption>It&quot;s</figcaption></figure>`,
  ],
  [
    "linked caption",
    `[caption]<a href="y">${IMG}</a> W[/caption]`,
    `<figure><a href="y">${IMG}</a><figcaption>W</figcaption></figure>`,
  ],
  ["caption without words", `[caption width="3"]${IMG}[/caption]`, `<p>${IMG}</p>`],
  ["gallery by ids", '[gallery ids="12"]', '<p><img src="http://blog.example/12.jpg" alt="Picture 12" /></p>'],
  [
    "gallery of the post",
    "[gallery]",
    '<figure><img src="http://blog.example/11.jpg" alt="Picture 11" /><figcaption>A <em>caption</em></figcaption></figure>\n<p><img src="http://blog.example/12.jpg" alt="Picture 12" /></p>',
  ],
  [
    "gallery whose images are elsewhere",
    '[gallery ids="99"]',
    "",
    ["1 of 1 files of a gallery are not in the export", "a gallery is empty: none of its images is in the export"],
  ],
  [
    "code with entities",
    '[code lang="js"]\na &lt; b &amp;&amp; c\n[/code]',
    '<pre><code class="language-js">a &lt; b &amp;&amp; c</code></pre>',
  ],
  [
    "code with bare brackets",
    "[php]<b>&amp;</b>[/php]",
    '<pre><code class="language-php">&lt;b&gt;&amp;amp;&lt;/b&gt;</code></pre>',
  ],
  ["a language name without an end is text", "use [text] here", "<p>use [text] here</p>"],
  [
    "shortcodes in code are text",
    "<code>[gallery]</code> <pre>[code]x[/code]</pre>",
    "<p><code>[gallery]</code></p>\n<pre>[code]x[/code]</pre>",
  ],
  [
    "escaped shortcodes lose a pair of brackets",
    "[[gallery]] [[code]x[/code]] [[wiki]]",
    "<p>[gallery] &#91;code]x&#91;/code] [[wiki]]</p>",
  ],
  [
    "embed",
    '[embed width="3"]http://v.example/1?a=1&amp;b=2[/embed]',
    '<p><a href="http://v.example/1?a=1&amp;b=2">http://v.example/1?a=1&amp;b=2</a></p>',
  ],
  [
    "youtube of WordPress.com",
    "[youtube=http://www.youtube.com/watch?v=abc&w=3]",
    '<p><a href="http://www.youtube.com/watch?v=abc&w=3">http://www.youtube.com/watch?v=abc&w=3</a></p>',
  ],
  [
    "vimeo by number",
    "[vimeo 1234567 w=3]",
    '<p><a href="https://vimeo.com/1234567">https://vimeo.com/1234567</a></p>',
  ],
  [
    "audio of old",
    "[audio http://a.example/1.mp3|titles=x]",
    '<p><a href="http://a.example/1.mp3">http://a.example/1.mp3</a></p>',
  ],
  [
    "audio",
    '[audio mp3="http://a.example/1.mp3"][/audio]',
    '<p><a href="http://a.example/1.mp3">http://a.example/1.mp3</a></p>',
  ],
  [
    "an address alone on its line",
    "a\n\nhttps://v.example/x_y_z\n\nb https://w.example",
    '<p>a</p>\n<p><a href="https://v.example/x_y_z">https://v.example/x_y_z</a></p>\n<p>b https://w.example</p>',
  ],
  [
    "unknown shortcode",
    'See [table id="3"] and [sic] and [1].',
    '<p>See [table id="3"] and [sic] and [1].</p>',
    ["unknown table"],
  ],
  ["unknown shortcode with an end", "[col]x[/col]", "<p>[col]x[/col]</p>", ["unknown col"]],
  ["more", "a<!--more Go on-->b", "<p>ab</p>"],
  ["next page", "a<!--nextpage-->b", "<p>a</p>\n<hr />\n<p>b</p>"],
  ["blocks have their paragraphs", "<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->", "<p>a\nb</p>"],
  [
    "text between blocks",
    '<!-- wp:image {"id":1} -->\n<p>i</p>\n<!-- /wp:image -->\n\na\n\nb',
    "<p>i</p>\n<p>a</p>\n<p>b</p>",
  ],
  ["reusable block", '<!-- wp:block {"ref":5} /-->', "<p>Reused.</p>"],
  ["reusable block in itself", '<!-- wp:block {"ref":6} /-->', "<p>Loop.</p>"],
  ["reusable block elsewhere", '<!-- wp:block {"ref":7} /-->', "", ["a reusable block is not in the export"]],
  ["computed block", "<!-- wp:core/archives /-->", "", ["block archives"]],
  [
    "words in settings",
    '<!-- wp:acme/box {"className":"a b","body":"Some words.","url":"http://a.example/ b"} /-->',
    "<p>Some words.</p>",
    ["block acme/box"],
  ],
  [
    "social link",
    '<!-- wp:social-link {"url":"https://m.example","service":"mastodon"} /-->',
    '<li><a href="https://m.example">mastodon</a></li>',
  ],
];

for (const [name, content, html, told = []] of CASES) {
  test(name, () => {
    const result = convert(content);
    assert.equal(result.html, html);
    assert.deepEqual(result.told.sort(), [...told].sort());
  });
}

test("footnotes stand where their block is", () => {
  const { html } = convert("<!-- wp:footnotes /-->", '[{"content":"The note.","id":"n1"}]');
  assert.equal(html, '<ol><li id="n1">The note. <a href="#n1-link">↩︎</a></li></ol>');
});

test("comments get links, paragraphs and line breaks", () => {
  const shown = toCommentHtml(
    "See http://a.example/b_c, (http://b.example/x_(y)) or www.c.example.\nme@d.example\n\n<a href='http://e.example'>http://e.example</a>",
  );
  assert.equal(
    shown.replace(/\n/g, ""),
    '<p>See <a href="http://a.example/b_c">http://a.example/b_c</a>, (<a href="http://b.example/x_(y)">http://b.example/x_(y)</a>) or <a href="http://www.c.example">http://www.c.example</a>.<br />me@d.example</p><p><a href=\'http://e.example\'>http://e.example</a></p>',
  );
});
