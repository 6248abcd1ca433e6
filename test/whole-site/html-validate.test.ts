// The markup of one page of each type, in each language, against the HTML standard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { pickPages } from "../support/page-types.ts";
import { SAMPLE, SKIP_WITHOUT_SAMPLE } from "../support/sample.ts";
import { buildSite } from "../support/site.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  elements: ["html5"],
  // A list may have a name, and a list of hits needs one; the rule's default knows landmarks and controls only.
  rules: { "aria-label-misuse": ["error", { allowAnyNamable: true }] },
});

test("one page of each type is valid", { skip: SKIP_WITHOUT_SAMPLE }, async (t) => {
  const site = await buildSite(SAMPLE);
  for (const [type, page] of pickPages(site)) {
    await t.test(`${type} (${page.path})`, async () => {
      const { results } = await validator.validateString(page.html, page.file);
      const messages = results.flatMap((result) => result.messages);
      assert.deepEqual(
        messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
        [],
      );
    });
  }
});
