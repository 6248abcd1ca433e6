// Hrefs: relative without a known base, under the base path with one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings } from "../../scripts/archive/site-settings.ts";
import { absoluteAddress, hrefFrom, locateSite } from "../../scripts/site/location.ts";

const relative: readonly (readonly [from: string, to: string, expected: string])[] = [
  ["/en/2011/a/", "/en/2011/b/", "../b/"],
  ["/en/2011/a/", "/en/2011/a/", "./"],
  ["/en/2011/a/", "/en/2011/a/#comment-1", "#comment-1"],
  ["/en/2011/a/", "/en/2011/a/?q=1", "./?q=1"],
  ["/en/2011/a/", "/sv/2010/b/#comment-2", "../../../sv/2010/b/#comment-2"],
  ["/", "/en/", "en/"],
  ["/en/", "/", "../"],
  ["/404.html", "/assets/site.css", "assets/site.css"],
  ["/en/2011/a/", "/assets/site.css", "../../../assets/site.css"],
  ["/en/2011/a/", "https://example.org/x", "https://example.org/x"],
];

for (const [from, to, expected] of relative) {
  test(`${from} refers to ${to} as ${expected} where the base is unknown`, () => {
    const href = hrefFrom(from, to, {});
    assert.equal(href, expected);
    if (to.startsWith("/")) {
      const resolved = new URL(href, `https://host.example${from}`);
      assert.equal(resolved.pathname + resolved.search + resolved.hash, to);
    }
  });
}

test("with a base path every href starts with it", () => {
  assert.equal(hrefFrom("/en/2011/a/", "/sv/", { basePath: "/repo/" }), "/repo/sv/");
  assert.equal(hrefFrom("/en/2011/a/", "/en/2011/a/#c1", { basePath: "/repo/" }), "/repo/en/2011/a/#c1");
});

test("the command line's address counts before that of site.json, and --base-path before its path", () => {
  const settings = { ...defaultSettings, url: "https://old.example/x/" };
  assert.deepEqual(locateSite({}, settings), { origin: "https://old.example", basePath: "/x/" });
  assert.deepEqual(locateSite({ url: "https://new.example/" }, settings), {
    origin: "https://new.example",
    basePath: "/",
  });
  assert.deepEqual(locateSite({ basePath: "/y/" }, settings), { origin: "https://old.example", basePath: "/y/" });
  assert.deepEqual(locateSite({}, defaultSettings), {});
});

test("an absolute address needs a known host", () => {
  assert.equal(
    absoluteAddress("/en/", { origin: "https://host.example", basePath: "/a/" }),
    "https://host.example/a/en/",
  );
  assert.equal(absoluteAddress("/en/", { basePath: "/a/" }), undefined);
});
