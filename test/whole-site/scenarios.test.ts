// Small archives, each with one situation, built and looked at.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { getStrings } from "../../scripts/strings/index.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { type Element, has, langOf, queryAll, queryOne, textOf } from "../support/dom.ts";
import { findFaults } from "../support/page-faults.ts";
import { makeFolder } from "../support/scratch.ts";
import { type BuiltSite, buildSite, buildSketch } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";
import { DRAFTS, HOSTILE, NOTHING_KNOWN, ONE_POST, THREAD, TWO_LANGUAGES } from "./small-archives.ts";

const en = getStrings("en");

function assertSound(site: BuiltSite): void {
  assert.deepEqual(findFaults(site), []);
  assert.deepEqual(findBrokenLinks(site), []);
}

/** Returns where a page's links of the main part lead, as paths below the base. */
function targetsOf(site: BuiltSite, path: string): readonly string[] {
  return queryAll(site.page(path).document, "main a").map(({ attribs }) => {
    const url = new URL(attribs.href ?? "", `https://x.example${path}`);
    return decodeURIComponent(url.host === "x.example" ? url.pathname + url.hash : url.href);
  });
}

describe("an empty archive", () => {
  test("makes a site that says so", async () => {
    const site = await buildSite(makeFolder("empty"), []);
    assertSound(site);
    assert.ok(textOf(queryOne(site.page("/en/").document, "main")).includes(en["home.empty"]));
    assert.equal(site.read("data/posts.ndjson"), "");
  });

  test("is not made of a folder that was named and is not there", async () => {
    const output = join(makeFolder(), "site");
    const { code, stderr } = await runOrdskifteHere([
      "build",
      "--content",
      join(makeFolder(), "none"),
      "--output",
      output,
    ]);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /There is no folder .*none/);
  });
});

test("an archive of one post looks right", async () => {
  const site = await buildSketch(ONE_POST, []);
  assertSound(site);
  const { document } = site.page("/en/2010/hello/");
  assert.equal(textOf(queryOne(document, "h1")), "Hello");
  assert.equal(has(document, ".e-content em"), true);
  assert.ok(targetsOf(site, "/en/").includes("/en/2010/hello/"));
  assert.ok(targetsOf(site, "/sv/").includes("/en/2010/hello/"));
});

test("what is not known is not invented", async () => {
  const site = await buildSketch(NOTHING_KNOWN);
  assertSound(site);
  const { document } = site.page("/en/undated/untitled-7/");
  assert.equal(textOf(queryOne(document, "h1")), en["post.untitled"]);
  assert.equal(has(document, "main time"), false);
  assert.equal(has(document, ".p-author"), false);
  assert.equal(has(document, ".p-name"), false);
  const row = JSON.parse(site.read("data/posts.ndjson")) as Record<string, unknown>;
  assert.deepEqual([row.title, row.author, row.date, row.lang], [null, null, null, null]);
});

describe("an archive in two languages", () => {
  test("is sound, and has each text below its own language", async () => {
    const site = await buildSketch(TWO_LANGUAGES);
    assertSound(site);
    for (const path of [
      "/sv/2011/vi-beh%C3%B6ver-prata/",
      "/en/2011/vi-beh%C3%B6ver-prata/",
      "/en/2011/we-need-to-talk/",
      "/sv/2013/auf-deutsch/",
      "/en/pages/about-us/",
    ]) {
      assert.equal(queryAll(site.page(path).document, ".h-entry").length, 1, path);
    }
    assert.equal(langOf(queryOne(site.page("/sv/2013/auf-deutsch/").document, ".e-content")), "de");
    const texts = queryAll(site.page("/en/2011/we-need-to-talk/").document, ".e-content");
    assert.deepEqual(texts.map(langOf), ["en-GB", "sv", "en-GB"]);
  });

  test("has its links between files lead to pages, comments and images", async () => {
    const site = await buildSketch(TWO_LANGUAGES);
    const targets = targetsOf(site, "/sv/2011/vi-beh%C3%B6ver-prata/");
    assert.ok(targets.includes("/en/2011/we-need-to-talk/"), targets.join());
    assert.ok(targets.includes("/en/2011/we-need-to-talk/#comment-2"), targets.join());
    assert.ok(targetsOf(site, "/en/2011/vi-beh%C3%B6ver-prata/").includes("/en/pages/about-us/"));
    const image = queryOne(site.page("/sv/2011/vi-beh%C3%B6ver-prata/").document, ".e-content img");
    assert.equal(image.attribs.alt, "En karta");
    assert.ok(site.has("sv/2011/vi-behöver-prata/karta.png"));
  });

  test("has translations lead to each other, in the text and in the language switch", async () => {
    const site = await buildSketch(TWO_LANGUAGES);
    for (const [from, to] of [
      ["/sv/2011/vi-behöver-prata/", "/en/2011/vi-behöver-prata/"],
      ["/sv/2012/samtalet/", "/en/2012/the-talk/"],
    ] as const) {
      for (const [here, there] of [
        [from, to],
        [to, from],
      ] as const) {
        assert.ok(targetsOf(site, encodeURI(here)).includes(there), `${here} → ${there}`);
        const isSwitch = ({ attribs }: Element): boolean => attribs.rel === "alternate";
        const switches = queryAll(site.page(encodeURI(here)).document, "header a[hreflang]").filter(isSwitch);
        const hrefs = switches.map(({ attribs }) => new URL(attribs.href ?? "", `https://x.example${encodeURI(here)}`));
        assert.deepEqual(
          hrefs.map(({ pathname }) => decodeURI(pathname)),
          [there],
        );
      }
    }
  });
});

