// Old paths may hold anything; files may not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toOldFile } from "../../../scripts/site/old-addresses/old-file.ts";

const FILES: Readonly<Record<string, string | undefined>> = {
  "/": "index.html",
  "/2011/01/slug/": "2011/01/slug/index.html",
  "/2011/01/slug": "2011/01/slug/index.html",
  "/2011/01/slug.html": "2011/01/slug.html",
  "/2011/01/slug.html/": "2011/01/slug.html/index.html",
  "/view.php": "view.php/index.html",
  "/v1.2/": "v1.2/index.html",
  "/s%C3%A5/": "så/index.html",
  "/%e6%97%a5": "日/index.html",
  "/a/%2e%2e/b/": undefined,
  "/a/../b/": undefined,
  "/a/%2Fb/": undefined,
  "/a%5Cb/": undefined,
  "/a%00b/": undefined,
  "/a//b/": undefined,
  "/%ff/": undefined,
  "/con/": undefined,
  "/a./": undefined,
  "/what%3F/": undefined,
  [`/${"x".repeat(241)}/`]: undefined,
};

for (const [path, file] of Object.entries(FILES)) {
  test(`${path.slice(0, 40)} is answered by ${file ?? "no file"}`, () => {
    assert.equal(toOldFile(path)?.file, file);
  });
}
