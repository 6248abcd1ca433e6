// What importers made of exports full of tricks is opened in a real browser with the Content-Security-Policy switched off.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { closeBrowser } from "../support/browser.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";
import { serveSite } from "../support/serve.ts";
import { openSite } from "../support/site.ts";
import { writeHostileExports } from "./hostile-exports.ts";
import { lookAtAll } from "./look-at-pages.ts";
import { openWatchedWindow } from "./watched-window.ts";

const BASE = "/archive/";

after(closeBrowser);

test("nothing in it runs, and nothing asks another host", async () => {
  const content = join(makeFolder(), "content");
  const output = join(makeFolder(), "site");
  const exports = writeHostileExports(makeFolder());
  const imported = await runOrdskifteHere(["import", ...exports, "--content", content]);
  assert.match(imported.stdout, /Written to/, imported.stderr);
  const { stderr } = await runOrdskifteHere([
    "build",
    "--content",
    content,
    "--output",
    output,
    "--no-search",
    "--url",
    `https://archive.example${BASE}`,
  ]);
  assert.doesNotMatch(stderr, /^\s+at /m);
  const site = openSite(output);
  const server = await serveSite(output, BASE);
  const window = await openWatchedWindow(server.origin);
  try {
    await lookAtAll(site, server, window);
  } finally {
    await window.close();
    await server.close();
  }
});
