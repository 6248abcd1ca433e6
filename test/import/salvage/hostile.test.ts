// Files that are made to cost time or memory: reading them takes a time that grows with their length, and they swallow nothing.

import assert from "node:assert/strict";
import test from "node:test";
import type { WxrItem } from "../../../scripts/import/wxr/wxr-model.ts";
import { createWxrReader } from "../../../scripts/import/wxr/wxr-reader.ts";

const HEAD = '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>';
const GOOD = "<item><title>good</title></item>";
const PIECE = 65_536;
const COUNT = 30_000;

// [what it is, the beginning of an item, what is repeated, what may follow]
const FLOODS: readonly (readonly [string, string, string, string])[] = [
  ["bare < in a text", "<title>", "<", "</title></item>"],
  ["tags that never end in a text", "<title>", "<a ", "</title></item>"],
  ["tags that never end", "", "<a ", "</item>"],
  ["elements that never end", "", "<x>", "</item>"],
  ["end tags of nothing", "", "</x>", "</item>"],
  ["quotes that never end", "", "<a b='", "</item>"],
  ["comments that never end", "", "<!--", "</item>"],
  ["document types that never end", "", "<!DOCTYPE html", "</item>"],
  ["instructions that never end", "", "<?", "</item>"],
  ["CDATA in CDATA", "<title>", "<![CDATA[", "]]></title></item>"],
  ["ends of CDATA", "<title><![CDATA[", "]]>", "]]></title></item>"],
  ["ends of CDATA in words", "<title><![CDATA[", "]]> x ", "]]></title></item>"],
  ["quoted fields, unsplit", "<title><![CDATA[", "<link><![CDATA[x]]></link> x", "]]></title></item>"],
  ["references", "<title>", "&", "</title></item>"],
  ["beginnings of notices", "<title>", "<br />\n<b>Notice</b>: on line ", "</title></item>"],
];

for (const [name, begin, flood, end] of FLOODS) {
  test(`a flood of ${name} costs little and swallows nothing`, () => {
    const xml = `${HEAD}<item>${begin}${flood.repeat(COUNT)}${end}${GOOD}</channel></rss>`;
    const before = process.cpuUsage();
    const items = read(xml);
    const { user, system } = process.cpuUsage(before);
    assert.equal(items.at(-1)?.fields.get("title"), "good");
    assert.equal(items.at(-1)?.isDamaged, false);
    assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms`);
  });
}

test("a text that quotes an export is left alone", () => {
  const quoted = [
    "So it ends: </content:encoded>\n</item>\n<item>\n<title>Next</title> and so on.",
    "<item><title>Quoted</title><link>http://x.example/</link></item>",
    "Open <content:encoded><![CDATA[ and never close",
    "<rss><channel><item></item></channel></rss>",
  ];
  for (const text of quoted) {
    const xml = `${HEAD}<item><title>a</title><content:encoded><![CDATA[${text}]]></content:encoded></item>${GOOD}</channel></rss>`;
    assert.deepEqual(
      read(xml).map(({ fields, isDamaged }) => [fields.get("content:encoded"), isDamaged]),
      [
        [text, false],
        [undefined, false],
      ],
    );
  }
});

test("an address that belongs to nobody else ends up nowhere when an end tag is missing", () => {
  const comment =
    "<wp:comment_author_url>http://x.example<wp:comment_author_email>secret@mail.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.1";
  const items = read(
    `${HEAD}<item><wp:comment>${comment}<wp:comment_date>x</wp:comment_date></wp:comment></item></channel></rss>`,
  );
  const fields = [...(items[0]?.comments[0]?.fields ?? [])];
  assert.deepEqual(fields, [
    ["wp:comment_author_url", "http://x.example"],
    ["wp:comment_date", "x"],
  ]);
});

function read(xml: string): readonly WxrItem[] {
  const items: WxrItem[] = [];
  const reader = createWxrReader({ onItem: (item) => items.push(item) });
  for (let at = 0; at < xml.length; at += PIECE) reader.write(xml.slice(at, at + PIECE));
  reader.end();
  return items;
}
