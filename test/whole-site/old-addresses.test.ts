// Old addresses: each address that a text, a comment or a feed ever had leads to its new place, on a host that knows files only.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { findAddress } from "../../layouts/assets/old-addresses/find-address.ts";
import type { AddressMap } from "../../scripts/site/old-addresses/address-map.ts";
import { writeArchive } from "../support/archive.ts";
import { runOrdskifte } from "../support/command-line.ts";
import { has, queryAll, queryOne, textOf } from "../support/dom.ts";
import { findFaults } from "../support/page-faults.ts";
import { makeFolder } from "../support/scratch.ts";
import { type BuiltSite, buildSketch, openSite } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";
import { TWO_BLOGS } from "./small-archives.ts";

const ROOT = "https://snow.example/";

/** Old address → new path. Those below /old/ are where the second blog's host is pointed to. */
const LEADS: Readonly<Record<string, string>> = {
  "/2011/01/plogkartan/": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan/comment-page-2/": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan/amp/": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan/trackback/": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan/2/": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan/karta-jpg/": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan/attachment/9/": "/sv/2011/plogkartan/",
  "/2011/01/plogkartan/karta/": "/sv/2011/plogkartan/karta.png",
  "/2011/01/plogkartan/Karta/": "/sv/2011/plogkartan/karta.png",
  "/?attachment_id=30": "/sv/2011/plogkartan/karta.png",
  "/?p=30": "/sv/2011/plogkartan/karta.png",
  "/2011/01/plogkartan/borta/": "/sv/2011/plogkartan/",
  "/?attachment_id=31": "/sv/2011/plogkartan/",
  "/?attachment_id=32": "/sv/2011/saltat/",
  "/vinter/": "/sv/2011/saltat/",
  "/?p=33": "/sv/2011/saltat/",
  "/?attachment_id=35": "/sv/2011/saltat/",
  "/index.php/2011/01/plogkartan/": "/sv/2011/plogkartan/",
  "/2011/01/Plogkartan/": "/sv/2011/plogkartan/",
  "/?p=12": "/sv/2011/plogkartan/",
  "/index.php?p=12": "/sv/2011/plogkartan/",
  "/?p=12&cpage=1": "/sv/2011/plogkartan/",
  "/en/plough-map/": "/en/2011/plogkartan/",
  "/2011/02/s%C3%A5-saltat/": "/sv/2011/saltat/",
  "/2011/02/s%c3%a5-saltat": "/sv/2011/saltat/",
  "/?p=14": "/sv/2012/halka/",
  "/om/": "/sv/sidor/om/",
  "/?page_id=7": "/sv/sidor/om/",
  "/?p=18": "/sv/2012/data/",
  "/same/under/": "/sv/2012/under/",
  "/old/salt.blogspot.com/2009/01/grit.html": "/en/2009/grit/",
  "/old/salt.blogspot.com/2009/01/grit.html?m=1": "/en/2009/grit/",
  "/old/salt.blogspot.com/2009/01/Grit.HTML": "/en/2009/grit/",
  "/old/salt.blogspot.com/": "/en/sources/salt/",
};

/** Old feeds, with the title and number of entries of each. */
const FEEDS: Readonly<Record<string, readonly [title: string, entries: number]>> = {
  "/feed/": ["Snöbloggen", 9],
  "/feed/atom/": ["Snöbloggen", 9],
  "/comments/feed/": ["Kommentarer: Snöbloggen", 2],
  "/2011/01/plogkartan/feed/": ["Kommentarer: Plogkartan", 2],
  "/category/oppna-data/feed/": ["Öppna data – Snöbloggen", 1],
  "/old/salt.blogspot.com/feeds/posts/default": ["Salt & <Sand>", 1],
  "/old/salt.blogspot.com/feeds/comments/default": ["Comments: Salt & <Sand>", 1],
  "/old/salt.blogspot.com/feeds/4711/comments/default": ["Comments: Grit", 1],
  "/old/salt.blogspot.com/atom.xml": ["Salt & <Sand>", 1],
  "/old/salt.blogspot.com/rss.xml": ["Salt & <Sand>", 1],
};

