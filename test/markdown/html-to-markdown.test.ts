// Pairs of HTML and Markdown, the proof, and generated texts. UPDATE=1 rewrites the expectations of the pairs.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { htmlToMarkdown } from "../../scripts/markdown/html-to-markdown.ts";
import { renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { sanitizePageHtml } from "../../scripts/markdown/sanitize-page-html.ts";
import { readRawWords } from "./read-raw-words.ts";

const FIXTURES = new URL("../fixtures/markdown/", import.meta.url);
// Players become a link with their address as its text, smileys the characters that they stand for.
const ADDS_WORDS = /<(?:iframe|object|embed|video|audio|img[^>]*wp-smiley)/i;

for (const file of readdirSync(FIXTURES).sort()) {
  const url = new URL(file, FIXTURES);
  const cases = readFileSync(url, "utf8")
    .split(/\n\.\n\n(?=\S[^\n]*\n\.\n)/)
    .map((part) => part.replace(/\n\.\n*$/, "").split("\n.\n"));
  const written: string[] = [];
  for (const [name = "", html = "", markdown = "", rendered = ""] of cases) {
    const conversion = htmlToMarkdown(html, { profile: "post" });
    const shown = renderMarkdown(conversion.markdown, { profile: "post" });
    written.push(`${name}\n.\n${html}\n.\n${conversion.markdown}\n.\n${shown}\n.\n`);
    test(`${file}: ${name}`, () => {
      assert.deepEqual(conversion.differences, []);
      // What the tree writes is on the allowlist: the last gate finds nothing to remove.
      assert.equal(sanitizePageHtml(shown, "post"), shown);
      if (!ADDS_WORDS.test(html)) assert.deepEqual(readRawWords(shown), readRawWords(html));
      if (process.env.UPDATE === "1") return;
      assert.equal(conversion.markdown, markdown);
      assert.equal(shown, rendered);
    });
  }
  if (process.env.UPDATE === "1") writeFileSync(url, written.join("\n"));
}
