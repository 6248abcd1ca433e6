// Breaks true exports in every way that real ones are broken, and holds what is read against the truth: what is whole has the same
// words, and nothing is missing without an error.

import assert from "node:assert/strict";
import test from "node:test";
import { type ReadRecords, readRecords } from "./read-records.ts";
import { TRUE_EXPORTS, type TrueExport } from "./true-blog.ts";

const NOTICE =
  "<br />\n<b>Notice</b>:  Undefined index: x in <b>/srv/www/wp-content/plugins/y/y.php</b> on line <b>12</b><br />\n";
const PLAIN_NOTICE = "\nWarning: Invalid argument in /srv/www/wp-content/plugins/y/y.php on line 7\n";
const ERROR_PAGE = `<!DOCTYPE html>
<html lang="sv-SE">
<head>
	<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
	<title>WordPress &rsaquo; Fel</title>
	<link rel="stylesheet" href="/x.css" />
	<style type="text/css">html { background: #f1f1f1; } a > b { color: red }</style>
</head>
<body id="error-page">
	<div class="wp-die-message"><p>Det har uppstått ett kritiskt fel på denna webbplats.</p></div></body>
</html>
`;
const JUNK = [
  "`",
  "\n\n \n",
  "\ufeff",
  NOTICE,
  PLAIN_NOTICE,
  ERROR_PAGE,
  "<?xml version='1.0'?>\n",
  "<!-- saved -->\n",
];

/** Defines the tests. Of the places where a file can be broken, one of so many is tried. */
export function defineVariantTests(every: number): void {
  for (const source of TRUE_EXPORTS) testVariants(source, every);
}

