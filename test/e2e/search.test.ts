// Search in a real browser: what stands in the sample is found in either language, and opens in its place.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { mainPath } from "../../scripts/site/addresses.ts";
import { getStrings, LANGUAGES } from "../../scripts/strings/index.ts";
import { closeBrowser, visit } from "../support/browser.ts";
import { describeSample } from "../support/sample.ts";
import { type SiteServer, serveSite } from "../support/serve.ts";
import { PLACES } from "./places.ts";
import { type Finding, findPhrase, findRareCommentWord } from "./rare-words.ts";

const HIT = "ol.search-results > li";

after(closeBrowser);

/** Opens the first hit and proves that it is the right text, in sight. */
async function openFirstHit(page: Page, finding: Finding): Promise<void> {
  const slug = encodeURI(finding.post.replace(/^pages\//, ""));
  const links = page.locator(`${HIT} a`);
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const wanted = finding.comment === undefined ? `/${slug}/` : `/${slug}/#${finding.comment}`;
  const index = hrefs.findIndex((href) => href.endsWith(wanted));
  assert.ok(index >= 0, `${finding.words} is found at ${hrefs.join(", ") || "no place"}, not at ${wanted}`);
  await Promise.all([page.waitForURL((url) => url.href.includes(wanted)), links.nth(index).click()]);
  const text = page
    .locator(finding.comment === undefined ? ".h-entry .e-content" : `[id="${finding.comment}"]`)
    .first();
  await text.waitFor({ state: "visible" });
  const found = ((await text.textContent()) ?? "").toLowerCase().replaceAll(/\s+/g, " ");
  assert.ok(found.includes(finding.words.replaceAll('"', "")), `${finding.words} in ${found.slice(0, 200)}`);
  if (finding.comment === undefined) return;
  await page.waitForFunction((id) => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    return box !== undefined && box.top > -10 && box.top < window.innerHeight;
  }, finding.comment);
}

for (const place of PLACES) {
  describeSample(`search ${place.name}`, () => {
    let site: SiteServer;
    let findings: readonly (readonly [name: string, finding: Finding])[];

    before(async () => {
      site = await serveSite((await place.build()).folder, place.basePath);
      findings = [
        ["a word of an English comment", await findRareCommentWord("en")],
        ["a word of a Swedish comment", await findRareCommentWord("sv")],
        ["a phrase of an English post", await findPhrase("en")],
        ["a phrase of a Swedish post", await findPhrase("sv")],
      ];
    });
    after(() => site.close());

    const address = (path: string): string => `${site.root}${path.slice(1)}`;

    // Once from each language's page at the root; below a path one of them will do.
    for (const language of place.basePath === "/" ? LANGUAGES : (["sv"] as const)) {
      test(`from the ${language} search page finds both languages and opens the right place`, (t) =>
        visit(site.origin, async ({ page }) => {
          for (const [name, finding] of findings) {
            await t.test(`${name}: ${finding.words}`, async () => {
              await page.goto(`${address(mainPath(language, "search"))}?q=${encodeURIComponent(finding.words)}`);
              await page.locator(HIT).first().waitFor();
              assert.equal(await page.locator("main input[name=q]").inputValue(), finding.words);
              await openFirstHit(page, finding);
            });
          }
        }));
    }

    test("begins in the header of any page, with the keyboard alone", () =>
      visit(site.origin, async ({ page }) => {
        const [, finding] = findings[1] as (typeof findings)[number];
        await page.goto(address("/sv/"));
        await page.locator("input[name=q]").focus();
        await page.keyboard.type(finding.words);
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.pathname.endsWith(mainPath("sv", "search")) && url.searchParams.has("q"));
        await page.locator(HIT).first().waitFor();
        await openFirstHit(page, finding);
      }));

    test("answers while typing, keeps the query in the address, and back leads back", () =>
      visit(site.origin, async ({ page }) => {
        const [, finding] = findings[0] as (typeof findings)[number];
        await page.goto(address(mainPath("en", "search")));
        await page.locator("main input[name=q]").pressSequentially(finding.words, { delay: 15 });
        await page.locator(HIT).first().waitFor();
        await page.waitForFunction((words) => new URL(location.href).searchParams.get("q") === words, finding.words);
        await page.locator(`${HIT} a`).first().click();
        await page.waitForURL(/#/);
        await page.goBack();
        await page.locator(HIT).first().waitFor();
        assert.equal(await page.locator("main input[name=q]").inputValue(), finding.words);
      }));

    test("tells when there is nothing to find", () =>
      visit(site.origin, async ({ page }) => {
        await page.goto(`${address(mainPath("sv", "search"))}?q=qzxvkjqzx`);
        const message = getStrings("sv")["search.none"].split("{query}")[0] ?? "";
        await page.getByText(message).waitFor();
        assert.equal(await page.locator(HIT).count(), 0);
      }));

    test("loads nothing of the index before it is asked", () =>
      visit(site.origin, async ({ page }) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(request.url()));
        await page.goto(address("/en/"));
        await page.waitForLoadState("networkidle");
        assert.deepEqual(
          asked.filter((url) => url.includes("search-index")),
          [],
        );
      }));
  });
}
