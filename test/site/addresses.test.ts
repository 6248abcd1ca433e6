// Addresses are a promise: these expectations may be added to, never changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addressLanguage,
  listPaths,
  mainPath,
  memberPath,
  pathToFile,
  postPath,
} from "../../scripts/site/addresses.ts";

test("posts and pages live under the language of their text", () => {
  assert.equal(postPath({ type: "post", id: "2011/sluta-skylla-pa-vadret" }, "sv"), "/sv/2011/sluta-skylla-pa-vadret/");
  assert.equal(postPath({ type: "post", id: "undated/öppet?" }, "en"), "/en/undated/%C3%B6ppet%3F/");
  assert.equal(postPath({ type: "page", id: "pages/about" }, "en"), "/en/pages/about/");
  assert.equal(postPath({ type: "page", id: "pages/om" }, "sv"), "/sv/sidor/om/");
});

test("main pages have translated names", () => {
  const paths = (["home", "topics", "people", "sources", "search", "about", "pages"] as const).map((page) => [
    mainPath("en", page),
    mainPath("sv", page),
  ]);
  assert.deepEqual(paths, [
    ["/en/", "/sv/"],
    ["/en/topics/", "/sv/amnen/"],
    ["/en/people/", "/sv/personer/"],
    ["/en/sources/", "/sv/kallor/"],
    ["/en/search/", "/sv/sok/"],
    ["/en/about/", "/sv/om/"],
    ["/en/pages/", "/sv/sidor/"],
  ]);
  assert.equal(memberPath("sv", "topics", "öppenhet"), "/sv/amnen/%C3%B6ppenhet/");
});

test("a text in a third language lives under the site's language", () => {
  assert.equal(addressLanguage("sv-SE", "en"), "sv");
  assert.equal(addressLanguage("de", "sv"), "sv");
  assert.equal(addressLanguage(undefined, "xx"), "en");
});

test("page N of a list gives way to a post whose slug is that number", () => {
  const taken = new Set(["/en/2011/3/"]);
  assert.deepEqual(
    listPaths("/en/2011/", 4, (path) => taken.has(path)),
    ["/en/2011/", "/en/2011/2/", "/en/2011/page-3/", "/en/2011/4/"],
  );
});

test("a path becomes a file with its own characters", () => {
  assert.equal(pathToFile("/sv/amnen/%C3%B6ppenhet/"), "sv/amnen/öppenhet/index.html");
  assert.equal(pathToFile("/404.html"), "404.html");
  assert.equal(pathToFile("/"), "index.html");
});