describe("old addresses", () => {
  let site: BuiltSite;

  before(async () => {
    site = await buildSketch(TWO_BLOGS, ["--no-search", "--url", ROOT]);
  });

  for (const [from, to] of Object.entries(LEADS)) {
    test(`${from} leads to ${to}`, () => {
      assert.deepEqual(follow(site, from), [to]);
      assert.ok(site.has(to.endsWith("/") ? `${to.slice(1)}index.html` : to.slice(1)));
    });
  }

  test("every anchor of an old page is one of the new", () => {
    for (const [path, id] of [
      ["/sv/2011/plogkartan/", "comment-5"],
      ["/en/2009/grit/", "c5678"],
    ] as const) {
      assert.ok(has(site.page(path).document, `#${id}`));
    }
  });

  test("an address of two texts leads to both, and is reported with both", () => {
    assert.deepEqual(follow(site, "/same/"), ["/sv/2012/tva/", "/sv/2012/ocksa/"].sort());
    const { document } = site.page("/same/");
    assert.deepEqual(queryAll(document, "main a").map(textOf).sort(), ["Också", "Två"]);
    assert.ok(!has(document, "meta[http-equiv=refresh]"));
    assert.match(
      site.output,
      /warning: posts\/2012\/\w+\/index\.md: its old address "\/same\/" is that of "posts\/2012\/\w+\/index\.md" too/,
    );
  });

  test("pages of our own keep their addresses, and that is reported", () => {
    assert.ok(!has(site.page("/sv/amnen/").document, "[data-redirect]"));
    assert.ok(!site.has("data/posts/index.html"));
    assert.match(
      site.output,
      /posts\/2012\/index\/index\.md: its old address "\/sv\/amnen\/" is one of this site's own pages/,
    );
    assert.match(site.output, /posts\/2012\/data\/index\.md: its old address "\/data\/posts\/" is one of/);
  });

  test("nothing leaves the site, and no draft is betrayed", () => {
    assert.deepEqual(
      site.files.filter((file) => file.includes("pwned")),
      [],
    );
    // Nor is what was uploaded to it.
    for (const query of ["?p=21", "?p=34", "?attachment_id=34"]) assert.deepEqual(follow(site, `/${query}`), []);
    for (const word of ["utkast", "hemlig"]) {
      assert.ok(!site.files.some((file) => file.includes(word)) && !site.read("old/addresses.json").includes(word));
    }
  });

  test("redirect pages are sound, small, kept out of search engines, and name the new address", () => {
    assert.deepEqual(findFaults(site), []);
    assert.deepEqual(findBrokenLinks(site, ROOT), []);
    const { document, html } = site.page("/2011/01/plogkartan/");
    assert.ok(html.length < 1000, `${html.length} characters`);
    assert.equal(queryOne(document, "meta[name=robots]").attribs.content, "noindex");
    assert.equal(queryOne(document, "link[rel=canonical]").attribs.href, `${ROOT}sv/2011/plogkartan/`);
    // The old blog's addresses; the months of ours are below /sv/ and /en/.
    assert.ok(!site.read("sitemap.xml").includes(`${ROOT}2011/01/`));
  });

  for (const [path, [title, count]] of Object.entries(FEEDS)) {
    test(`${path} is an Atom feed`, () => {
      const xml = site.read(findFile(site, path) ?? "");
      assert.match(xml, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
      assert.ok(
        xml.includes(`<title>${title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")}</title>`),
      );
      assert.equal(xml.match(/<entry[ >]/g)?.length, count);
    });
  }

  test("a feed invents neither names nor moments, and keeps the ids that its readers know", () => {
    const comments = site.read("comments/feed/index.xml");
    const [second = "", first = ""] = comments.split("<entry").slice(1);
    assert.ok(
      first.includes("<published>2011-01-19T11:00:00+01:00</published>") && first.includes("<name>Bo Ek</name>"),
    );
    assert.ok(second.includes("<updated>2011-01-20T00:00:00Z</updated>") && !/<published>|<name>/.test(second));
    assert.match(
      second,
      /<thr:in-reply-to ref="[^"]+#comment-5" [^>]*href="https:\/\/snow.example\/sv\/2011\/plogkartan\/#comment-5"/,
    );
    const posts = site.read("feed/index.xml");
    assert.ok(posts.includes("<id>https://www.snow.example/?p=12</id>"));
    // No date is known but that of the export.
    assert.match(posts, /<title>Halka<\/title>\n<updated>2014-05-06T07:08:09Z<\/updated>\n<link/);
    assert.ok(posts.includes("href=&quot;http://karta.example/&quot;") && posts.includes("&amp;amp; mer"));
    const blogger = site.read("old/salt.blogspot.com/atom.xml");
    assert.ok(blogger.includes("<id>tag:blogger.com,1999:blog-99.post-4711</id>"));
  });

  test("rules for hosts that read _redirects lead the same way", () => {
    const rules = site.read("_redirects").split("\n");
    assert.ok(rules.includes("/2011/01/plogkartan/ /sv/2011/plogkartan/ 301"));
    assert.ok(rules.includes("/2011/02/s%C3%A5-saltat/ /sv/2011/saltat/ 301"));
    assert.ok(rules.includes("/feed/ /feed/index.xml 301"));
    assert.ok(rules.includes("/2011/01/plogkartan/karta/ /sv/2011/plogkartan/karta.png 301"));
    assert.ok(rules.indexOf("/vinter/ /sv/2011/saltat/ 301") > rules.indexOf("/feed/ /feed/index.xml 301"));
    assert.ok(!rules.some((rule) => rule.startsWith("/same/ ")));
  });

  test("all works below a path, and without a known address", async () => {
    for (const options of [["--no-search"], ["--no-search", "--url", "https://a.example/b/"]]) {
      const other = await buildSketch(TWO_BLOGS, options);
      assert.deepEqual(findBrokenLinks(other, ...(options.length > 1 ? ["https://a.example/b/"] : [])), []);
      const base = options.length > 1 ? "/b" : "";
      assert.equal(follow(other, "/2011/01/plogkartan/")[0], `${base}/sv/2011/plogkartan/`);
      assert.ok(other.read("_redirects").includes(`${base}/om/ ${base}/sv/sidor/om/ 301`));
    }
  });

  test("takesOver that names no source is an error that says what there is", async () => {
    const place = makeFolder("takes-over");
    const content = writeArchive(`${place}/content`, { ...TWO_BLOGS, settings: { takesOver: ["snö"] } });
    const result = await runOrdskifte(["build", "--no-search", "--content", content, "--output", `${place}/site`]);
    assert.equal(result.code, 1);
    assert.match(
      result.stderr,
      /error: site\.json: takesOver names the source "snö", .* the sources are "salt", "snow"/,
    );
    // Nothing is taken over, so nothing stands at the top but ourselves.
    assert.ok(
      !openSite(`${place}/site`).has("om/index.html") &&
        openSite(`${place}/site`).has("old/snow.example/om/index.html"),
    );
  });
});

