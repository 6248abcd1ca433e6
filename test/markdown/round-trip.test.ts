// Generated texts and, where they are at hand, real ones: what the Markdown shows is what the HTML said.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { escapeMarkdown } from "../../scripts/markdown/escape.ts";
import { htmlToMarkdown } from "../../scripts/markdown/html-to-markdown.ts";
import { type Profile, renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { countOf } from "../support/thoroughness.ts";
import { createRandom, generateHtml } from "./generate-html.ts";
import { readRawWords } from "./read-raw-words.ts";

const PLAYER = /<(?:iframe|object|embed|video|audio)/i;
const GENERATED = countOf(100, 1000);

for (const isSoup of [false, true])
  test(isSoup ? "generated tag soup" : "generated trees", (t) => {
    let fallbacks = 0;
    for (let seed = 1; seed <= GENERATED; seed++) {
      const html = generateHtml(createRandom(seed * 2 + (isSoup ? 1 : 0)), { isSoup });
      const profile: Profile = seed % 3 === 0 ? "comment" : "post";
      const { markdown, differences, isFallback } = htmlToMarkdown(html, { profile });
      assert.deepEqual(differences, [], `seed ${seed}: ${html}`);
      // htmlparser2's own tree, the witness here, closes and opens fewer elements than browsers: words may be glued.
      const shown = readRawWords(renderMarkdown(markdown, { profile })).join("");
      if (!isSoup) assert.equal(shown, readRawWords(html).join(""), `seed ${seed}: ${html}`);
      if (isFallback) fallbacks++;
    }
    t.diagnostic(`${fallbacks} of ${GENERATED} kept a block as HTML`);
  });

test("plain text stays plain text", () => {
  const pieces = [
    "*a*",
    "_b_",
    "# c",
    "1) d",
    "- e",
    "> f",
    "`g`",
    "<h>",
    "&amp;",
    "[i](j)",
    "~~k~~",
    "\\",
    "    l",
    "|",
    "---",
    "===",
    "a@example.org",
  ];
  const random = createRandom(7);
  for (let round = 0; round < countOf(200, 2000); round++) {
    const text = Array.from({ length: 6 }, () => pieces[Math.floor(random() * pieces.length)]).join(
      random() < 0.4 ? "\n" : " ",
    );
    const html = renderMarkdown(escapeMarkdown(text), { profile: "comment" });
    assert.doesNotMatch(html, /<(?!\/?p>|br>)/, `${text}\n${html}`);
    const words = html
      .replace(/<[^>]*>/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&");
    assert.equal(words.split(/\s+/).join(" ").trim(), text.split(/\s+/).join(" ").trim());
  }
});

test("plain text keeps its addresses and lines", () => {
  assert.equal(
    escapeMarkdown("See http://example.org/a_b_c.\n1) *x*\n\n\n# y"),
    "See <http://example.org/a_b_c>.\\\n1\\) \\*x\\*\n\n\\# y",
  );
});

test("e-mail addresses are masked and counted on request", () => {
  const html =
    '<p>Write to åsa.öberg@example.org or <a href="mailto:b@example.org">b@example.org</a>, not @c or d@e.</p>';
  const masked = htmlToMarkdown(html, { profile: "comment", maskEmails: true });
  assert.equal(masked.maskedEmails, 2);
  assert.equal(masked.markdown, "Write to [e-mail removed] or [e-mail removed], not @c or d@e.");
  assert.equal(htmlToMarkdown(html, { profile: "comment" }).maskedEmails, 0);
});

test("relative addresses are resolved against the base, fragments stay", () => {
  const html =
    '<p><a href="/a">1</a> <a href="b">2</a> <a href="#c">3</a> <a href="//example.org/d">4</a> <img src="../e.png"></p>';
  assert.equal(
    htmlToMarkdown(html, { profile: "post", baseUrl: "https://blog.example/x/y/" }).markdown,
    "[1](https://blog.example/a) [2](https://blog.example/x/y/b) [3](#c) [4](https://example.org/d) ![](https://blog.example/x/e.png)",
  );
});

test("sample exports", { skip: process.env.SAMPLE_EXPORTS === undefined && "SAMPLE_EXPORTS is not set" }, (t) => {
  const folder = process.env.SAMPLE_EXPORTS ?? "";
  let [texts, exact, fallbacks, time] = [0, 0, 0, 0];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .sort()) {
    const xml = readFileSync(join(folder, file), "utf8");
    const found = xml.matchAll(/<(content:encoded|wp:comment_content)>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/\1>/g);
    for (const [, element, html = ""] of found) {
      const profile: Profile = element === "content:encoded" ? "post" : "comment";
      const start = performance.now();
      const { markdown, differences, isExact, isFallback } = htmlToMarkdown(html, { profile });
      time += performance.now() - start;
      texts++;
      if (isExact) exact++;
      if (isFallback) fallbacks++;
      assert.deepEqual(differences, [], file);
      if (!PLAYER.test(html))
        assert.deepEqual(readRawWords(renderMarkdown(markdown, { profile })), readRawWords(html), file);
    }
  }
  assert.ok(texts > 0);
  t.diagnostic(
    `${texts} texts, ${exact} exact, ${fallbacks} with a block kept as HTML, ${Math.round((texts / time) * 1000)} texts/s`,
  );
});
