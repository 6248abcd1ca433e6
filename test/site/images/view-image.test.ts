// What stands in the place of an image that is not held leads to where it was, and nowhere else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createTextRenderer, type TextJob } from "../../../scripts/site/text-renderer.ts";

const render = createTextRenderer({ location: {}, folders: new Map(), placeholderImage: "/assets/none.svg" });

function show(markdown: string, sourceUrl: string): string {
  const imageWords = { unnamed: "image", table: "table", code: "code", notHeld: "not held", notShown: "not shown" };
  const job: TextJob = {
    file: "posts/2011/a/index.md",
    markdown,
    profile: "comment",
    pagePath: "/en/2011/a/",
    imageWords,
    sourceUrl,
  };
  return render(job).html;
}

test("a path from the root of the old site becomes its address there", () => {
  assert.match(show("![x](/y.png)", "https://blog.example/2011/"), /href="https:\/\/blog\.example\/y\.png"/);
});

test("the scheme of an address that somebody typed for the original is never that of a link", () => {
  // The page's own "javascript:" address would run what follows the line end.
  for (const source of ["javascript://x/%0aalert(1)", "data:text/html,x", "vbscript://x"])
    for (const markdown of ["![x](/%0aalert(1))", "[x](#%0aalert(1))", "![x](/y.png)<b>z</b>"])
      assert.doesNotMatch(show(markdown, source), /href|(?:javascript|data|vbscript):/, `${source} ${markdown}`);
});