function testVariants(source: TrueExport, every: number): void {
  const { name, xml, record, text } = source;
  const truth = readRecords([xml]);

  test(`${name}: the true export is whole, whatever pieces it comes in`, () => {
    assert.ok(truth.summary.isComplete);
    assert.deepEqual(truth.damaged, []);
    assert.deepEqual(truth.summary.defects, {});
    assert.equal(truth.tags, truth.records);
    for (const length of every === 1 ? [1, 7, 1000] : [97])
      assert.deepEqual(readRecords(cut(xml, length)).whole, truth.whole);
  });

  test(`${name}: cut off anywhere, what ended before is whole`, () => {
    for (let end = 700; end < xml.length - 8; end += 97 * every) {
      const read = readRecords([xml.slice(0, end)]);
      assert.equal(read.summary.isComplete, false, `at ${end}`);
      holdsTruth(read, truth, `cut at ${end}`);
      const ended = countOf(xml.slice(0, end), `</${record}>`) - quotedEnds(source, end);
      assert.ok(countRecords(read, record) >= ended, `at ${end}: ${countRecords(read, record)} of ${ended}`);
    }
  });

  test(`${name}: junk before the declaration changes nothing`, () => {
    for (const junk of JUNK) {
      const read = readRecords([junk + xml]);
      assert.deepEqual(read.whole, truth.whole, junk);
      assert.ok(read.summary.isComplete);
    }
  });

  if (name === "WordPress") {
    test(`${name}: what PHP prints between the elements and in texts is passed over, and told`, () => {
      for (const junk of [NOTICE, PLAIN_NOTICE, ERROR_PAGE]) {
        for (const at of sample(tagPositions(xml), every)) {
          const where = `${junk.slice(0, 20)} at ${at}: ${xml.slice(at - 40, at + 40)}`;
          const read = readRecords([xml.slice(0, at) + junk + xml.slice(at)]);
          assert.deepEqual(read.whole, truth.whole, where);
          const isAtBorder = /^<(?:item|title|wp:comment|content:encoded|\/item)>/.test(xml.slice(at, at + 20));
          if (isAtBorder) assert.ok(Object.keys(read.summary.defects).length > 0, `told ${where}`);
        }
      }
    });
  }

  test(`${name}: after an error page that ends the file, what came before is whole`, () => {
    for (const at of sample(tagPositions(xml), every)) {
      const read = readRecords([xml.slice(0, at) + ERROR_PAGE]);
      assert.equal(read.summary.isComplete, at > xml.length - 12, `at ${at}`);
      holdsTruth(read, truth, `page at ${at}`);
    }
  });

  test(`${name}: forbidden characters are taken out wherever they stand, and counted`, () => {
    let state = 7;
    const dirty = [...xml]
      .map((character) => {
        state = (state * 16807) % 2147483647;
        return state % 23 === 0 ? `${["\u0000", "\u0008", "\ufffe", "\ud800"][state % 4]}${character}` : character;
      })
      .join("");
    const read = readRecords([dirty]);
    assert.deepEqual(read.whole, truth.whole);
    assert.equal(read.summary.repairs.removed, dirty.length - xml.length);
  });

  test(`${name}: an end tag that is missing loses nothing but what nobody can know`, () => {
    for (const end of sample(endTags(xml), every)) {
      const read = readRecords([xml.slice(0, end.at) + xml.slice(end.at + end.tag.length)]);
      holdsTruth(read, truth, `${end.tag} at ${end.at}`, new Set([...read.damaged]));
      assert.ok(read.damaged.length <= 3, `${end.tag} at ${end.at}: ${read.damaged.join()}`);
      assert.ok(
        read.damaged.length > 0 || Object.keys(read.summary.defects).length > 0 || isHarmless(end.tag),
        `told: ${end.tag} at ${end.at}`,
      );
    }
  });

  test(`${name}: CDATA that never ends swallows nothing`, () => {
    for (const { at, tag } of sample(sectionEnds(xml), every)) {
      const read = readRecords([xml.slice(0, at) + xml.slice(at + 3)]);
      assert.deepEqual(read.whole, truth.whole, `${tag} at ${at}: ${xml.slice(at - 40, at + 60)}`);
      assert.ok(
        read.summary.defects.unclosedCdata !== undefined || tag.startsWith("</wp:author"),
        `told: ${tag} at ${at}`,
      );
    }
  });

  test(`${name}: an unsplit ]]> is text`, () => {
    const unsplit = xml.replaceAll("]]]]><![CDATA[>", "]]>");
    const read = readRecords([unsplit]);
    assert.deepEqual(read.whole, truth.whole);
    assert.equal(read.summary.defects.unsplitCdata !== undefined, unsplit !== xml);
  });

  test(`${name}: two exports in one file are both read, the first whole or not`, () => {
    const twice = readRecords([`${xml}\n${xml}`]);
    assert.deepEqual(twice.whole, truth.whole);
    assert.equal(twice.records, truth.records * 2);
    assert.ok(twice.summary.isComplete);
    assert.ok(twice.summary.defects.furtherExports !== undefined);
    for (const share of [0.3, 0.55, 0.8]) {
      const read = readRecords([xml.slice(0, Math.floor(xml.length * share)) + xml]);
      holdsTruth(read, truth, `after ${share}`);
      assert.equal(read.whole.size, truth.whole.size);
      assert.ok(read.summary.defects.cutExports !== undefined);
    }
  });

  test(`${name}: a bare < or & in a text without CDATA is text`, () => {
    const [before = "", after = ""] = split(
      xml,
      record === "item" ? "<wp:comment_author_url></" : "<name>",
      record === "item",
    );
    const bare = `${before}http://x.example/?a=1&b=2&copy=3 <3 a<b <i>x${after}`;
    const read = readRecords([bare]);
    assert.deepEqual([...read.whole.keys()], [...truth.whole.keys()]);
    assert.ok([...read.whole.values()].some((fields) => fields.includes("a=1&b=2&copy=3 <3 a<b <i>x")));
  });

  test(`${name}: a piece that is missing in the middle costs only what it touches`, () => {
    for (let from = 800; from < xml.length - 1200; from += 331 * every) {
      const read = readRecords([xml.slice(0, from) + xml.slice(from + 300)]);
      const touched = touchedRecords(source, from, from + 300);
      for (const [id, fields] of truth.whole) {
        if (!touched(id)) assert.equal(read.whole.get(id), fields, `${id}, missing from ${from}: ${text}`);
      }
    }
  });
}

