// Scripts in the browser carry the texts of the interface that they use, in every language, and no others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { buildAssets } from "../../scripts/site/assets.ts";
import { keepUsedStrings } from "../../scripts/site/browser-strings.ts";
import { LANGUAGES } from "../../scripts/strings/index.ts";

test("a text is kept for its key, for its subject with plural forms, and for the beginning of a template", async () => {
  const sources = ['t["search.none"]; fillCount(t, language, "search.hits", 1); t[`comment.$' + "{status}Inline`]"];
  const result = await build({
    stdin: { contents: 'export * from "./scripts/strings/languages.ts";', resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [keepUsedStrings(sources)],
  });
  const code = result.outputFiles[0]?.text ?? "";
  for (const key of ["search.none", "search.hits.one", "search.hits.other", "comment.redactedInline"]) {
    assert.equal(code.split(`"${key}":`).length - 1, LANGUAGES.length, key);
  }
  for (const key of ["search.failed", "date.unknown"]) assert.ok(!code.includes(`"${key}"`), key);
});

test("the search page's script has its texts and weighs little", async () => {
  const { files, paths } = await buildAssets();
  const code = Buffer.from(files.get(paths.search) as Uint8Array).toString();
  for (const key of ["search.loading", "search.inThread.other", "date.unknown", "post.untitled", "language.locale"]) {
    assert.equal(code.split(`"${key}":`).length - 1, LANGUAGES.length, key);
  }
  // All that the search runs, stemmers too: some 17 kB as sent.
  assert.ok(code.length < 50_000, `${code.length} bytes`);
});
