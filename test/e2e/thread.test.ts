// A thread in a real browser: its tools, keyboard, order of time, closed branches, print, narrow windows, and life without script.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { type ArchiveSketch, type CommentSketch, comment } from "../support/archive.ts";
import { closeBrowser, visit } from "../support/browser.ts";
import { type SiteServer, serveSite } from "../support/serve.ts";
import { buildSketch } from "../support/site.ts";

const WORDS =
  "The gritter came past at four and left more salt than road, as it does in any year with a budget to spend.";
const LONG = 400;

/** Comments 1 to 12 answer each other in a chain, 13 answers 1 again, 14 stands beside 1 and is older than 13, 15 has no date. */
const DEEP: readonly CommentSketch[] = [
  ...Array.from({ length: 12 }, (_, index) =>
    comment(index + 1, WORDS, {
      author: `Speaker ${index + 1}`,
      date: `2011-01-20T10:${10 + index}:00+01:00`,
      ...(index > 0 && { parent: `comment-${index}` }),
    }),
  ),
  comment(13, WORDS, { parent: "comment-1", author: "\u202eeltraM", date: "2011-01-22T10:00:00+01:00" }),
  comment(14, "שלום, זה טקסט בעברית.", { author: "Noa", date: "2011-01-21T10:00:00+01:00" }),
  comment(15, WORDS, { parent: "comment-14" }),
];

const ARCHIVE: ArchiveSketch = {
  posts: [
    { id: "2011/deep", title: "Deep", lang: "en", date: "2011-01-20", body: WORDS, thread: DEEP },
    {
      id: "2011/long",
      title: "Long",
      lang: "en",
      date: "2011-01-20",
      body: WORDS,
      thread: Array.from({ length: LONG }, (_, index) =>
        comment(index + 1, WORDS.slice(0, 40 + (index % 60)), index % 3 === 2 ? { parent: `comment-${index}` } : {}),
      ),
    },
  ],
};

