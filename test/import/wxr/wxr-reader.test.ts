import assert from "node:assert/strict";
import test from "node:test";
import type { WxrItem, WxrSummary } from "../../../scripts/import/wxr/wxr-model.ts";
import { createWxrReader } from "../../../scripts/import/wxr/wxr-reader.ts";

const HEAD =
  '<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>B</title>\n';
const TAIL = "</channel></rss>";

function read(
  xml: string,
  pieceLength = xml.length,
): { readonly items: readonly WxrItem[]; readonly summary: WxrSummary } {
  const items: WxrItem[] = [];
  const reader = createWxrReader({ onItem: (item) => items.push(item) });
  for (let at = 0; at < xml.length; at += pieceLength) reader.write(xml.slice(at, at + pieceLength));
  return { items, summary: reader.end() };
}

function content(xml: string): string | undefined {
  return read(`${HEAD}<item><content:encoded>${xml}</content:encoded></item>${TAIL}`).items[0]?.fields.get(
    "content:encoded",
  );
}

// [what it shows, what stands in the element, the text]
const TEXTS: readonly (readonly [string, string, string])[] = [
  ["CDATA", "<![CDATA[a <b> &amp;]]>", "a <b> &amp;"],
  ["escaped text", "a &lt;b&gt; &amp;amp; &#8217;", "a <b> &amp; ’"],
  ["properly split", "<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"],
  ["unsplit", "<![CDATA[a ]]> b]]>", "a ]]> b"],
  ["unsplit at the end", "<![CDATA[]]>]]>", "]]>"],
  ["nested opening", "<![CDATA[x <![CDATA[ y ]]> z]]>", "x <![CDATA[ y ]]> z"],
  ["the end tag inside", "<![CDATA[a </content:encoded> b]]>", "a </content:encoded> b"],
  [
    "an export inside, split",
    "<![CDATA[<![CDATA[q]]]]><![CDATA[></content:encoded></item><item> r]]>",
    "<![CDATA[q]]></content:encoded></item><item> r",
  ],
  ["white space before", "\n  <![CDATA[a]]>", "\n  a"],
  ["text behind", "<![CDATA[a]]> b", "a b"],
  ["numbers stay text", "<![CDATA[1.10]]>", "1.10"],
  ["a bare ampersand", "http://x.example/?a=1&b=2&copy=3", "http://x.example/?a=1&b=2&copy=3"],
  ["an entity of ours is not expanded", "&lol;", "&lol;"],
];

for (const [name, xml, text] of TEXTS) {
  test(name, () => assert.equal(content(xml), text));
}

test("any cut into pieces reads the same", () => {
  const xml = `junk\n${HEAD}${TEXTS.map(([, text], index) => `<item><!-- <item> <![CDATA[ --><wp:post_id>${index}</wp:post_id><content:encoded>${text}</content:encoded></item>\n`).join("")}${TAIL}`;
  const whole = read(xml);
  assert.equal(whole.items.length, TEXTS.length);
  assert.equal(whole.summary.itemTags, TEXTS.length);
  for (const length of [1, 2, 3, 7, 64]) {
    const pieces = read(length === 1 ? xml.slice(5) : xml, length);
    assert.deepEqual(
      pieces.items.map(({ fields, index }) => [index, [...fields]]),
      whole.items.map(({ fields, index }) => [index, [...fields]]),
    );
  }
});

test("prefixes do not matter, namespaces do", () => {
  const { items } = read(
    `${HEAD}<item xmlns:q="http://wordpress.org/export/1.0/"><q:post_id>7</q:post_id></item>` +
      `<item><post_id xmlns="http://wordpress.org/export/1.1/">8</post_id></item>` +
      `<item xmlns:wp="http://elsewhere.example/"><wp:post_id>9</wp:post_id></item>` +
      `<item><wp:post_id>10</wp:post_id><wp:post_id>11</wp:post_id></item>${TAIL}`,
  );
  assert.deepEqual(
    items.map(({ fields }) => fields.get("wp:post_id")),
    ["7", "8", undefined, "10"],
  );
});

test("prefixes that were never declared mean what they usually do", () => {
  const { items } = read(
    "<rss><channel><item><wp:post_id>7</wp:post_id><other:title>x</other:title></item></channel></rss>",
  );
  assert.deepEqual([...(items[0]?.fields ?? [])], [["wp:post_id", "7"]]);
});

test("a file that is cut off keeps its whole items", () => {
  const xml = `${HEAD}<item><title>a</title></item>\n<item><title>b</title><wp:comment><wp:comment_id>1</wp:comment_id></wp:comment><content:encoded><![CDATA[wor`;
  const { items, summary } = read(xml);
  assert.deepEqual(
    items.map(({ isDamaged, line, comments }) => [isDamaged, line, comments.length]),
    [
      [false, 3, 0],
      [true, 4, 1],
    ],
  );
  assert.equal(summary.isComplete, false);
});

test("an item without an end does not swallow the next", () => {
  const { items, summary } = read(`${HEAD}<item><title>a</title><item><title>b</title></item>${TAIL}`);
  assert.deepEqual(
    items.map(({ fields, isDamaged }) => [fields.get("title"), isDamaged]),
    [
      ["a", true],
      ["b", false],
    ],
  );
  assert.equal(summary.isComplete, true);
});

test("notices of PHP between the fields are passed over and told", () => {
  const { items, summary } = read(
    `${HEAD}<item><title>a</title><br />\n<b>Warning</b>:  x in <b>f.php</b> on line <b>3</b><br>\n<wp:post_id>4</wp:post_id></item>${TAIL}`,
  );
  assert.equal(items[0]?.fields.get("wp:post_id"), "4");
  assert.deepEqual(summary.defects.strayHtml?.lines, [3, 4]);
});

test("declared entities are told and not expanded", () => {
  const { items, summary } = read(
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${HEAD.slice(22)}<item><title>&b;</title></item>${TAIL}`,
  );
  assert.equal(items[0]?.fields.get("title"), "&b;");
  assert.equal(summary.hasEntities, true);
});

test("private fields are not even read", () => {
  const { items } = read(
    `${HEAD}<item><wp:postmeta><wp:meta_key>_secret</wp:meta_key><wp:meta_value>m</wp:meta_value></wp:postmeta><wp:comment><wp:comment_author_email>e</wp:comment_author_email><wp:comment_author_IP>i</wp:comment_author_IP><wp:comment_agent>u</wp:comment_agent></wp:comment></item>${TAIL}`,
  );
  assert.equal(items[0]?.meta.size, 0);
  assert.equal(items[0]?.comments[0]?.fields.size, 0);
});
