// What typed HTML a page leaves out is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findDroppedHtml } from "../../scripts/markdown/allowed-html.ts";

test("elements and attributes that a page leaves out", () => {
  const markdown =
    '<p style="x" id="y" onclick=z>a <b>b</b></p>\n\nc <script>d</script> `<form>`\n\n<details>\n\ne\n\n</details>';
  assert.deepEqual(findDroppedHtml(markdown, "post"), ["p style", "p onclick", "script"]);
  assert.deepEqual(findDroppedHtml(markdown, "comment"), ["p style", "p onclick", "script", "details"]);
  assert.deepEqual(findDroppedHtml("*a* <http://example.org/>", "comment"), []);
});
