// Filters, order and help of the search page in a real browser, in both interface languages, on a phone too.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { mainPath } from "../../scripts/site/addresses.ts";
import { fill, fillCount } from "../../scripts/strings/fill.ts";
import { getStrings, LANGUAGES } from "../../scripts/strings/index.ts";
import { visit } from "../support/browser.ts";
import { BASE, links, search, status, useSearchSite } from "./search-site.ts";

describe("filters of a search", () => {
  const site = useSearchSite();

  for (const language of LANGUAGES) {
    const t = getStrings(language);
    const place = (): string => `${site().root}${mainPath(language, "search").slice(1)}`;

    test(`count conversations, combine, and stand in the address (${language})`, async () => {
      await visit(site().origin, async ({ page }) => {
        await page.goto(`${place()}?q=openness`);
        await settle(page);
        assert.deepEqual(await values(page, "kind"), [
          [t["search.kind.comment"], 1],
          [t["search.kind.post"], 1],
        ]);
        const start = `${place()}?q=gravgr%C3%A4vare`;
        await page.goto(start);
        await settle(page);
        await openFacet(page, "year");
        assert.deepEqual(await values(page, "year"), [
          ["2011", 1],
          ["2009", 1],
        ]);
        await tick(page, "year", "2011");
        assert.equal(page.url(), `${start}&year=2011`);
        assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), "2011");
        assert.equal(await status(page), fillCount(t, language, "search.hits", 1, { query: "gravgrävare" }));
        await tick(page, "year", "2009");
        assert.equal((await links(page)).length, 2);
        await openFacet(page, "topic");
        await tick(page, "topic", "Talk");
        assert.equal(page.url(), `${start}&year=2011&year=2009&topic=Talk`);
        assert.deepEqual(await links(page), [`${BASE}en/2011/we-need-to-talk/#comment-6`]);
        await page.click(`#search-chosen button[aria-label="${fill(t["search.removeFilter"], { name: "2009" })}"]`);
        await page.waitForURL(`${start}&year=2011&topic=Talk`);
        await page.goBack();
        await page.waitForFunction(() => document.querySelector<HTMLInputElement>("input[value='2009']")?.checked);
        assert.equal(page.url(), `${start}&year=2011&year=2009&topic=Talk`);
      });
    });

    test(`without a query list what passes, the newest first (${language})`, async () => {
      await visit(site().origin, async ({ page }) => {
        await page.goto(`${place()}?lang=sv`);
        await settle(page);
        assert.equal(await status(page), fillCount(t, language, "search.count", 2));
        assert.equal((await links(page))[0], `${BASE}en/2011/we-need-to-talk/#comment-6`);
        await page.selectOption("#search-order", "oldest");
        await settle(page);
        assert.equal(page.url(), `${place()}?lang=sv&sort=oldest`);
        assert.equal((await links(page))[0], `${BASE}sv/2009/oppenhet-i-kommunen/`);
      });
    });

    test(`people are counted when asked for; topics, sources and what is unknown with the rest (${language})`, async () => {
      await visit(site().origin, async ({ page }) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(request.url()));
        await page.goto(`${place()}?kind=comment`);
        await settle(page);
        assert.ok(!asked.some((url) => url.includes("people.bin")));
        await openFacet(page, "person");
        await page.waitForSelector("input[name=person]");
        assert.ok((await values(page, "person")).some(([name, count]) => name === "Bo Strand" && count === 1));
        assert.deepEqual(await values(page, "source"), [
          ["The North", 1],
          ["The South", 1],
        ]);
        assert.deepEqual(await values(page, "topic"), [
          ["Records", 2],
          ["Talk", 1],
        ]);
        assert.deepEqual(await values(page, "unknown"), [
          [t["search.unknown.date"], 2],
          [t["search.unknown.name"], 2],
        ]);
        await tick(page, "person", "Bo Strand");
        assert.deepEqual(await links(page), [`${BASE}en/2011/we-need-to-talk/#comment-1`]);
      });
    });

    test(`nothing found gives helpful words (${language})`, async () => {
      await visit(site().origin, async ({ page }) => {
        await page.goto(place());
        await search(page, "lighthuose calm");
        assert.equal(await status(page), fill(t["search.none"], { query: "lighthuose calm" }));
        const help = page.locator("#search-none");
        assert.match(
          (await help.textContent()) ?? "",
          new RegExp(fill(t["search.missingWord"], { word: "lighthuose" })),
        );
        assert.ok(await help.locator(`a[href="${BASE}${mainPath(language, "topics").slice(1)}"]`).isVisible());
        // Words that are spelled nearly so, in place of the missing one.
        await help.locator(".search-offers a").first().click();
        await page.waitForURL(`${place()}?q=lighthouse+calm`);
        assert.equal(await page.inputValue("#search-form input"), "lighthouse calm");
        await page.goto(`${place()}?q=lighthouse&kind=post`);
        await settle(page);
        assert.match((await help.textContent()) ?? "", new RegExp(fillCount(t, language, "search.withoutFilters", 1)));
        await help.locator(".search-offers a").first().click();
        await page.waitForURL(`${place()}?q=lighthouse`);
        await settle(page);
        assert.equal((await links(page)).length, 1);
      });
    });
  }

  test("newest and oldest run right across both languages, the undated last", async () => {
    await visit(site().origin, async ({ page }) => {
      const order = async (sort: string): Promise<readonly string[]> => {
        await page.goto(`${site().root}en/search/?topic=Records&sort=${sort}`);
        await settle(page);
        return (await links(page)).map((href) => href?.split("/")[3] ?? "");
      };
      assert.deepEqual([...new Set(await order("newest"))], ["2011", "2009"]);
      assert.deepEqual([...new Set(await order("oldest"))], ["2009", "2011"]);
      await page.goto(`${site().root}sv/sok/?q=calm&sort=oldest&page=2`);
      await settle(page);
      assert.match((await links(page)).at(-1) ?? "", /undated/);
    });
  });

  test("on a phone nothing is wider than the window, and the filters are a tap away", async () => {
    const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
    await visit(
      site().origin,
      async ({ page }) => {
        await page.goto(`${site().root}sv/sok/?q=openness`);
        await settle(page);
        await page.tap("a.search-to-filters");
        await page.waitForSelector("input[name=kind]");
        await page.tap("input[name=kind][value=comment]");
        await page.waitForURL(/kind=comment/);
        await settle(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 360, `${width} px`);
      },
      phone,
    );
  });

  test("the live region tells the count, and nothing else changes in it", async () => {
    await visit(site().origin, async ({ page }) => {
      await page.goto(`${site().root}en/search/`);
      assert.equal(await page.getAttribute("#search-status", "aria-live"), "polite");
      await page.evaluate(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        const status = document.querySelector("#search-status") as HTMLElement;
        new MutationObserver(() => said.push(status.textContent ?? "")).observe(status, { childList: true });
      });
      await page.focus("#search-form input");
      await page.keyboard.type("lighthouse", { delay: 10 });
      await page.waitForSelector("ol.search-results > li");
      await page.waitForTimeout(300);
      const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
      assert.equal(said.at(-1), "1 conversation matches “lighthouse”");
      for (const sentence of said) assert.match(sentence, /^$|^\d+ conversations? match|^Nothing found/);
      // Debounced: not a sentence for each letter.
      assert.ok(said.length < 8, said.join(" | "));
    });
  });
});

/** Waits until the answer is there. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("#search-status")?.textContent !== "" &&
      !document.querySelector("#search")?.hasAttribute("aria-busy"),
  );
}

async function openFacet(page: Page, name: string): Promise<void> {
  const facet = page.locator("details.search-facet").filter({ has: page.locator(`input[name=${name}]`) });
  const target = name === "person" ? page.locator("details.search-facet").nth(4) : facet;
  if ((await target.getAttribute("open")) === null) await target.locator("summary").click();
}

async function tick(page: Page, name: string, value: string): Promise<void> {
  await page.click(`input[name=${name}][value="${value}"]`);
  await page.waitForURL((url) => url.searchParams.getAll(name).includes(value));
  await settle(page);
}

/** Returns the values of a facet with their counts, as shown. */
function values(page: Page, name: string): Promise<readonly (readonly [string, number])[]> {
  return page.evaluate(
    (facet) =>
      [...document.querySelectorAll(`input[name=${facet}]`)].map((input) => {
        const label = input.closest("label");
        return [
          label?.querySelector("bdi")?.textContent ?? "",
          Number(label?.querySelector(".count")?.textContent),
        ] as const;
      }),
    name,
  );
}
