// The hits of the search page in a real browser: order, content, conversations kept together, history, keyboard, failures.

import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { visit } from "../support/browser.ts";
import { makeFolder } from "../support/scratch.ts";
import { serveSite } from "../support/serve.ts";
import { BASE, focused, links, search, status, useSearchSite } from "./search-site.ts";

/** Queries, and where their first hit leads, whatever the interface's language. */
const FINDS = [
  ["grave digger", "en/2011/we-need-to-talk/#comment-1"],
  ["gravgrävare", "sv/2009/oppenhet-i-kommunen/#comment-10"],
  ["lighthouse", "en/2011/we-need-to-talk/#comment-2"],
  ["oppenhet", "sv/2009/oppenhet-i-kommunen/"],
  ["kommunernas", "sv/2009/oppenhet-i-kommunen/"],
  ["“vad sade gravgrävaren”", "en/2011/we-need-to-talk/#comment-6"],
  ["Bo Strand", "en/2011/we-need-to-talk/#comment-1"],
  ["community", "en/2011/we-need-to-talk/"],
] as const;

describe("the hits of a search", () => {
  const site = useSearchSite();

  for (const from of ["en/search/", "sv/sok/"]) {
    test(`${from} finds texts of both languages`, async () => {
      const { origin, root } = site();
      await visit(origin, async ({ page }) => {
        await page.goto(`${root}${from}`);
        for (const [query, target] of FINDS) {
          await search(page, query);
          assert.equal((await links(page))[0], `${BASE}${target}`, query);
        }
      });
    });
  }

  test("a word of a single comment opens at that comment, in view and marked", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/?q=lighthouse`);
      await page.click("ol.search-results a");
      await page.waitForURL(`${site().root}en/2011/we-need-to-talk/#comment-2`);
      const seen = await page.evaluate(() => {
        const target = document.querySelector(":target");
        const box = target?.getBoundingClientRect();
        return { id: target?.id, isInView: box !== undefined && box.top >= 0 && box.top < window.innerHeight };
      });
      assert.deepEqual(seen, { id: "comment-2", isInView: true });
    });
  });

  test("a link to a comment in a closed branch opens the branch", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/2011/we-need-to-talk/`);
      const isShown = await page.evaluate(async () => {
        for (const branch of document.querySelectorAll("details")) branch.open = false;
        location.hash = "#comment-3";
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return document.querySelector("#comment-3")?.checkVisibility();
      });
      assert.equal(isShown, true);
    });
  });

  test("tells title, speaker, date and language of a hit, with the words marked", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}sv/sok/?q=digger`);
      await page.waitForSelector("ol.search-results > li");
      const hit = await page.evaluate(() => {
        const parts = ["a", ".search-speaker", ".search-date", ".search-language", "mark"];
        return parts.map((part) => document.querySelector(`ol.search-results > li ${part}`)?.textContent);
      });
      assert.deepEqual(hit, ["We need to talk", "Bo Strand, i en kommentar", "20 januari 2011", "engelska", "digger"]);
      assert.equal(await page.evaluate(() => document.querySelector(".search-excerpt")?.getAttribute("lang")), "en");
      assert.equal(await page.evaluate(() => document.documentElement.lang), "sv");
    });
  });

  test("keeps the comments of a conversation together, best first, and opens the rest on request", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/?q=openness`);
      await page.waitForSelector("ol.search-results > li");
      assert.equal(await page.evaluate(() => document.querySelectorAll("ol.search-results > li").length), 1);
      const first = await links(page);
      assert.equal(first[0], `${BASE}en/2011/we-need-to-talk/#comment-2`);
      assert.equal(first.length, 3);
      await page.click(".search-more-places summary");
      await page.waitForFunction(() => document.querySelectorAll("ol.search-results a").length === 5);
      assert.equal(new Set(await links(page)).size, 5);
    });
  });

  test("shows what somebody wrote as text", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/?q=onerror`);
      await page.waitForSelector("ol.search-results > li");
      const excerpt = await page.evaluate(() => document.querySelector(".search-excerpt")?.textContent);
      assert.match(excerpt ?? "", /<img src=x onerror=oops\(\)>/);
    });
  });

  test("keeps the query in the address; back and forward follow it", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/`);
      await search(page, "lighthouse");
      await search(page, "grave digger");
      assert.equal(page.url(), `${site().root}en/search/?q=grave+digger`);
      await page.goBack();
      await page.waitForFunction(() => document.querySelector("#search-status")?.textContent?.includes("lighthouse"));
      assert.equal(page.url(), `${site().root}en/search/?q=lighthouse`);
      assert.equal(await page.inputValue("#search-form input"), "lighthouse");
      await page.goForward();
      await page.waitForFunction(() => document.querySelector("#search-status")?.textContent?.includes("digger"));
      assert.equal((await links(page))[0], `${BASE}en/2011/we-need-to-talk/#comment-1`);
    });
  });

  test("takes the query along to the other language", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/?q=grave+digger`);
      await page.waitForSelector("ol.search-results > li");
      await page.click(".language-switch a");
      await page.waitForURL(`${site().root}sv/sok/?q=grave+digger`);
      await page.waitForSelector("ol.search-results > li");
      assert.equal(await status(page), "1 samtal innehåller ”grave digger”");
    });
  });

  test("keeps what was typed before the script had loaded", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.route(/assets\/search/, async (route) => {
        await page.fill("#search-form input", "lighthouse");
        await route.continue();
      });
      await page.goto(`${site().root}en/search/`);
      await page.waitForSelector("ol.search-results > li");
      assert.equal(page.url(), `${site().root}en/search/?q=lighthouse`);
    });
  });

  test("answers while typing, and is used with the keyboard alone", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/`);
      await page.focus("#search-form input");
      await page.keyboard.type("lighth");
      await page.waitForSelector("ol.search-results > li");
      assert.equal(page.url(), `${site().root}en/search/?q=lighth`);
      await page.keyboard.press("ArrowDown");
      assert.match((await focused(page)) ?? "", /#comment-2$/);
      await page.keyboard.press("ArrowUp");
      // The button, how to search, and the hit.
      for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
      assert.match((await focused(page)) ?? "", /#comment-2$/);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${site().root}en/2011/we-need-to-talk/#comment-2`);
    });
  });

  test("shows ten conversations a page, and says how many there are; the page is in the address", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/`);
      await search(page, "harbour");
      assert.equal(await status(page), "12 conversations match “harbour”");
      const first = await links(page);
      assert.equal(first.length, 10);
      await page.click("#search-paging a[rel=next], #search-paging .paging-steps a");
      await page.waitForFunction(() => document.querySelectorAll("ol.search-results > li").length === 2);
      assert.equal(page.url(), `${site().root}en/search/?q=harbour&page=2`);
      const second = await links(page);
      assert.equal(await focused(page), second[0]);
      assert.equal(new Set([...first, ...second]).size, 12);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll("ol.search-results > li").length === 10);
      await page.goto(`${site().root}en/search/?q=harbour&page=2`);
      await page.waitForSelector("ol.search-results > li");
      assert.deepEqual(await links(page), second);
    });
  });

  test("shows the other ways in without script", async () => {
    await visit(
      site().origin,
      async ({ page }) => {
        await page.goto(`${site().root}en/search/`);
        assert.ok(await page.isVisible("noscript p"));
        for (const path of ["en/topics/", "en/people/", "en/years/"]) {
          assert.ok(await page.isVisible(`main a[href="${BASE}${path}"]`), path);
        }
      },
      { javaScriptEnabled: false },
    );
  });

  test("says so when the index cannot be loaded", async () => {
    const copy = join(makeFolder("broken"), "site");
    cpSync(site().folder, copy, { recursive: true });
    rmSync(join(copy, "search-index"), { recursive: true });
    const broken = await serveSite(copy, BASE);
    try {
      await visit(
        broken.origin,
        async ({ page }) => {
          await page.goto(`${broken.root}en/search/`);
          await search(page, "lighthouse");
          assert.match((await status(page)) ?? "", /could not be loaded/);
        },
        { isExpected: (complaint) => /index\.json|could not be read/.test(complaint) },
      );
    } finally {
      await broken.close();
    }
  });
});