describe("a thread", () => {
  let site: SiteServer;
  let deep: string;
  let long: string;

  before(async () => {
    const built = await buildSketch(ARCHIVE);
    site = await serveSite(built.folder);
    deep = `${site.root}en/2011/deep/`;
    long = `${site.root}en/2011/long/`;
  });
  after(async () => {
    await closeBrowser();
    await site.close();
  });

  test("is moved through by keys, when they are switched on and nothing is being written", () =>
    visit(site.origin, async ({ page }) => {
      await page.goto(`${deep}#comments`);
      await page.keyboard.press("j");
      assert.equal(await focused(page), "", "off to begin with");
      await page.locator("[data-tool=keys]").check();
      const steps = ["j", "j", "j", "k", "p", "n", "n", "n"] as const;
      const ids: string[] = [];
      for (const key of steps) {
        await page.keyboard.press(key);
        ids.push(await focused(page));
      }
      assert.deepEqual(ids, numbers([1, 2, 3, 2, 1, 14, 14, 14]));
      assert.ok(await isInView(page, "comment-14"));
      assert.match((await page.locator("#comment-14").getAttribute("aria-label")) ?? "", /^Noa, 21 January 2011/);
      await page.keyboard.press("Control+j");
      await page.evaluate(() => document.querySelector("main")?.append(document.createElement("textarea")));
      await page.locator("textarea").last().focus();
      await page.keyboard.type("jko?");
      assert.equal(await page.locator("textarea").last().inputValue(), "jko?");
      await page.locator("#comment-2").focus();
      await page.keyboard.press("o");
      assert.ok(await page.locator("#comment-3").isHidden());
      await page.keyboard.press("j");
      assert.equal(await focused(page), "comment-13", "closed branches are passed by");
      await page.keyboard.press("?");
      assert.ok(await page.locator("dialog[open] kbd").first().isVisible());
      await page.keyboard.press("j");
      await page.keyboard.press("Escape");
      assert.equal(await focused(page), "comment-13");
      await page.reload();
      assert.ok(await page.locator("[data-tool=keys]").isChecked(), "remembered");
    }));

  test("closes and opens its branches, keeps the reader's place, and opens what a link leads to", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(`${deep}#comment-14`);
        const before = await top(page, "comment-14");
        await page.locator("[data-tool=branches]").click();
        assert.ok(await page.locator("#comment-2").isHidden());
        assert.ok(Math.abs((await top(page, "comment-14")) - before) < 2, "keeps its place");
        await page.evaluate(() => {
          location.hash = "#comment-9";
        });
        await page.waitForFunction(() => document.getElementById("comment-9")?.checkVisibility());
        assert.ok(await isInView(page, "comment-9"));
        assert.notEqual(await page.locator("#comment-9").evaluate((it) => getComputedStyle(it).boxShadow), "none");
        await page.locator("[data-tool=branches]").click();
        assert.equal(await page.locator("details.branch:not([open])").count(), 0);
        await page.locator("#comment-9 .u-in-reply-to").hover();
        assert.match((await page.locator("#comment-8").getAttribute("class")) ?? "", /is-asked/);
        assert.equal(await page.locator(".to-next").count(), 2);
        await page.locator("#comment-2").hover();
        await page.locator("#comment-2 .to-next").click();
        assert.ok(page.url().endsWith("#comment-13"));
      },
      // So low that the page does not end before the place can be kept.
      { viewport: { width: 1280, height: 400 } },
    ));

  test("is read in order of time, undated last, for as long as the window is open; and printed whole", () =>
    visit(site.origin, async ({ page }) => {
      await page.goto(`${deep}#comment-14`);
      const ids = () => page.locator(".comments .comment").evaluateAll((all) => all.map(({ id }) => id));
      const inThread = await ids();
      assert.deepEqual(inThread, numbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]));
      await page.locator("[data-tool=time]").click();
      assert.deepEqual(await ids(), numbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 13, 15]));
      assert.match((await page.locator(".thread-said").textContent()) ?? "", /order of time.*without a date/);
      assert.equal(await page.locator("details.branch").count(), 0);
      await page.goto(long);
      await page.goto(`${deep}#comment-14`);
      assert.equal(await page.locator("[data-tool=time]").getAttribute("aria-pressed"), "true");
      assert.ok(await isInView(page, "comment-14"));
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.deepEqual(await ids(), inThread);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.locator("[data-tool=time]").click();
      assert.deepEqual(await ids(), inThread);
      await page.locator("summary").first().click();
      await page.emulateMedia({ media: "print" });
      const shown = await page
        .locator(".comment")
        .evaluateAll((all) => all.filter((it) => it.getClientRects().length).length);
      assert.equal(shown, inThread.length, "closed branches are printed");
      assert.ok(await page.locator(".thread-tools").isHidden());
    }));

  test("leaves twelve levels room to read on 320 pixels, targets for fingers, and each text its direction", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(deep);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
        const letters = await page.locator("#comment-12 .e-content p").evaluate((paragraph) => {
          const { width } = paragraph.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(paragraph);
          const text = paragraph.textContent ?? "";
          const lines = new Set([...range.getClientRects()].map(({ top: line }) => line)).size;
          return { width, perLine: text.length / lines };
        });
        assert.ok(letters.perLine >= 22 && letters.width > 200, JSON.stringify(letters));
        const small = await page
          .locator(".thread :is(.comment-meta a, summary, .thread-tools :is(button, label))")
          .evaluateAll((all) =>
            all
              .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 24)
              .map((it) => `${it.outerHTML.slice(0, 90)} ${it.getBoundingClientRect().height}`),
          );
        assert.deepEqual(small, []);
        const direction = (id: string) =>
          page.locator(`#${id} .e-content`).evaluate((it) => getComputedStyle(it).direction);
        assert.deepEqual([await direction("comment-14"), await direction("comment-13")], ["rtl", "ltr"]);
        assert.equal(await page.locator("#comment-13 h3 bdi").count(), 1);
      },
      { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
    ));

  test("of many comments opens at the one that was asked for, and closes at once", () =>
    visit(site.origin, async ({ page }) => {
      await page.goto(`${long}#comment-390`);
      assert.ok(await isInView(page, "comment-390"));
      const took = await page.evaluate(() => {
        const start = performance.now();
        document.querySelector<HTMLElement>("[data-tool=branches]")?.click();
        return performance.now() - start;
      });
      assert.ok(took < 1000, `${took} ms`);
      assert.ok(await isInView(page, "comment-390"));
    }));

  test("needs no script: branches close, links lead, tools that would do nothing are not shown", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(`${deep}#comment-11`);
        assert.ok(await isInView(page, "comment-11"));
        assert.ok(await page.locator(".thread-tools").isHidden());
        await page.locator("#comment-1 + details > summary").click();
        assert.ok(await page.locator("#comment-2").isHidden());
      },
      { javaScriptEnabled: false },
    ));
});

const numbers = (all: readonly number[]): readonly string[] => all.map((number) => `comment-${number}`);

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

const top = async (page: Page, id: string): Promise<number> => (await page.locator(`#${id}`).boundingBox())?.y ?? -1;

async function isInView(page: Page, id: string): Promise<boolean> {
  const box = await page.locator(`#${id}`).boundingBox();
  return box !== null && box.y >= 0 && box.y < (page.viewportSize()?.height ?? 0);
}
