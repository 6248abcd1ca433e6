// Nothing that a stranger wrote becomes active, and nothing brings the conversion down.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { htmlToMarkdown } from "../../scripts/markdown/html-to-markdown.ts";
import { htmlToText } from "../../scripts/markdown/html-to-text.ts";
import type { Profile } from "../../scripts/markdown/render-markdown.ts";
import { renderHtml, renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { ADDRESSES, placeAddress } from "../hostile/vectors/addresses.ts";
import { MARKDOWN_VECTORS } from "../hostile/vectors/markdown.ts";
import { MARKUP_VECTORS } from "../hostile/vectors/markup.ts";
import { countOf } from "../support/thoroughness.ts";
import { assertHarmless } from "./assert-harmless.ts";

describe("nothing runs", () => {
  for (const profile of ["post", "comment"] as const satisfies readonly Profile[]) {
    test(`HTML in a ${profile}, in its Markdown, and through import`, () => {
      for (const vector of MARKUP_VECTORS) {
        assertHarmless(renderHtml(vector, { profile }));
        for (const markdown of [vector, `a ${vector} b`, `- ${vector}\n\n> ${vector}`, `<div>${vector}</div>`])
          assertHarmless(renderMarkdown(markdown, { profile }));
        const { markdown } = htmlToMarkdown(`<p>${vector}</p><b>${vector}`, {
          profile,
          baseUrl: "https://example.org/a/",
        });
        assertHarmless(renderMarkdown(markdown, { profile }));
        assert.doesNotMatch(
          markdown,
          /(?<![\\`])<(?:script|style|iframe|object|embed|form|svg|math|link|meta|base)\b/i,
        );
      }
    });

    test(`Markdown in a ${profile}`, () => {
      for (const vector of MARKDOWN_VECTORS)
        for (const markdown of [vector, `x ${vector}`, `> ${vector.replaceAll("\n", "\n> ")}`])
          assertHarmless(renderMarkdown(markdown, { profile }));
    });
  }

  test("hostile addresses, wherever HTML takes one", () => {
    for (const address of ADDRESSES)
      for (const html of placeAddress(address)) {
        assertHarmless(renderHtml(html, { profile: "post" }));
        assertHarmless(renderMarkdown(html, { profile: "comment" }));
        const { markdown } = htmlToMarkdown(html, { profile: "post", baseUrl: "https://example.org/a/" });
        assertHarmless(renderMarkdown(markdown, { profile: "post" }));
      }
  });

  test("pairs of vectors, one inside the other", () => {
    for (const [index, outer] of MARKUP_VECTORS.entries()) {
      const inner = MARKUP_VECTORS[(index * 7 + 3) % MARKUP_VECTORS.length] as string;
      const middle = Math.floor(outer.length / 2);
      const html = outer.slice(0, middle) + inner + outer.slice(middle);
      assertHarmless(renderHtml(html, { profile: "post" }));
      assertHarmless(renderMarkdown(html, { profile: "comment" }));
    }
  });

  test("what resolveLink returns is judged too", () => {
    const resolveLink = () => "javascript:alert(1)";
    assertHarmless(renderMarkdown("[x](y) ![z](w)", { profile: "post", resolveLink }));
  });
});

describe("nothing brings it down", () => {
  const BOMBS: Readonly<Record<string, (n: number) => string>> = {
    divs: (n) => "<div>x".repeat(n),
    quotations: (n) => "<blockquote>x".repeat(n),
    lists: (n) => "<ul><li>x".repeat(n),
    "bold paragraphs": (n) => "<b><p>x".repeat(n),
    "bold in bold": (n) => "<b>x".repeat(n),
    tables: (n) => "<table><tr><td>x".repeat(n),
    links: (n) => "<a href=/x>y".repeat(n),
    "stray ends": (n) => "<div>".repeat(n) + "<section>".repeat(n) + "</div></b></li>".repeat(n),
    "items in divs": (n) => "<div>".repeat(n) + "<li></li>".repeat(n),
    attributes: (n) => `<p ${"a=b ".repeat(n)}>x`,
    brackets: (n) => "[".repeat(n),
    stars: (n) => "*".repeat(n),
    "stars in words": (n) => "*a".repeat(n),
    images: (n) => "![".repeat(n),
    backticks: (n) => Array.from({ length: Math.ceil(n ** 0.5) }, (_, index) => "`".repeat(index)).join("a"),
    "quotation signs": (n) => ">".repeat(n),
    "list signs": (n) => "- ".repeat(n),
    "less-than signs": (n) => "<".repeat(n),
    references: (n) => "&amp".repeat(n),
    spaces: (n) => `a${" ".repeat(n)}b`,
    "line breaks": (n) => "x<br>".repeat(n),
    addresses: (n) => "http://example.org/x ".repeat(n),
    "addresses without spaces": (n) => "http://a.b/(".repeat(n),
    emphasis: (n) => "word *word* <b>bold</b> ".repeat(n),
    "spaces before code": (n) => `${" ".repeat(n * 50)}x`,
    "spaces in an address": (n) => `<a href="a${" ".repeat(n * 20)}b">x</a>`,
    "backticks in code": (n) => `<code>${"`a".repeat(n)}</code><pre>${"`a".repeat(n)}</pre>`,
    rows: (n) => `<table><tbody>${"<tr><td>x".repeat(n)}</table>`,
    "unclosed frames": (n) => "<iframe src=https://example.org/>".repeat(n),
    "unclosed comments": (n) => "<!--".repeat(n),
    "unclosed tags": (n) => "<a ".repeat(n),
  };

  for (const [name, make] of Object.entries(BOMBS))
    test(name, () => {
      const count = countOf(250, 500);
      const small = measure(make(count));
      const large = measure(make(count * 8));
      // Eight times the text may take eight times as long, some more for the garbage collector, never sixty-four times.
      assert.ok(large < count * 0.8 + small * 24, `${small} ms for ${count}, ${large} ms for ${count * 8}`);
    });

  test("a nesting of 100,000", () => {
    const html = `${"<blockquote><div><b>".repeat(100_000)}deep`;
    assert.match(htmlToMarkdown(html, { profile: "post" }).markdown, /deep/);
    assert.match(renderMarkdown(html, { profile: "comment" }), /deep/);
    assert.equal(htmlToText(html), "deep");
  });
});

/** Returns the milliseconds of processor time that a text takes in all directions. */
function measure(text: string): number {
  const start = process.cpuUsage();
  const { markdown } = htmlToMarkdown(text, { profile: "post" });
  renderMarkdown(markdown, { profile: "post" });
  renderMarkdown(text, { profile: "comment" });
  htmlToText(text);
  return process.cpuUsage(start).user / 1000;
}
