// What is told of a post's text: how long it takes to read, its contents, its picture in the Wayback Machine, its neighbours.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Catalog, Entry } from "../../scripts/site/catalog.ts";
import { findNeighbours } from "../../scripts/site/neighbours.ts";
import { toWebAddress, waybackAddress } from "../../scripts/site/original-address.ts";
import { countWords, readingMinutes } from "../../scripts/site/reading-time.ts";
import { LONG_TEXT, listHeadings } from "../../scripts/site/table-of-contents.ts";

describe("reading time", () => {
  const cases: readonly (readonly [string, number, number | undefined])[] = [
    ["", 0, undefined],
    ["— … !", 0, undefined],
    ["Salt.", 1, 0],
    ["salt ".repeat(229), 229, 0],
    ["salt ".repeat(230), 230, 1],
    ["salt ".repeat(345), 345, 2],
    ["雪が降る道".repeat(100), 250, 1],
  ];
  for (const [text, words, minutes] of cases) {
    test(`${words} words`, () => {
      assert.equal(countWords(text), words);
      assert.equal(readingMinutes(words), minutes);
    });
  }

  test("takes linear time", () => {
    assert.equal(countWords("…".repeat(200_000)), 0);
    assert.equal(countWords("x".repeat(200_000)), 1);
  });
});

describe("the Wayback Machine", () => {
  const cases: readonly (readonly [string | undefined, string])[] = [
    [undefined, "*"],
    ["long ago", "*"],
    ["2011-01-19T10:12:00+01:00", "20110119091200"],
    ["2011-01-01T00:12:30+05:30", "20101231184230"],
    ["2011-01-19", "20110119235959"],
    ["2012-02", "20120229235959"],
    ["2009~", "20091231235959"],
  ];
  for (const [date, stamp] of cases) {
    test(String(date), () => {
      assert.equal(
        waybackAddress("http://x.example/a?b=1#c", date),
        `https://web.archive.org/web/${stamp}/http://x.example/a?b=1`,
      );
    });
  }

  test("only addresses of the web are looked for", () => {
    assert.equal(toWebAddress("HTTP://X.example/å"), "http://x.example/%C3%A5");
    for (const address of [undefined, "", "javascript:alert(1)", "ftp://x.example/", "/path", "http://"]) {
      assert.equal(toWebAddress(address), undefined);
    }
  });
});

describe("table of contents", () => {
  const html =
    '<h2>One &amp; only</h2><p>x</p><h3>Ön</h3><h4>Deep</h4><h2>雪</h2><h2>Ön</h2><h2><span id="text-a"></span> </h2><h2>!</h2>';

  test("headings get ids of their own, and the list two levels", () => {
    const listed = listHeadings(html, LONG_TEXT);
    assert.deepEqual(
      listed.headings.map(({ id, label, children }) => [id, label, children.map((child) => child.id)]),
      [
        ["section-one-only", "One & only", ["section-ön"]],
        ["section-雪", "雪", []],
        ["section-ön-2", "Ön", []],
        ["section-1", "!", []],
      ],
    );
    assert.ok(listed.html.startsWith('<h2 id="section-one-only">One &amp; only</h2>'));
    assert.ok(listed.html.includes('<h4 id="section-deep">Deep</h4>'));
    assert.equal(listed.html.replace(/ id="section[^"]*"/g, ""), html);
  });

  test("short texts, few headings and quoted ones get none", () => {
    assert.deepEqual(listHeadings(html, LONG_TEXT - 1), { html, headings: [] });
    const quoted = `<h2>a</h2><blockquote>${html}</blockquote><h2>b</h2>`;
    assert.deepEqual(listHeadings(quoted, 9999), { html: quoted, headings: [] });
  });

  test("a text with a table of contents of its own keeps that one", () => {
    const own = `<ul>${["a", "b", "c"].map((name) => `<li><a href="#text-${name}">${name}</a></li>`).join("")}</ul>${html}`;
    assert.deepEqual(listHeadings(own, 9999), { html: own, headings: [] });
    const notes = `${html}${'<ol><li>A note. <a href="#text-back">↩</a></li></ol>'.repeat(5)}`;
    assert.notDeepEqual(listHeadings(notes, 9999).headings, []);
  });

  test("levels that fall back below the first do not break it", () => {
    const odd = "<h4>a</h4><h2>b</h2><h6>c</h6><h3>d</h3>";
    assert.deepEqual(
      listHeadings(odd, 9999).headings.map(({ label, children }) => [label, children.length]),
      [
        ["a", 0],
        ["b", 2],
      ],
    );
  });
});

describe("neighbours", () => {
  const entry = (name: string, source: string, type = "post"): Entry =>
    ({ path: name, post: { id: name, source, type } }) as unknown as Entry;
  const catalogOf = (...posts: readonly Entry[]): Catalog => {
    const postsBySource = new Map<string, Entry[]>();
    for (const one of posts) {
      const source = one.post.source as string;
      postsBySource.set(source, [...(postsBySource.get(source) ?? []), one]);
    }
    return { posts: posts.filter(({ post }) => post.type === "post"), postsBySource } as unknown as Catalog;
  };

  test("in time, and in the source where these are others", () => {
    const [a, b, c, d] = [entry("a", "x"), entry("b", "y"), entry("c", "x"), entry("d", "x")];
    const page = entry("page", "x", "page");
    const neighboursOf = findNeighbours(catalogOf(a, b, c, d, page));
    assert.deepEqual(neighboursOf(c), { newer: b, older: d, inSource: { newer: a, older: d } });
    assert.deepEqual(neighboursOf(d), { newer: c, older: undefined });
    assert.deepEqual(neighboursOf(b), { newer: a, older: c });
    assert.deepEqual(neighboursOf(page), {});
  });

  test("an archive of one source has one row", () => {
    const [a, b] = [entry("a", "x"), entry("b", "x")];
    assert.deepEqual(findNeighbours(catalogOf(a, b))(a), { newer: undefined, older: b });
  });
});
