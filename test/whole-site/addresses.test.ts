// Addresses: the site works below any path, and names itself only when it knows its own address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { has, query, queryAll, queryOne } from "../support/dom.ts";
import { findFaults, isRedirect } from "../support/page-faults.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";
import { type BuiltSite, buildSite, buildSketch } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";
import { TWO_LANGUAGES } from "./small-archives.ts";

const URL_BELOW = "https://archive.example/repo/";

describeSample("below a base path", () => {
  test("given as --base-path, links are sound and begin with it", async () => {
    const site = await buildSite(SAMPLE, ["--base-path", "/repo/", "--no-search"]);
    assert.deepEqual(findBrokenLinks(site, "https://somewhere.example/repo/"), []);
    const hrefs = queryAll(site.page("/en/").document, "header a, footer a").map(({ attribs }) => attribs.href ?? "");
    const strange = hrefs.filter(
      (href) => !href.startsWith("/repo/") && !href.startsWith("#") && !/^https?:/.test(href),
    );
    assert.deepEqual(strange, []);
    assert.equal(has(site.page("/en/").document, "link[rel=canonical]"), false);
  });

  test("unknown, the same files work at the root and below any path", async () => {
    const site = await buildSite(SAMPLE);
    for (const root of ["https://x.example/", "https://x.example/repo/", "https://x.example/a/b/c/"]) {
      assert.deepEqual(findBrokenLinks(site, root), []);
    }
  });
});

describeSample("at a known address", () => {
  const build = (): Promise<BuiltSite> => buildSite(SAMPLE, ["--url", URL_BELOW]);

  test("pages are sound and their links lead somewhere, the absolute ones too", async () => {
    const site = await build();
    assert.deepEqual(findFaults(site), []);
    assert.deepEqual(findBrokenLinks(site, URL_BELOW), []);
    assert.doesNotMatch(site.output, /--url/);
  });

  test("every page that search engines may list names its own address", async () => {
    const site = await build();
    for (const page of site.pages().filter((each) => !isRedirect(each))) {
      const isHidden = /noindex/.test(query(page.document, "meta[name=robots]")?.attribs.content ?? "");
      const canonical = query(page.document, "link[rel=canonical]")?.attribs.href;
      assert.equal(canonical, isHidden ? undefined : `${URL_BELOW}${encodeURI(page.path.slice(1))}`, page.file);
    }
  });

  test("hreflang stands between pages that are the same in two languages, in both directions", async () => {
    const site = await build();
    const byAddress = new Map(site.pages().map((page) => [`${URL_BELOW}${encodeURI(page.path.slice(1))}`, page]));
    let count = 0;
    for (const [address, page] of byAddress) {
      for (const { attribs } of queryAll(page.document, "link[rel=alternate][hreflang]")) {
        const other = byAddress.get(attribs.href ?? "");
        assert.ok(other !== undefined, `${page.file}: ${attribs.href}`);
        if (attribs.hreflang === "x-default") continue;
        assert.equal(queryOne(other.document, "html").attribs.lang, attribs.hreflang);
        const back = queryAll(other.document, "link[rel=alternate][hreflang]").map((link) => link.attribs.href);
        assert.ok(back.includes(address), `${attribs.href} does not lead back to ${page.file}`);
        count += 1;
      }
    }
    assert.ok(count > 20, `${count} alternates`);
  });

  test("the sitemap lists what may be found, each address once, and all of them are there", async () => {
    const site = await build();
    const addresses = [...site.read("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
    assert.equal(new Set(addresses).size, addresses.length);
    const listable = site
      .pages()
      .filter((page) => !/noindex/.test(query(page.document, "meta[name=robots]")?.attribs.content ?? ""))
      .map((page) => `${URL_BELOW}${encodeURI(page.path.slice(1))}`);
    assert.deepEqual([...addresses].sort(), listable.sort());
  });
});

test("the address in site.json counts when none is given", async () => {
  const settings = { ...TWO_LANGUAGES.settings, url: "https://settings.example/below/" };
  const site = await buildSketch({ ...TWO_LANGUAGES, settings });
  assert.equal(
    queryOne(site.page("/en/").document, "link[rel=canonical]").attribs.href,
    "https://settings.example/below/en/",
  );
  assert.deepEqual(findBrokenLinks(site, "https://settings.example/below/"), []);
});

test("old addresses of this site lead to the new ones", async () => {
  const site = await buildSketch({
    posts: [
      { id: "2011/new", title: "New", lang: "en", date: "2011", aliases: ["/en/2010/old/", "/sv/2011/ny/"], body: "x" },
    ],
  });
  assert.deepEqual(findBrokenLinks(site), []);
  for (const path of ["/en/2010/old/", "/sv/2011/ny/"]) {
    const { document } = site.page(path);
    const target = /url=(.+)$/.exec(queryOne(document, "meta[http-equiv=refresh]").attribs.content ?? "")?.[1] ?? "";
    assert.equal(new URL(target, `https://x.example${path}`).pathname, "/en/2011/new/");
  }
});
