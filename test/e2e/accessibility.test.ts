// Looks with axe-core at every type of page in both languages and both colour schemes: WCAG 2.2 A and AA, and best practices.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { closeBrowser, visit } from "../support/browser.ts";
import { pickPages } from "../support/page-types.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";
import { type SiteServer, serveSite } from "../support/serve.ts";
import { type BuiltSite, buildSite } from "../support/site.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describeSample("axe finds nothing", () => {
  let built: BuiltSite;
  let site: SiteServer;

  before(async () => {
    built = await buildSite(SAMPLE);
    site = await serveSite(built.folder);
  });
  after(async () => {
    await closeBrowser();
    await site.close();
  });

  test("in light and in dark colours", (t) =>
    visit(
      site.origin,
      async ({ page }) => {
        for (const [type, { path }] of pickPages(built)) {
          await t.test(`on ${type} (${path})`, async () => {
            await page.emulateMedia({ colorScheme: "light" });
            await page.goto(`${site.root}${path.slice(1)}`);
            const inLight = await findViolations(page, false);
            await page.emulateMedia({ colorScheme: "dark" });
            assert.deepEqual({ inLight, inDark: await findViolations(page, true) }, { inLight: [], inDark: [] });
          });
        }
      },
      // The site's own policy would refuse axe, which is put into the page.
      { bypassCSP: true },
    ));

  test("on a search with hits", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(`${site.root}sv/sok/?q=kommun`);
        await page.locator("ol.search-results > li").first().waitFor();
        assert.deepEqual(await findViolations(page, false), []);
      },
      { bypassCSP: true },
    ));
});

/** Returns what axe objects to. The second time round only colours can differ. */
async function findViolations(page: Page, isColourOnly: boolean): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const runOnly = isColourOnly
    ? { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] }
    : { type: "tag" as const, values: TAGS };
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(options),
    { runOnly, resultTypes: ["violations"] },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}
