// A folder that somebody sent is shown, and nothing outside of it.

import assert from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { serveFolder } from "../../scripts/site/serve-folder.ts";
import { runOrdskifte } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";

/** Asks for a path as it stands; fetch would tidy it. */
function ask(origin: string, path: string): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    get(`${origin}/`, { path }, (response) => {
      let body = "";
      response.on("data", (piece) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    }).on("error", reject);
  });
}

test("serves the folder, follows no link out of it, and takes the next port where one is in use", async () => {
  const outside = makeFolder("outside");
  writeFileSync(join(outside, "secret.txt"), "secret");
  const folder = makeFolder("site");
  writeFileSync(join(folder, "index.html"), "home");
  symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(outside, join(folder, "folder"));
  const first = await serveFolder(folder);
  const port = Number(new URL(first.origin).port);
  const second = await serveFolder(folder, { port });
  try {
    assert.deepEqual(await ask(first.origin, "/"), { status: 200, body: "home" });
    for (const path of [
      "/link.txt",
      "/folder/secret.txt",
      "/../outside/secret.txt",
      "/..%2f..%2fetc/passwd",
      "/%2e%2e/x",
      "/%",
    ]) {
      const { status, body } = await ask(first.origin, path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body, /secret|root:/);
    }
    assert.notEqual(second.origin, first.origin);
    assert.equal((await ask(second.origin, "/")).body, "home");
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

test("serve refuses a folder without a site, and a port that is none", async () => {
  const { code, stderr } = await runOrdskifte(["serve", makeFolder("empty")]);
  assert.equal(code, 2);
  assert.match(stderr, /There is no index\.html in .+ or run npm run build/);
  assert.equal((await runOrdskifte(["serve", "--port", "x"])).code, 2);
});
