// Proves that the tests' browser and server work on this machine, and that they notice what they should.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { closeBrowser, visit } from "./browser.ts";
import { type SiteServer, serveSite } from "./serve.ts";

describe("the tests' browser", () => {
  let folder: string;
  let site: SiteServer;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "ordskifte-browser-"));
    mkdirSync(join(folder, "a å"));
    writeFileSync(
      join(folder, "index.html"),
      "<!doctype html><title>Home</title><link rel=icon href=data:,><p>Hej</p>",
    );
    writeFileSync(join(folder, "404.html"), "<!doctype html><title>Lost</title><link rel=icon href=data:,>");
    writeFileSync(join(folder, "a å", "index.html"), "<!doctype html><title>Deeper</title><link rel=icon href=data:,>");
    writeFileSync(
      join(folder, "bad.html"),
      "<!doctype html><link rel=icon href=data:,><img src=gone.png><img src=http://127.0.0.1:9/x.png><script>oops()</script>",
    );
    site = await serveSite(folder, "/repo/");
  });
  after(async () => {
    await closeBrowser();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("shows a page and runs script", async () => {
    await visit(site.origin, async ({ page }) => {
      await page.goto(site.root);
      assert.equal(await page.title(), "Home");
      assert.equal(await page.evaluate(() => document.querySelector("p")?.textContent), "Hej");
      assert.ok(await page.evaluate(() => (document.querySelector("p")?.offsetHeight ?? 0) > 0));
    });
  });

  test("notices errors, missing files and requests to other hosts", async () => {
    const complaints = await visit(
      site.origin,
      async (seen) => {
        await seen.page.goto(`${site.root}bad.html`);
        return seen.complaints;
      },
      { isExpected: () => true },
    );
    const text = complaints.join("\n");
    assert.match(text, /foreign request: http:\/\/127\.0\.0\.1:9\/x\.png/);
    assert.match(text, /answer 404: .*gone\.png/);
    assert.match(text, /uncaught: .*oops/);
    await assert.rejects(
      visit(site.origin, ({ page }) => page.goto(`${site.root}bad.html`)),
      /The pages had complaints/,
    );
  });

  const answers = [
    ["/repo/", 200, /Home/],
    ["/repo/a%20%C3%A5/", 200, /Deeper/],
    ["/repo/a%20%C3%A5", 200, /Deeper/],
    ["/repo/nothing", 404, /Lost/],
    ["/repo/../../etc/passwd", 404, /Not found/],
    ["/repo/%2e%2e/%2e%2e/etc/passwd", 404, /Not found/],
    ["/repo/..%2f..%2fetc/passwd", 404, /Lost/],
    ["/repo/%E0%A4%A", 404, /Not found/],
    ["/", 404, /Not found/],
  ] as const;
  for (const [path, status, content] of answers) {
    test(`answers ${path} with ${status}`, async () => {
      const response = await fetch(`${site.origin}${path}`);
      assert.equal(response.status, status);
      assert.match(await response.text(), content);
    });
  }
});
