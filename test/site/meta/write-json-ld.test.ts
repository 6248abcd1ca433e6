// JSON-LD in a page: nothing in it can end the script element or become markup.

import assert from "node:assert/strict";
import { test } from "node:test";
import { writeJsonLd } from "../../../scripts/site/meta/write-json-ld.ts";

test("a text can neither end the element nor begin a comment, and reads back as it was", () => {
  const name = '</script><script>boom()</script><!-- & \u2028\u2029 "quoted" \\ å';
  const text = writeJsonLd([{ "@type": "Person", name }]);
  assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(text), { "@context": "https://schema.org", "@type": "Person", name });
});

test("several nodes are a graph; what is undefined is left out", () => {
  assert.deepEqual(JSON.parse(writeJsonLd([{ "@type": "A", b: undefined }, { "@type": "C" }])), {
    "@context": "https://schema.org",
    "@graph": [{ "@type": "A" }, { "@type": "C" }],
  });
});
