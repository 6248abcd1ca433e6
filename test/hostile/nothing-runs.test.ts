// What strangers wrote is opened in a real browser with the Content-Security-Policy switched off: nothing runs, nothing asks another host.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { writeArchive } from "../support/archive.ts";
import { closeBrowser } from "../support/browser.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { query } from "../support/dom.ts";
import { drawPhoto } from "../support/images.ts";
import { findFaults } from "../support/page-faults.ts";
import { pickPages } from "../support/page-types.ts";
import { makeFolder } from "../support/scratch.ts";
import { type SiteServer, serveSite } from "../support/serve.ts";
import { type BuiltSite, openSite } from "../support/site.ts";
import { IS_LARGE_RUN } from "../support/thoroughness.ts";
import { sketchHostileArchive } from "./hostile-archive.ts";
import { assertCalm, lookAtAll } from "./look-at-pages.ts";
import { ADDRESSES } from "./vectors/addresses.ts";
import { PLAIN_TEXTS } from "./vectors/plain-texts.ts";
import { openWatchedWindow, type WatchedWindow } from "./watched-window.ts";

const BASE = "/archive/";

after(closeBrowser);

describe("in an archive that was typed by hand", () => {
  let site: BuiltSite;
  let server: SiteServer;
  let window: WatchedWindow;

  before(async () => {
    const image = await drawPhoto(40, 30).png().toBuffer();
    const content = writeArchive(makeFolder(), sketchHostileArchive(image));
    const output = join(makeFolder(), "site");
    const { code, stderr } = await runOrdskifteHere([
      "build",
      "--content",
      content,
      "--output",
      output,
      "--url",
      `https://archive.example${BASE}`,
    ]);
    assert.equal(code, 1, "a build with broken values ends with 1");
    assert.doesNotMatch(stderr, /^\s+at /m, "a build never stops");
    site = openSite(output);
    server = await serveSite(output, BASE);
    window = await openWatchedWindow(server.origin);
  });
  after(async () => {
    await window.close();
    await server.close();
  });

  test("pages, as a browser reads it", async () => {
    await lookAtAll(site, server, window);
  });

  test("no page holds what no page may, by the rules for all pages", () => {
    // Headings in a summary, and addresses in the folder of another language, are what somebody typed.
    const isTyped = /headings leave out a level|html lang is/;
    const faults = findFaults(site).filter((fault) => !isTyped.test(fault));
    assert.deepEqual(faults, []);
  });

  test("a page of each type, with its own scripts", async () => {
    const pages = site.pages().filter((page) => query(page.document, "body")?.attribs.class?.startsWith("page-"));
    for (const { path } of pickPages({ ...site, pages: () => pages }).values())
      await open(window, server, path.slice(1));
  });

  test("hits drawn by the search page", async () => {
    await open(window, server, "en/search/");
    for (const query of [
      "alert",
      "script onerror",
      "anna",
      "constructor",
      "javascript",
      PLAIN_TEXTS[7] ?? "",
      '"><img src=x onerror=alert(1)>',
    ]) {
      await open(window, server, `en/search/?q=${encodeURIComponent(query)}`);
      await window.page.waitForFunction("document.querySelector('#search-status')?.textContent !== ''");
      for (const summary of await window.page.locator(".search-more-places summary").all()) await summary.click();
      await assertCalm(window, `the search for ${query}`);
    }
  });

  test("addresses that a reader was lured to, old ones among them", async () => {
    const lures = [
      ...[
        "",
        "?p=1",
        "?s=",
        "?s=<img src=x onerror=alert(1)>",
        "?p=//example.org/",
        "#//example.org/",
        "?replytocom=1",
        "#javascript:alert(1)",
      ],
      ...["en/old/0/", "old/one.example/?p=1", "2011/-1+1/"].flatMap((path) => [
        path,
        `${path}#"><img src=x onerror=alert(1)>`,
        `${path}?showComment=1295432000000#x`,
        `${path}?//example.org/`,
      ]),
      ...ADDRESSES.filter((_, index) => IS_LARGE_RUN || index % 32 === 0).flatMap((address) => [
        encodeURI(`nothing/here/${address}`),
        `?s=${encodeURIComponent(address)}`,
        `?p=${encodeURIComponent(address)}`,
        `en/search/?q=${encodeURIComponent(address)}`,
      ]),
    ];
    for (const lure of lures) await open(window, server, lure);
  });
});

async function open({ page, ...window }: WatchedWindow, server: SiteServer, path: string): Promise<void> {
  // A page at an old address goes on before it is complete.
  await page.goto(`${server.root}${path}`, { waitUntil: "commit" }).catch((error: Error) => {
    if (!/interrupted by another navigation|ERR_ABORTED/.test(error.message)) throw error;
  });
  await page.waitForLoadState("load");
  assert.ok(page.url().startsWith(server.root), `${path} led to ${page.url()}`);
  assert.deepEqual(window.incidents, [], path);
}
