// Looks at built pages in a watched window and fails at whatever is active in them.

import assert from "node:assert/strict";
import type { SiteServer } from "../support/serve.ts";
import type { BuiltSite } from "../support/site.ts";
import { IS_LARGE_RUN } from "../support/thoroughness.ts";
import { bundlePages, findActive, type WatchedWindow } from "./watched-window.ts";

/** Looks at the pages of a site. @throws AssertionError with what ran, was asked for, or is out of place */
export async function lookAtAll(site: BuiltSite, server: SiteServer, window: WatchedWindow): Promise<void> {
  // Lists say of a post what its page says; some of them do in a quick run.
  const pages = site
    .pages()
    .filter(({ html }, index) => IS_LARGE_RUN || index % 8 === 0 || html.includes('<body class="page-post"'));
  for (const { name, files } of bundlePages(pages, site.folder)) {
    await window.page.goto(`${server.root}${name}`, { waitUntil: "load" });
    assert.equal(await window.page.locator("[data-end]").count(), files.length, "no page swallows the next");
    await assertCalm(window, `the pages from ${files[0]} to ${files.at(-1)}`);
  }
}

/** Looks at the page that is open. @throws AssertionError likewise */
export async function assertCalm({ page, incidents }: WatchedWindow, what: string): Promise<void> {
  assert.deepEqual(await findActive(page), [], what);
  assert.deepEqual(incidents, [], what);
}
