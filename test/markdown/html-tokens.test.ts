// The quick reading of tags gives what htmlparser2's own tokenizer gives, on good HTML and bad.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readTokens } from "../../scripts/markdown/html-tokens.ts";
import { MARKUP_VECTORS } from "../hostile/vectors/markup.ts";
import { createRandom, generateHtml } from "./generate-html.ts";
import { OLD_BLOG_HTML } from "./old-blog-html.ts";

const REFERENCES =
  "&amp &ampx &notit; &#150; &#x; &# & &copy2 &lt; &eacute &#xD800; &#0; &bogus; &amp;lt; &a=1&copy=2 &#228".split(" ");

function listTokens(html: string): readonly string[] {
  const tokens: string[] = [];
  readTokens(html, {
    onText: (text) => tokens.push(`text ${text}`),
    onOpenTag: (name, attributes) => tokens.push(`start ${name} ${JSON.stringify(attributes)}`),
    onCloseTag: (name) => tokens.push(`end ${name}`),
  });
  return tokens;
}

test("both ways of reading give the same tokens", () => {
  const random = createRandom(3);
  const pick = (): string => REFERENCES[Math.floor(random() * REFERENCES.length)] as string;
  const texts = [...Object.values(OLD_BLOG_HTML), ...MARKUP_VECTORS];
  for (let seed = 1; seed <= 100; seed++) texts.push(generateHtml(createRandom(seed), { isSoup: seed % 2 === 1 }));
  for (let round = 0; round < 500; round++)
    texts.push(
      `${pick()}<a href="x${pick()}" title='${pick()}' open>${pick()} x</a>${pick()}<!--${pick()}-->${pick()}`,
    );
  // An empty instruction is no token, and what follows it is read by the tokenizer.
  for (const text of texts) assert.deepEqual(listTokens(text), listTokens(`<?x>${text}`), text);
});
