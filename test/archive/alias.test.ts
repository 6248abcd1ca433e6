// Former addresses: plain paths become redirects, everything else is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readAlias } from "../../scripts/archive/alias.ts";

const good: readonly (readonly [alias: string, path: string, file: string])[] = [
  ["/en/2011/old/", "/en/2011/old/", "en/2011/old/index.html"],
  ["/en/old", "/en/old/", "en/old/index.html"],
  ["/2011/01/old.html", "/2011/01/old.html", "2011/01/old.html"],
  ["/sv/%C3%B6ppet/", "/sv/%C3%B6ppet/", "sv/öppet/index.html"],
  ["/index.php/2011/old/", "/index.php/2011/old/", "index.php/2011/old/index.html"],
];
for (const [alias, path, file] of good) {
  test(`${alias} becomes ${file}`, () => assert.deepEqual(readAlias(alias), { path, file }));
}

const bad: readonly string[] = [
  "/",
  "",
  "en/old/",
  "//host.example/x/",
  "/../../pwned/",
  "/%2e%2e/%2e%2e/pwned/",
  "/en/%2E%2e/x/",
  "/en/a%2Fb/",
  "/en/a%5Cb/",
  "/en/%zz/",
  "/en/%00/",
  "/en/x?y/",
  "/en/x#y/",
  "/en/x y/",
  "/data/posts.csv/",
  "/_redirects/",
  "/_headers/x/",
  "/robots.txt/",
  "/ordskifte.json/",
  "/sitemap.xml/",
  "/en/feed.xml/",
  "/en/con/",
  "/en/what?/".replace("?", "%3F"),
  `/${"å".repeat(150)}/`,
  `${"/a-long-folder-name-of-its-own".repeat(40)}/`,
  "/assets/site.css",
  "/search-index/x/",
  "/old.php",
  "/feed.xml",
  "/a.html/b/",
  "/a.html/",
  "/.git/config/",
  "/c:/x/",
  `/${"x".repeat(300)}/`,
];
for (const alias of bad) {
  test(`${alias.slice(0, 40) || "an empty text"} is refused`, () => assert.equal(readAlias(alias), undefined));
}
