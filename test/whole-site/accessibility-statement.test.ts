// The accessibility statement says what site.json states, in the words of the Swedish law, and claims nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { SiteBody } from "../../scripts/archive/model.ts";
import { readBody } from "../../scripts/archive/site-body.ts";
import { has, queryAll, queryOne, textOf } from "../support/dom.ts";
import { findPageFaults } from "../support/page-faults.ts";
import { buildSketch } from "../support/site.ts";

const POSTS = [{ id: "2011/snow", title: "Snö", lang: "sv", body: "![](https://snow.example/a.jpg)" }];

test("a public body's statement holds what Digg asks of it, in both languages", async () => {
  const body: SiteBody = {
    name: "Exempelköpings kommun",
    type: "public",
    contact: "tillganglighet@kommun.example",
    compliance: "partial",
    shortcomings: [{ sv: "Filmer från 2012 saknar textning.", en: "Films from 2012 have no captions." }],
    burden: [{ sv: "Äldre bilder beskrivs inte i efterhand." }],
    method: "self",
    assessed: "2026-05-04",
  };
  const site = await buildSketch({ settings: { body }, posts: POSTS });
  const page = site.page("/sv/tillganglighet/");
  assert.deepEqual(findPageFaults(page), []);
  const text = textOf(queryOne(page.document, "main"));
  for (const words of [
    "Tillgänglighetsredogörelse",
    "Exempelköpings kommun",
    "delvis förenlig med lagen om tillgänglighet till digital offentlig service",
    "Filmer från 2012 saknar textning.",
    "Oskäligt betungande anpassning (12\u00a0§)",
    "1 bild som inte finns i arkivet",
    "självskattning",
    "4 maj 2026",
    "Myndigheten för digital förvaltning",
  ])
    assert.ok(text.includes(words), words);
  const links = queryAll(page.document, "main a").map(({ attribs }) => attribs.href);
  assert.ok(
    links.includes("https://www.digg.se/tdosanmalan") && links.includes("mailto:tillganglighet@kommun.example"),
  );
  const english = site.page("/en/accessibility/").document;
  assert.equal(textOf(queryOne(english, 'main li[lang="sv"]')), "Äldre bilder beskrivs inte i efterhand.");
  const footer = queryAll(site.page("/sv/").document, "footer a").map(textOf);
  assert.ok(footer.includes("Tillgänglighetsredogörelse"), footer.join());
});

test("without a body the page claims nothing", async () => {
  const page = (await buildSketch({ posts: POSTS })).page("/en/accessibility/");
  assert.equal(textOf(queryOne(page.document, "h1")), "Accessibility");
  assert.match(textOf(queryOne(page.document, "main")), /nothing is claimed here about laws/);
  assert.equal(has(page.document, "#compliance"), false);
  assert.equal(has(page.document, "#supervision"), false);
});

test("what site.json states wrongly is told and not stated", () => {
  const { body, faults } = readBody({ name: "A", compliance: "mostly", assessed: "2026-02-31", colour: "red" });
  assert.deepEqual(body, { name: "A" });
  assert.deepEqual(
    faults.map(({ key, level }) => `${key} ${level}`),
    ["body.compliance error", "body.assessed error", "body.colour warning"],
  );
  assert.deepEqual(readBody("Kommunen").body, { name: "Kommunen", type: "public" });
});
