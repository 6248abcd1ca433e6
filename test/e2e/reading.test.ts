// Reading in a real browser: every type of page in both languages, by keyboard, on a phone, without script.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mainPath, mainPaths } from "../../scripts/site/addresses.ts";
import { LANGUAGES } from "../../scripts/strings/index.ts";
import { closeBrowser, visit } from "../support/browser.ts";
import { CONSTANT_TYPES, pickPages } from "../support/page-types.ts";
import { describeSample } from "../support/sample.ts";
import { type SiteServer, serveSite } from "../support/serve.ts";
import { type Page as BuiltPage, type BuiltSite, buildSketch } from "../support/site.ts";
import { TWO_BLOGS } from "../whole-site/small-archives.ts";
import { PLACES } from "./places.ts";

/** Width at which WCAG 2.2 (1.4.10) asks that nothing scrolls sideways. */
const NARROW = { width: 320, height: 640 };

after(closeBrowser);

for (const place of PLACES) {
  describeSample(`pages ${place.name}`, () => {
    let built: BuiltSite;
    let site: SiteServer;
    let pages: readonly (readonly [type: string, page: BuiltPage])[];

    before(async () => {
      built = await place.build();
      site = await serveSite(built.folder, place.basePath);
      // Below a path, one language will do.
      pages = [...pickPages(built)].filter(([type]) => place.basePath === "/" || type.endsWith(" sv"));
    });
    after(() => site.close());

    const address = (path: string): string => `${site.root}${path.slice(1)}`;

    test("of every type open without a complaint, and fit into 320 pixels", () =>
      visit(
        site.origin,
        async ({ page }) => {
          const wide: string[] = [];
          for (const [type, { path }] of pages) {
            await page.goto(address(path));
            const width = await page.evaluate(() => document.documentElement.scrollWidth);
            if (width > NARROW.width) wide.push(`${type} (${path}) is ${width} pixels wide`);
          }
          assert.deepEqual(wide, []);
        },
        { viewport: NARROW },
      ));

    test("lead to the same page in the other language, and back", () =>
      visit(site.origin, async ({ page }) => {
        const [en, sv] = [mainPaths("en"), mainPaths("sv")];
        for (const name of ["home", "topics", "search", "about"] as const) {
          await page.goto(address(en[name]));
          await page.locator("header a[hreflang=sv]").click();
          assert.equal(page.url(), address(sv[name]));
          assert.equal(await page.locator("html").getAttribute("lang"), "sv");
          await page.locator("header a[hreflang=en]").click();
          assert.equal(page.url(), address(en[name]));
        }
      }));

    test("are reached from the chooser, which remembers the choice", () =>
      visit(site.origin, async ({ page }) => {
        await page.goto(site.root);
        await page.locator('main a[hreflang="sv"]').click();
        await page.waitForURL(address(mainPath("sv", "home")));
        await page.goto(site.root);
        await page.waitForURL(address(mainPath("sv", "home")));
      }));

    test("that do not exist show the 404 page", async () => {
      // Deeper pages of a site that does not know its path cannot find its style sheet.
      const path = place.basePath === "/" ? "nothing-here" : "en/1999/nothing/here/";
      await visit(
        site.origin,
        async ({ page }) => {
          const response = await page.goto(`${site.root}${path}`);
          assert.equal(response?.status(), 404);
          assert.equal(await page.locator("h1").count(), 1);
          await page.locator('main a[href*="en/"]').first().click();
          assert.ok(page.url().startsWith(`${site.root}en/`), page.url());
        },
        { isExpected: (complaint) => complaint.includes("404") && complaint.includes(path) },
      );
    });
  });
}

