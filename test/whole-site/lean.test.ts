// A lean site: few kinds of pages, none of which leads to one that is not there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE, SKIP_WITHOUT_SAMPLE } from "../support/sample.ts";
import { buildSite } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";

test("a lean site has the conversations, their years and topics, one feed, and no broken link", {
  skip: SKIP_WITHOUT_SAMPLE,
}, async () => {
  const full = await buildSite(SAMPLE, ["--no-search"]);
  const site = await buildSite(SAMPLE, ["--no-search", "--lean", "--url", "https://lean.example/"]);
  assert.deepEqual(findBrokenLinks(site, "https://lean.example/"), []);
  const conversations = (files: readonly string[]) => files.filter((file) => /^(en|sv)\/\d{4}\/.*[a-z]/.test(file));
  const posts = conversations(site.files).filter((file) => full.read(file).includes('class="page-post"'));
  assert.ok(posts.length > 15);
  assert.deepEqual(
    site.files.filter((file) => file.endsWith("feed.xml")),
    ["feed.xml"],
  );
  assert.ok(site.has("sitemap.xml") && site.has("404.html") && site.has("en/2011/index.html"));
  for (const left of ["people", "sources", "statistics", "about"]) assert.ok(!site.has(`en/${left}/index.html`), left);
  assert.ok(!site.files.some((file) => /^(data|old)\//.test(file)));
  // Whoever wrote a post is named all the same.
  const [post] = posts;
  assert.match(site.read(post ?? ""), /<span class="p-author h-card"/);
});
