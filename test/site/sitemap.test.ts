// The sitemap: an index of several files where one would be too large.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeSitemap } from "../../scripts/site/sitemap.ts";
import { makeFolder } from "../support/scratch.ts";
import { childrenNamed, parseXml } from "../support/xml.ts";

const PAGES = ["a", "b'&", "c", "d", "e"].map((slug) => ({
  language: "en" as const,
  path: `/en/2011/${slug}/`,
  alternates: slug === "a" ? [{ language: "sv" as const, path: "/sv/2011/a/" }] : [],
}));
const AT = { location: { origin: "https://a.example", basePath: "/x/" } };

test("one file holds every page, and its languages, itself among them", async () => {
  const folder = makeFolder();
  await writeSitemap(AT, PAGES, folder);
  const urls = childrenNamed(parseXml(readFileSync(join(folder, "sitemap.xml"), "utf8")), "url");
  assert.deepEqual(
    urls.map((url) => childrenNamed(url, "loc")[0]?.text),
    PAGES.map(({ path }) => `https://a.example/x${path}`),
  );
  assert.deepEqual(
    urls.map((url) => childrenNamed(url, "xhtml:link").map(({ attributes }) => attributes.hreflang)),
    [["en", "sv"], [], [], [], []],
  );
});

test("more addresses than one file may hold become several, with an index", async () => {
  const folder = makeFolder();
  await writeSitemap(AT, PAGES, folder, 2);
  assert.deepEqual(readdirSync(folder).sort(), ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
  const index = parseXml(readFileSync(join(folder, "sitemap.xml"), "utf8"));
  assert.deepEqual(
    childrenNamed(index, "sitemap").map((part) => childrenNamed(part, "loc")[0]?.text),
    [1, 2, 3].map((number) => `https://a.example/x/sitemap-${number}.xml`),
  );
});

test("there is none where the site does not know its own address", async () => {
  const folder = makeFolder();
  await writeSitemap({ location: {} }, PAGES, folder);
  assert.deepEqual(readdirSync(folder), []);
});