describeSample("the keyboard", () => {
  let built: BuiltSite;
  let site: SiteServer;

  before(async () => {
    built = await (PLACES[0] as (typeof PLACES)[number]).build();
    site = await serveSite(built.folder);
  });
  after(() => site.close());

  for (const language of LANGUAGES) {
    test(`reaches the skip link first, and through it the text, in ${language}`, () =>
      visit(site.origin, async ({ page }) => {
        await page.goto(`${site.root}${language}/`);
        await page.keyboard.press("Tab");
        const skip = page.locator(":focus");
        assert.equal(await skip.getAttribute("href"), "#main");
        const box = await skip.boundingBox();
        assert.ok(box !== null && box.width > 20 && box.height > 10 && box.x >= 0 && box.y >= 0, "it can be seen");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        assert.ok(await page.evaluate(() => document.activeElement?.closest("main, footer") !== null));
      }));
  }

  test("reaches every link, field and button in their order, and shows where it is", () =>
    visit(site.origin, async ({ page }) => {
      await page.goto(`${site.root}en/`);
      const expected = await page.evaluate(() => {
        const all = document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary");
        return [...all].filter((each) => each.getClientRects().length > 0 && each.tabIndex >= 0).length;
      });
      const seen = new Set<string>();
      const hidden: string[] = [];
      for (let count = 0; count < expected; count++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const all = [...document.querySelectorAll("*")];
          // A field may be marked by the frame around it.
          const styles = [element, element.parentElement ?? element].map((each) => getComputedStyle(each));
          return {
            place: all.indexOf(element),
            name: element.outerHTML.slice(0, 80),
            isMarked: styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none"),
          };
        });
        seen.add(String(focused.place));
        if (!focused.isMarked) hidden.push(focused.name);
      }
      assert.equal(seen.size, expected);
      assert.deepEqual(
        [...seen].map(Number),
        [...seen].map(Number).sort((a, b) => a - b),
      );
      assert.deepEqual(hidden, []);
    }));

  test("opens and closes a branch of a thread", () =>
    visit(site.origin, async ({ page }) => {
      const post = [...pickPages(built)].find(([type]) => type === "post en")?.[1];
      await page.goto(`${site.root}${post?.path.slice(1)}`);
      const branch = page.locator("details.branch").first();
      await branch.locator("summary").first().focus();
      await page.keyboard.press("Enter");
      assert.equal(await branch.getAttribute("open"), null);
      await page.keyboard.press("Enter");
      assert.equal(await branch.getAttribute("open"), "");
    }));
});

describeSample("images", () => {
  let built: BuiltSite;
  let site: SiteServer;

  before(async () => {
    built = await (PLACES[0] as (typeof PLACES)[number]).build();
    site = await serveSite(built.folder);
  });
  after(() => site.close());

  const WINDOWS = [
    { name: "a phone", viewport: { width: 360, height: 640 }, deviceScaleFactor: 1, file: "anslagstavla-360w.webp" },
    { name: "a desk", viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1, file: "anslagstavla-720w.webp" },
    {
      name: "a fine screen",
      viewport: { width: 1280, height: 900 },
      deviceScaleFactor: 2,
      file: "anslagstavla-1200w.webp",
    },
  ];

  for (const { name, file, ...options } of WINDOWS) {
    test(`on ${name}: the file that fits is loaded, and nothing moves when it comes`, () =>
      visit(
        site.origin,
        async ({ page }) => {
          await page.route(/\.(?:webp|jpg)$/, async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 150));
            await route.continue();
          });
          await page.addInitScript(() => {
            const shifts: number[] = [];
            Object.assign(window, { shifts });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
            }).observe({ type: "layout-shift", buffered: true });
          });
          const path = built.pages().find(({ html }) => html.includes("anslagstavla.jpg"))?.path ?? "";
          await page.goto(`${site.root}${path.slice(1)}`, { waitUntil: "domcontentloaded" });
          const image = page.locator("main picture img").first();
          await image.scrollIntoViewIfNeeded();
          const reserved = await image.boundingBox();
          await page.waitForLoadState("load");
          await image.evaluate((element: HTMLImageElement) => element.decode());
          assert.equal(await image.evaluate((element: HTMLImageElement) => element.currentSrc.split("/").pop()), file);
          assert.deepEqual(await image.boundingBox(), reserved);
          const width = reserved?.width ?? 0;
          assert.ok(Math.abs(width / (reserved?.height ?? 1) - 1.5) < 0.01, "it keeps its shape");
          assert.ok(width <= options.viewport.width);
          assert.deepEqual(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), []);
        },
        options,
      ));
  }
});