/** Whatever is called whole must be what it was. */
function holdsTruth(
  read: ReadRecords,
  truth: ReadRecords,
  where: string,
  except: ReadonlySet<string> = new Set(),
): void {
  for (const [id, fields] of read.whole) {
    if (!except.has(id)) assert.equal(fields, truth.whole.get(id), where);
  }
  assert.ok(read.tags <= truth.tags * 2, where);
}

function cut(xml: string, length: number): readonly string[] {
  return Array.from({ length: Math.ceil(xml.length / length) }, (_, index) =>
    xml.slice(index * length, (index + 1) * length),
  );
}

function sample<Item>(items: readonly Item[], every: number): readonly Item[] {
  return items.filter((_, index) => index % every === 0);
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

function countRecords({ whole }: ReadRecords, record: string): number {
  const kind = record === "item" ? "item" : record === "post" ? "comment" : "tag:";
  return [...whole.keys()].filter((id) => id.startsWith(kind)).length;
}

// End tags that a text quotes.
function quotedEnds({ xml, record }: TrueExport, end: number): number {
  return countOf(blankSections(xml).blanked.slice(0, end), `</${record}>`) ===
    countOf(xml.slice(0, end), `</${record}>`)
    ? 0
    : countOf(xml.slice(0, end), `</${record}>`) - countOf(blankSections(xml).blanked.slice(0, end), `</${record}>`);
}

// CDATA, with its letters overwritten, so that a search finds only markup.
function blankSections(xml: string): { readonly blanked: string } {
  return { blanked: xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, (section) => "x".repeat(section.length)) };
}

// Where PHP may print: before any tag, but not in the middle of the feed's head, where the reader does not know yet whose file it is.
function tagPositions(xml: string): readonly number[] {
  const { blanked } = blankSections(xml);
  const positions: number[] = [];
  for (let at = blanked.indexOf("<", 800); at !== -1; at = blanked.indexOf("<", at + 1)) {
    if (positions.length === 0 || at - (positions.at(-1) ?? 0) > 61) positions.push(at);
  }
  return positions;
}

function endTags(xml: string): readonly { readonly at: number; readonly tag: string }[] {
  const { blanked } = blankSections(xml);
  return [...blanked.matchAll(/<\/[\w:]+>/g)]
    .map((match) => ({ at: match.index, tag: match[0] }))
    .filter(({ at }) => at > 800);
}

// Where a section ends that no other one goes on, with the tag that follows.
function sectionEnds(xml: string): readonly { readonly at: number; readonly tag: string }[] {
  return [...xml.matchAll(/\]\]>(<\/[\w:]+>)/g)].map((match) => ({ at: match.index, tag: match[1] ?? "" }));
}

function isHarmless(tag: string): boolean {
  return !/^<\/(?:item|entry|post|thread|title|content|message|content:encoded|wp:comment|wp:comment_content)>$/.test(
    tag,
  );
}

function split(xml: string, mark: string, isEmpty: boolean): readonly [string, string] {
  const at = xml.indexOf(mark, xml.length / 2) + mark.length - (isEmpty ? 2 : 0);
  return [xml.slice(0, at), xml.slice(at)];
}

// Everything of the records that a missing piece touches, and their neighbours, which may have lost their beginning to it.
function touchedRecords({ xml, record }: TrueExport, from: number, to: number): (id: string) => boolean {
  const { blanked } = blankSections(xml);
  const kinds = record === "post" ? "post|thread" : record;
  const starts = [...blanked.matchAll(new RegExp(`<(?:${kinds})[\\s>][^/]`, "g"))].map(({ index }) => index);
  const first = starts.findLast((at) => at <= from) ?? 0;
  const last = starts.find((at) => at >= to) ?? xml.length;
  const part = xml.slice(first, last);
  const ids = [...part.matchAll(/<wp:(?:post|comment)_id>(\d+)|dsq:id="(\d+)"|<id>([^<]+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3],
  );
  return (id) => ids.some((known) => id === known || id.endsWith(` ${known}`));
}
