// A folder that somebody sent is shown, and nothing outside of it.

import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { serveFolder } from "../../scripts/site/serve-folder.ts";
import { runOrdskifte } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location?: string;
}

/** Asks for a path as it stands; fetch would tidy it. */
function ask(origin: string, path: string, host = "localhost"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`${origin}/`, { path, headers: { host } }, (response) => {
      let body = "";
      response.on("data", (piece) => {
        body += piece;
      });
      const { location } = response.headers;
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, ...(location !== undefined && { location }) }),
      );
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

test("answers what leads out of the folder as what is not there, and lives on", async () => {
  const parent = makeFolder("neighbours");
  const [folder, outside, beside] = ["site", "outside", "site2"].map((name) => join(parent, name)) as [
    string,
    string,
    string,
  ];
  for (const name of [folder, outside, beside]) mkdirSync(name);
  for (const name of ["index.html", "page.html", "404.html"]) writeFileSync(join(outside, name), "secret");
  writeFileSync(join(beside, "other.html"), "secret");
  mkdirSync(join(folder, "posts"));
  mkdirSync(join(folder, "list"));
  writeFileSync(join(folder, "list/index.html"), "list");
  writeFileSync(join(folder, "about.html"), "about");
  symlinkSync(join(outside, "page.html"), join(folder, "page.html"));
  symlinkSync(join(outside, "index.html"), join(folder, "posts/index.html"));
  symlinkSync(join(outside, "404.html"), join(folder, "404.html"));
  const server = await serveFolder(folder);
  try {
    const paths = ["/page", "/page.html", "/posts", "/posts/", "/nothing", "/404.html", "/..%2fsite2%2fother"];
    for (const path of [...paths, "/..%5csite2%5cother", "/a%00", "//", "/%2Fevil.example%2F..", "http://[/", "/\\"]) {
      const { status, body } = await ask(server.origin, path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body, /secret/, path);
    }
    assert.equal((await ask(server.origin, "/about")).body, "about");
    assert.equal((await ask(server.origin, "/list?q=1")).location, "/list/?q=1");
    assert.equal((await ask(server.origin, "//list")).location, "/list/");
    assert.equal((await ask(server.origin, "/list/", "evil.example:8080")).status, 403);
  } finally {
    await server.close();
  }
});

test("serve refuses a folder without a site, and a port that is none", async () => {
  const { code, stderr } = await runOrdskifte(["serve", makeFolder("empty")]);
  assert.equal(code, 2);
  assert.match(stderr, /There is no index\.html in .+ or run npm run build/);
  assert.equal((await runOrdskifte(["serve", "--port", "x"])).code, 2);
});