/** Returns the new paths that an address leads to: by its file, else through the page for missing addresses. */
function follow(site: BuiltSite, address: string): readonly string[] {
  const { pathname, search } = new URL(address, ROOT);
  const file = findFile(site, pathname);
  if (file === "index.html") return ask(site, "old/addresses.json", pathname + search);
  if (file === undefined) {
    const places = queryOne(site.page("/404.html").document, "[data-old-places]").attribs["data-old-places"] ?? "";
    const pairs = places.split(" ").map((pair) => pair.split("|") as [string, string]);
    const [prefix, map] = pairs
      .sort(([a], [b]) => b.length - a.length)
      .find(([start]) => pathname.startsWith(start)) ?? ["", ""];
    return ask(site, map.slice(1), pathname.slice(prefix.length - 1) + search);
  }
  const { document } = site.page(`/${file}`);
  const here = new URL(`/${file}`, ROOT);
  return queryAll(document, "main a")
    .map(({ attribs }) => new URL(attribs.href ?? "", here).pathname)
    .sort();
}

function ask(site: BuiltSite, map: string, address: string): readonly string[] {
  return findAddress(JSON.parse(site.read(map)) as AddressMap, address);
}

/** Finds a file as GitHub Pages does; `index.xml` answers for a folder without `index.html`. */
function findFile(site: BuiltSite, pathname: string): string | undefined {
  const path = decodeURIComponent(pathname).slice(1);
  const folder = path === "" || path.endsWith("/") ? path : `${path}/`;
  const names = path.endsWith("/") || path === "" ? [] : [path, `${path}.html`];
  return [...names, `${folder}index.html`, `${folder}index.xml`].find((name) => site.has(name));
}
