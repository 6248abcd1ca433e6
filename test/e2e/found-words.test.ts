// From a hit to its page in a real browser: the comment in view, its words marked, the marks taken away; and the ways to the search field.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { mainPath } from "../../scripts/site/addresses.ts";
import { getStrings, LANGUAGES } from "../../scripts/strings/index.ts";
import { visit } from "../support/browser.ts";
import { parseXml } from "../support/xml.ts";
import { BASE, search, useSearchSite } from "./search-site.ts";

describe("a hit that is opened", () => {
  const site = useSearchSite();

  for (const language of LANGUAGES) {
    test(`lands on the comment, with its words marked until the reader has had enough (${language})`, async () => {
      await visit(site().origin, async ({ page }) => {
        await page.goto(`${site().root}${mainPath(language, "search").slice(1)}?q=openness`);
        await page.click("ol.search-results a");
        await page.waitForURL(`${site().root}en/2011/we-need-to-talk/#comment-2`);
        await page.waitForSelector("mark.found");
        assert.deepEqual(await look(page, "comment-2"), {
          isInView: true,
          isTarget: true,
          marks: ["openness", "openness"],
        });
        // Its thread around it is marked too; nothing else is.
        assert.equal(await page.locator("mark.found").count(), 6);
        assert.equal(await page.locator("mark.found:not(.e-content *)").count(), 0);
        await page.reload();
        await page.waitForSelector("mark.found");
        await page.getByRole("button", { name: getStrings("en")["found.remove"] }).click();
        assert.equal(await page.locator("mark.found, .found-note").count(), 0);
        await page.reload();
        await page.waitForLoadState("networkidle");
        assert.equal(await page.locator("mark.found").count(), 0);
        assert.equal(new URL(page.url()).search, "");
      });
    });
  }

  test("is marked in another tab too, and not when it is opened from elsewhere", async () => {
    await visit(site().origin, async ({ page, context }) => {
      await page.goto(`${site().root}en/search/?q=lighthouse`);
      await page.waitForSelector("ol.search-results a");
      // As from the menu of the link; a click that opens a tab behind this one makes the browser of the tests crash at times.
      await page.click("ol.search-results a", { button: "right" });
      const tab = await context.newPage();
      await tab.goto(`${site().root}en/2011/we-need-to-talk/#comment-2`);
      await tab.waitForSelector("mark.found");
      const later = await context.newPage();
      await later.goto(`${site().root}en/2011/we-need-to-talk/#comment-2`);
      await later.waitForLoadState("networkidle");
      assert.equal(await later.locator("mark.found").count(), 0);
    });
  });

  test("far down in a long post is brought into view", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/?q=zeppelin+calm`);
      await page.click("ol.search-results a");
      await page.waitForSelector("mark.found");
      const box = await page.evaluate(() => document.querySelector("mark.found")?.getBoundingClientRect().top ?? -1);
      assert.ok(box > 0 && box < 720, `${box}`);
    });
  });

  test("marks a phrase as a whole, and nothing that stands alone", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/`);
      await search(page, "“fourth time”");
      await page.click("ol.search-results a");
      await page.waitForSelector("mark.found");
      assert.deepEqual(await page.locator("mark.found").allTextContents(), ["fourth time"]);
    });
  });
});

describe("the ways to the search field", () => {
  const site = useSearchSite();

  test("the key / leads to it, not while something is typed, and can be switched off", async () => {
    await visit(site().origin, async ({ page }) => {
      const isInField = (): Promise<boolean> =>
        page.evaluate(() => document.activeElement?.matches("input[name=q]") === true);
      for (const path of ["en/", "en/2011/we-need-to-talk/", "sv/sok/"]) {
        await page.goto(`${site().root}${path}`);
        await page.keyboard.press("/");
        assert.equal(await isInField(), true, path);
        await page.keyboard.type("a/b");
        assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), "a/b");
      }
      await page.click(".search-help summary");
      await page.uncheck("#search-slash");
      await page.goto(`${site().root}en/`);
      await page.keyboard.press("/");
      assert.equal(await isInField(), false);
    });
  });

  test("every page with a header has the box, and none loads anything of the search", async () => {
    await visit(site().origin, async ({ page }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      for (const path of [
        "en/",
        "sv/",
        "en/2011/",
        "en/2011/we-need-to-talk/",
        "sv/amnen/",
        "en/about/",
        "en/people/",
        "404.html",
      ]) {
        await page.goto(`${site().root}${path}`);
        await page.waitForLoadState("networkidle");
        assert.ok(await page.isVisible("input[name=q]"), path);
      }
      await page.goto(`${site().root}en/search/`);
      await page.waitForLoadState("networkidle");
      assert.deepEqual(
        asked.filter((url) => url.includes("search-index")),
        [],
      );
      await page.focus("#search-form input");
      await page.waitForResponse(/table\.bin/);
    });
  });

  test("browsers are told of it in each language", async () => {
    for (const language of LANGUAGES) {
      const xml = parseXml(readFileSync(join(site().folder, `opensearch-${language}.xml`), "utf8"));
      assert.ok(xml);
      const text = readFileSync(join(site().folder, `opensearch-${language}.xml`), "utf8");
      const target = `https://archive.example${BASE}${mainPath(language, "search").slice(1)}?q={searchTerms}`;
      assert.ok(text.includes(`template="${target}"`), text);
      const page = readFileSync(join(site().folder, language, "index.html"), "utf8");
      assert.match(
        page,
        new RegExp(
          `<link rel="search" type="application/opensearchdescription\\+xml" title="[^"]+" href="[^"]*opensearch-${language}\\.xml"`,
        ),
      );
    }
  });
});

interface Sight {
  readonly isInView: boolean;
  readonly isTarget: boolean;
  readonly marks: readonly string[];
}

function look(page: Page, id: string): Promise<Sight> {
  return page.evaluate((wanted) => {
    const element = document.getElementById(wanted);
    const box = element?.getBoundingClientRect();
    return {
      isInView: box !== undefined && box.top >= 0 && box.top < window.innerHeight,
      isTarget: element?.matches(":target") === true,
      marks: [...(element?.querySelectorAll("mark.found") ?? [])].map((mark) => mark.textContent ?? ""),
    };
  }, id);
}
