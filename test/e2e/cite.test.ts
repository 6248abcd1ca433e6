// Citing in a real browser: copying a reference, those of a comment in a dialog, and what is left without script.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { getStrings } from "../../scripts/strings/index.ts";
import { closeBrowser, visit } from "../support/browser.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";
import { type SiteServer, serveSite } from "../support/serve.ts";
import { buildSite } from "../support/site.ts";

const en = getStrings("en");
const POST = "en/2011/the-sandwich-alibi/";

after(closeBrowser);

describeSample("citing", () => {
  let site: SiteServer;

  before(async () => {
    site = await serveSite((await buildSite(SAMPLE)).folder);
  });
  after(() => site.close());

  test("a comment has its own references, in a dialog that gives the focus back", () =>
    visit(site.origin, async ({ page }) => {
      await page.goto(site.root + POST);
      const link = page.locator(".to-cite").nth(1);
      const comment = await link.evaluate((element) => element.closest(".comment")?.id ?? "");
      await link.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: en["cite.commentTitle"] });
      await dialog.waitFor();
      const references = await dialog.locator("pre").allTextContents();
      assert.equal(references.length, 4);
      assert.match(references[0] ?? "", /^Hester Crumb\. \(2011, 16 February\)\. Comment on “The sandwich alibi”\. /);
      assert.ok(references[1]?.startsWith(`@misc{2011:the-sandwich-alibi:${comment},`));
      assert.ok(references[2]?.includes(`ID  - 2011/the-sandwich-alibi#${comment}`));
      assert.equal(JSON.parse(references[3] ?? "").id, `2011/the-sandwich-alibi#${comment}`);
      await page.keyboard.press("Escape");
      assert.equal(await link.evaluate((element) => element === document.activeElement), true);

      await page.locator(".cite > summary").click();
      await page.locator(".cite .cite-form button").first().click();
      const said = page.locator(".cite [role=status]");
      await said.filter({ hasText: /./ }).waitFor();
      const words = [en["cite.copied"], en["cite.notCopied"]] as readonly string[];
      assert.ok(words.includes((await said.textContent()) ?? ""));
    }));

  test("without script the references stand on the page, and a comment's link leads to them", () =>
    visit(
      site.origin,
      async ({ page }) => {
        await page.goto(site.root + POST);
        await page.locator(".to-cite").nth(1).click();
        assert.equal(new URL(page.url()).hash, "#cite");
        await page.locator(".cite > summary").click();
        assert.match((await page.locator(".cite pre").first().textContent()) ?? "", /^Hester Crumb\. /);
        assert.equal(await page.locator(".cite button:visible").count(), 0);
        assert.ok((await page.locator(".cite").textContent())?.includes(en["cite.commentHow"]));
      },
      { javaScriptEnabled: false },
    ));
});