describeSample("without JavaScript", () => {
  let built: BuiltSite;
  let site: SiteServer;

  before(async () => {
    built = await (PLACES[1] as (typeof PLACES)[number]).build();
    site = await serveSite(built.folder, "/repo/");
  });
  after(() => site.close());

  test("every type of page can be read", () =>
    visit(
      site.origin,
      async ({ page }) => {
        const pages = [...pickPages(built)].filter(([type]) => type.endsWith(" en"));
        assert.ok(pages.length >= CONSTANT_TYPES.length);
        for (const [type, { path }] of pages) {
          await page.goto(`${site.root}${path.slice(1)}`);
          const main = page.locator("main");
          assert.ok(await main.isVisible(), type);
          assert.ok(((await main.textContent()) ?? "").trim().length > 30, type);
        }
      },
      { javaScriptEnabled: false },
    ));

  test("the search page shows other ways in", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(`${site.root}en/search/?q=anything`);
        await page.locator("main a").first().click();
        assert.equal(await page.locator("h1").count(), 1);
        assert.ok(page.url().startsWith(`${site.root}en/`));
      },
      { javaScriptEnabled: false },
    ));
});

describe("old addresses", () => {
  const BASE = "/repo/";
  let site: SiteServer;

  before(async () => {
    const built = await buildSketch(TWO_BLOGS, ["--no-search", "--url", `https://archive.example${BASE}`]);
    site = await serveSite(built.folder, BASE);
  });
  after(() => site.close());

  const leads: readonly (readonly [from: string, to: string])[] = [
    ["2011/01/plogkartan/#comment-5", "sv/2011/plogkartan/#comment-5"],
    ["2011/01/plogkartan/?replytocom=5", "sv/2011/plogkartan/#comment-5"],
    ["?p=12#comment-6", "sv/2011/plogkartan/#comment-6"],
    ["?page_id=7", "sv/sidor/om/"],
    ["2011/01/plogkartan/comment-page-1/#comment-5", "sv/2011/plogkartan/#comment-5"],
    ["index.php/2011/02/S%C3%A5-Saltat/?utm_source=x", "sv/2011/saltat/"],
    // The moment at which the comment was written, as Blogger has it.
    ["old/salt.blogspot.com/2009/01/grit.html?showComment=1231372819753", "en/2009/grit/#c5678"],
    ["old/salt.blogspot.com/2009/01/grit.html?showComment=1231372819753#c5678", "en/2009/grit/#c5678"],
    ["old/salt.blogspot.com/2009/01/grit.html?m=1", "en/2009/grit/"],
    ["old/salt.blogspot.com/", "en/sources/salt/"],
  ];
  test("lead to the new ones", (t) =>
    visit(
      site.origin,
      async ({ page }) => {
        for (const [from, to] of leads) {
          await t.test(`/${from} leads to /${to}`, async () => {
            await page.goto("about:blank");
            await page.goto(`${site.root}${from}`);
            await page.waitForURL(`${site.root}${to}`, { timeout: 10_000 });
          });
        }
      },
      { isExpected: (complaint) => complaint.includes("404") },
    ));

  test("that nobody knows leave the reader with the page that says so", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(`${site.root}?p=999`);
        await page.locator("[data-old-unknown]").first().waitFor({ state: "visible" });
        await page.goto(`${site.root}2011/01/nobody-knows/`);
        assert.equal(await page.locator("h1").textContent(), "This page is not here");
        assert.ok(await page.locator("[data-old-looking]").first().isHidden());
      },
      { isExpected: (complaint) => complaint.includes("404") },
    ));

  test("are said to need JavaScript where they do, and lead on without it where they can", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(`${site.root}?p=12`);
        assert.ok(await page.locator(".root-old noscript a").first().isVisible());
        await page.goto(`${site.root}2011/01/plogkartan/`);
        await page.waitForURL(`${site.root}sv/2011/plogkartan/`);
      },
      { javaScriptEnabled: false },
    ));

  test("load their map only when it is asked for", () =>
    visit(site.origin, async ({ page }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(site.root);
      await page.goto(`${site.root}2011/01/plogkartan/`);
      await page.waitForURL(`${site.root}sv/2011/plogkartan/`);
      assert.ok(!asked.some((path) => path.endsWith("addresses.json")));
    }));
});