describe("unpublished posts", () => {
  test("leave no trace on the site", async () => {
    const site = await buildSketch(DRAFTS, []);
    assertSound(site);
    for (const file of site.files.filter((name) => /\.(html|ndjson|csv|xml|json)$/.test(name))) {
      assert.doesNotMatch(site.read(file), /hidden (topic|author|commenter)|zqxhidden/i, file);
    }
    assert.ok(!site.files.some((file) => /draft|private|pending|future/.test(file)));
  });

  test("are shown and marked when asked for", async () => {
    const site = await buildSketch(DRAFTS, ["--drafts", "--no-search"]);
    assertSound(site);
    for (const status of ["draft", "private", "pending", "future"] as const) {
      const { document } = site.page(`/en/2010/${status}/`);
      assert.ok(textOf(queryOne(document, "main")).includes(en[`post.status.${status}`]), status);
    }
  });
});

describe("a thread", () => {
  test("shows every comment once, in its place", async () => {
    const site = await buildSketch(THREAD);
    assertSound(site);
    const { document } = site.page("/en/2009/thread/");
    const ids = queryAll(document, "article.h-cite").map(({ attribs }) => attribs.id);
    assert.equal(new Set(ids).size, 21);
    assert.equal(ids.length, 21);
    assert.ok(ids.indexOf("comment-2") < ids.indexOf("comment-3"));
  });

  test("nests eight levels and says of deeper ones whom they answer", async () => {
    const { document } = (await buildSketch(THREAD)).page("/en/2009/thread/");
    const depthOf = (id: string): number => {
      let depth = 0;
      for (let node = queryOne(document, `[id=${id}]`).parent; node !== null; node = node.parent) {
        if ("name" in node && node.name === "ol") depth += 1;
      }
      return depth;
    };
    const depths = Array.from({ length: 12 }, (_, index) => depthOf(`comment-${index + 1}`));
    assert.deepEqual(depths, [1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8]);
    const deepest = queryOne(document, "[id=comment-12]");
    assert.ok(queryAll(deepest, "a").some(({ attribs }) => attribs.href === "#comment-11"));
  });

  test("keeps the places of comments that are gone, and says why answers stand alone", async () => {
    const { document } = (await buildSketch(THREAD)).page("/en/2009/thread/");
    const textOfComment = (id: string): string => textOf(queryOne(document, `article.h-cite[id=${id}]`));
    assert.ok(textOfComment("comment-20").includes(en["comment.redacted"]));
    assert.ok(textOfComment("comment-22").includes(en["comment.deleted"]));
    assert.ok(textOfComment("comment-24").includes(en["comment.parent.unpublished"]));
    assert.ok(textOfComment("comment-27").includes(en["comment.byPostAuthor"]));
    assert.match(textOf(queryOne(document, ".thread")), /30/);
  });
});

test("hostile texts are shown as text", async () => {
  const site = await buildSketch(HOSTILE, []);
  assertSound(site);
  const { document, html } = site.page("/en/2010/hostile/");
  assert.ok(textOf(queryOne(document, "h1")).includes("</title><script>boom()</script> {{ 7 * 7 }}"));
  assert.equal(html.replace(/assets\/[^"]+/g, "").includes("49"), false, "no template engine sees a text");
  assert.equal(has(document, ".e-content script, .e-content iframe, .e-content style"), false);
  assert.ok(textOf(queryOne(document, "[id=comment-1]")).includes("{{ 7 * 7 }}"));
});
