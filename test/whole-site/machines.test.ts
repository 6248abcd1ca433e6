// What machines read: feeds, JSON-LD, microformats, Dublin Core as Zotero takes it, cards, sitemap. Nothing in them is invented.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Archive, Post } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { addressLanguage, postPath } from "../../scripts/site/addresses.ts";
import { comment, writeArchive } from "../support/archive.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { has, query, queryAll, queryOne } from "../support/dom.ts";
import { findStrays, type Microformat, readMicroformats } from "../support/microformats.ts";
import { findFaults, isRedirect } from "../support/page-faults.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";
import { makeFolder } from "../support/scratch.ts";
import { type BuiltSite, buildSite, openSite, type Page } from "../support/site.ts";
import { childrenNamed, parseXml, type XmlElement } from "../support/xml.ts";
import { saveWithZotero } from "../support/zotero.ts";

const BASE = "https://archive.example/repo/";
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

type Node = Readonly<Record<string, unknown>>;

/** Returns the nodes of a page's JSON-LD. */
function readData({ document, file }: Page): readonly Node[] {
  const scripts = queryAll(document, "script[type=application/ld+json]");
  assert.ok(scripts.length <= 1, file);
  const [script] = scripts;
  if (script === undefined) return [];
  const data = JSON.parse((script.children[0] as unknown as { data: string }).data) as Node;
  assert.equal(data["@context"], "https://schema.org");
  return (data["@graph"] as readonly Node[] | undefined) ?? [data];
}

function postNode(page: Page): Node {
  const node = readData(page).find((each) => each["@type"] === "BlogPosting" || each["@type"] === "WebPage");
  assert.ok(node !== undefined, page.file);
  return node;
}

function listOf(node: Node | undefined, key: string): readonly Node[] {
  const list = node?.[key];
  assert.ok(Array.isArray(list), key);
  return list as readonly Node[];
}

/** Returns all comments of a tree, without recursion. */
function flatten(nodes: unknown): readonly Node[] {
  const found: Node[] = [];
  const open = [...((nodes as readonly Node[] | undefined) ?? [])];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    found.push(node);
    open.unshift(...((node.comment as readonly Node[] | undefined) ?? []));
  }
  return found;
}

function readFeed(site: BuiltSite, file: string): XmlElement {
  const feed = parseXml(site.read(file));
  assert.equal(feed.name, "feed", file);
  for (const element of [feed, ...childrenNamed(feed, "entry")]) {
    for (const name of ["id", "title", "updated"])
      assert.equal(childrenNamed(element, name).length, 1, `${file}: ${name}`);
    assert.match(textIn(element, "id"), /^(https?|tag):\S+$/, file);
    assert.match(textIn(element, "updated"), RFC3339, file);
    assert.equal(linksOf(element, "alternate").length, 1, file);
  }
  // Entries without one have the feed's author.
  assert.equal(childrenNamed(feed, "author").length, 1, file);
  const ids = childrenNamed(feed, "entry").map((entry) => textIn(entry, "id"));
  assert.equal(new Set(ids).size, ids.length, `${file}: an id stands twice`);
  return feed;
}

function textIn(element: XmlElement, name: string): string {
  return childrenNamed(element, name)[0]?.text ?? "";
}

function linksOf(element: XmlElement, rel: string): readonly string[] {
  return childrenNamed(element, "link").flatMap(({ attributes }) =>
    attributes.rel === rel ? [attributes.href ?? ""] : [],
  );
}

describeSample("the sample at a known address", () => {
  let site: BuiltSite;
  let archive: Archive;
  let posts: readonly Post[];
  const pageOf = (post: Post): Page => site.page(postPath(post, addressLanguage(post.lang, archive.settings.language)));

  before(async () => {
    site = await buildSite(SAMPLE, ["--url", BASE]);
    ({ archive } = await readArchive(SAMPLE));
    posts = archive.posts.filter(({ status }) => status === undefined);
  });

  test("has valid feeds at their addresses, each named by a page", () => {
    const files = site.files.filter((file) => file.endsWith("feed.xml"));
    for (const file of ["feed.xml", "comments/feed.xml", "en/feed.xml", "sv/feed.xml", "en/comments/feed.xml"])
      assert.ok(files.includes(file), file);
    assert.ok(files.includes("sv/kallor/sample/feed.xml") && files.some((file) => file.startsWith("en/topics/")));
    for (const file of files) {
      const feed = readFeed(site, file);
      assert.deepEqual(linksOf(feed, "self"), [`${BASE}${file}`]);
      assert.ok(childrenNamed(feed, "entry").length > 0, file);
      for (const entry of childrenNamed(feed, "entry")) {
        assert.ok(linksOf(entry, "alternate")[0]?.startsWith(BASE), file);
        const content = childrenNamed(entry, "content")[0];
        assert.equal(content?.attributes.type, "html");
        assert.doesNotMatch(content?.text ?? "", /\s(?:href|src)="(?![a-z]+:)/, file);
        assert.doesNotMatch(content?.text ?? "", /<script/);
      }
    }
    const named = new Set(
      site
        .pages()
        .flatMap(({ document }) =>
          queryAll(document, "link[type=application/atom+xml]").map(({ attribs }) =>
            decodeURI((attribs.href ?? "").replace("/repo/", "")),
          ),
        ),
    );
    assert.deepEqual([...named].sort(), [...files].sort());
  });

  test("has entries that say what the archive says", () => {
    const entries = childrenNamed(readFeed(site, "feed.xml"), "entry");
    const dated = posts.filter(({ type, date, updated }) => type === "post" && (date ?? updated) !== undefined);
    assert.equal(entries.length, Math.min(50, dated.length));
    for (const entry of entries) {
      const address = linksOf(entry, "alternate")[0];
      const post = posts.find(
        (each) =>
          `${BASE}${pageOf(each).path.slice(1)}` === address ||
          address === `${BASE}${encodeURI(pageOf(each).path.slice(1))}`,
      );
      assert.ok(post !== undefined, address);
      assert.equal(textIn(entry, "title"), post.title ?? "");
      assert.equal(childrenNamed(entry, "author")[0]?.children[0]?.text, post.author, post.id);
      assert.equal(entry.attributes["xml:lang"], post.lang ?? "", post.id);
      const replies = childrenNamed(entry, "link").find(({ attributes }) => attributes.rel === "replies");
      const found = post.thread.filter(({ kind, status }) => !kind && !status).length;
      assert.equal(replies?.attributes["thr:count"], found === 0 ? undefined : String(found), post.id);
    }
  });

  test("has the archive's own feed at the foot of each page, also where the page has one of its own", () => {
    const pages = ["/en/", "/en/sources/sample/", "/sv/kallor/sample/"].map((path) => site.page(path));
    for (const { document, file } of pages) {
      const link = queryOne(document, ".site-footer a[type=application/atom+xml]");
      assert.match(link.attribs.href ?? "", /\/(?:en|sv)\/feed\.xml$/, file);
    }
  });

  test("has feeds of comments that name what each answers", () => {
    const entries = childrenNamed(readFeed(site, "comments/feed.xml"), "entry");
    assert.equal(entries.length, 50);
    for (const entry of entries) {
      const [parent, ...more] = childrenNamed(entry, "thr:in-reply-to");
      assert.ok(parent?.attributes.ref && parent.attributes.href?.startsWith(BASE) && more.length === 0);
    }
    assert.ok(entries.some((entry) => childrenNamed(entry, "thr:in-reply-to")[0]?.attributes.href?.includes("#")));
  });

  test("describes every post and its tree of comments, and invents nothing", () => {
    for (const post of posts) {
      const page = pageOf(post);
      const node = postNode(page);
      assert.equal(node["@type"], post.type === "page" ? "WebPage" : "BlogPosting");
      assert.equal(node.headline ?? node.name, post.title);
      assert.equal((node.author as Node | undefined)?.name, post.author);
      assert.ok(
        node.datePublished === undefined || String(post.date).startsWith(String(node.datePublished).slice(0, 10)),
      );
      assert.ok(post.date !== undefined || node.datePublished === undefined);
      assert.equal(node.inLanguage, post.lang);
      const told = flatten(node.comment);
      const byId = new Map(post.thread.map((each) => [`#${encodeURIComponent(each.id)}`, each]));
      assert.equal(new Set(told.map((each) => each["@id"])).size, told.length);
      for (const each of told) {
        const source = byId.get(String(each["@id"]));
        assert.ok(source !== undefined);
        assert.equal((each.author as Node | undefined)?.name, source.kind ? undefined : source.author);
        if (source.date === undefined || source.status !== undefined) assert.equal(each.datePublished, undefined);
        const parent = source.parent !== undefined && byId.has(`#${source.parent}`) ? `#${source.parent}` : undefined;
        assert.equal((each.parentItem as Node | undefined)?.["@id"], parent, `${post.id}${each["@id"]}`);
      }
      const published = post.thread.filter(({ kind, status }) => !kind && !status);
      for (const { id } of published)
        assert.ok(
          told.some((each) => each["@id"] === `#${id}`),
          `${post.id}#${id}`,
        );
    }
  });

  test("is filed by Zotero as blog posts with the right author, date, blog and language", () => {
    for (const post of posts) {
      const page = pageOf(post);
      const item = saveWithZotero(page.document);
      assert.equal(item.itemType, post.type === "page" ? "webpage" : "blogPost", post.id);
      if (post.title !== undefined) assert.equal(item.title, post.title);
      assert.deepEqual(item.creators, post.author === undefined ? [] : [post.author], post.id);
      assert.equal(item.date, post.date ?? (item.date === undefined ? undefined : "n.d."), post.id);
      assert.equal(item.publicationTitle, "The Ordskifte sample");
      assert.equal(item.language, post.lang ?? "und");
      assert.equal(item.url, `${BASE}${encodeURI(page.path.slice(1))}`);
    }
  });

  test("is microformats: posts with all their comments, lists as feeds", () => {
    for (const post of posts) {
      const page = pageOf(post);
      const items = readMicroformats(queryOne(page.document, "body"), `${BASE}${page.path.slice(1)}`);
      const entries = items.filter(({ types }) => types.includes("h-entry"));
      assert.equal(entries.length, 1, post.id);
      const { properties } = entries[0] as Microformat;
      assert.deepEqual(
        properties.name ?? [],
        post.title === undefined ? [] : [post.title.replace(/\s+/g, " ")],
        post.id,
      );
      assert.equal(properties.url?.[0], `${BASE}${encodeURI(page.path.slice(1))}`);
      assert.equal(properties.content?.length, 1);
      const comments = (properties.comment ?? []) as readonly Microformat[];
      assert.equal(
        comments.length,
        post.thread.length,
        `${post.id}: each comment is the post's, none another comment's`,
      );
      assert.ok(comments.every(({ types, properties: own }) => types.includes("h-cite") && own.comment === undefined));
      for (const { properties: own } of comments)
        assert.ok((own.author?.length ?? 0) <= 1 && (own.content?.length ?? 0) <= 1);
      const answers = comments.filter(({ properties: own }) => own["in-reply-to"] !== undefined).length;
      const ids = new Set(post.thread.map(({ id }) => id));
      assert.equal(
        answers,
        post.thread.filter(({ parent }) => parent !== undefined && ids.has(parent)).length,
        post.id,
      );
    }
    for (const path of ["/en/", "/sv/2011/", "/en/sources/sample/", "/en/topics/twitter/"]) {
      const page = site.page(path);
      const feeds = readMicroformats(queryOne(page.document, "body"), `${BASE}${path.slice(1)}`);
      const [feed] = feeds.filter(({ types }) => types.includes("h-feed"));
      assert.equal(feed?.properties.name?.length, 1, path);
      assert.ok(
        (feed?.children.length ?? 0) > 0 && feed?.children.every(({ types }) => types.includes("h-entry")),
        path,
      );
      for (const { properties } of feed?.children ?? []) assert.equal(properties.url?.length, 1);
    }
    for (const page of site.pages()) assert.deepEqual(findStrays(page.document), [], page.file);
  });

  test("has OpenGraph on every page, with a card that is there", () => {
    for (const page of site.pages().filter((each) => !isRedirect(each) && each.file !== "404.html")) {
      const value = (key: string) => query(page.document, `meta[property=${key}]`)?.attribs.content;
      for (const key of ["og:type", "og:title", "og:site_name", "og:locale"])
        assert.ok(value(key), `${page.file}: ${key}`);
      const isPost = query(page.document, "body.page-post") !== undefined;
      assert.equal(value("og:type"), isPost ? "article" : "website");
      assert.ok(site.has((value("og:image") ?? "").replace(BASE, "")), `${page.file}: ${value("og:image")}`);
      assert.equal(value("og:url"), query(page.document, "link[rel=canonical]")?.attribs.href, page.file);
    }
    const cards = site.files.filter((file) => /^assets\/card-/.test(file));
    assert.equal(cards.length, 2 * (archive.sources.length + 1));
  });

  test("tells of its search on the front page, of its data on the about page, and of the way to a post", () => {
    const home = readData(site.page("/sv/"))[0] as Node;
    assert.equal(home["@type"], "WebSite");
    const target = (home.potentialAction as { readonly target: Node }).target.urlTemplate;
    assert.equal(target, `${BASE}sv/sok/?q={search_term_string}`);
    const files = listOf(readData(site.page("/en/about/"))[0], "distribution").map(({ contentUrl }) => contentUrl);
    for (const url of files) assert.ok(site.has(String(url).replace(BASE, "")), String(url));
    const way = readData(pageOf(posts[0] as Post)).find((node) => node["@type"] === "BreadcrumbList");
    for (const { item } of listOf(way, "itemListElement")) site.page(`/${String(item).replace(BASE, "")}`);
  });

  test("has a sitemap of what search engines may list, and no robots.txt below a path", () => {
    const urls = childrenNamed(parseXml(site.read("sitemap.xml")), "url");
    const listed = urls.map((url) => textIn(url, "loc"));
    const hidden = (page: Page): boolean =>
      has(page.document, "meta[name=robots]") || isRedirect(page) || page.file === "404.html";
    const expected = site
      .pages()
      .filter((page) => !hidden(page))
      .map(({ path }) => `${BASE}${encodeURI(path.slice(1))}`);
    assert.deepEqual([...listed].sort(), expected.sort());
    for (const url of urls) {
      const page = site.page(`/${textIn(url, "loc").replace(BASE, "")}`);
      const inPage = queryAll(page.document, "link[rel=alternate][hreflang]").map(({ attribs }) => attribs.href);
      const inMap = childrenNamed(url, "xhtml:link").map(({ attributes }) => attributes.href);
      assert.deepEqual(inMap, inPage, page.file);
    }
    assert.ok(!site.has("robots.txt"));
  });

  test("without its address has feeds and data that name nothing absolute of its own", async () => {
    const other = await buildSite(SAMPLE);
    for (const file of other.files.filter((each) => each.endsWith("feed.xml"))) {
      const feed = readFeed(other, file);
      assert.deepEqual(linksOf(feed, "self"), []);
      assert.match(textIn(feed, "id"), /^tag:/);
    }
    for (const page of other.pages()) {
      readData(page);
      assert.ok(
        !has(page.document, "meta[property=og:url]") && !has(page.document, "meta[property=og:image]"),
        page.file,
      );
    }
    assert.ok(!other.files.some((file) => /^assets\/card-|robots\.txt$/.test(file)));
  });
});

describe("where little is known", () => {
  const SKETCH = {
    settings: { title: { en: "Gaps", sv: "Luckor" }, language: "en" },
    sources: [
      {
        id: "dated",
        title: "Dated & <exported>",
        exports: [{ file: "a.xml", size: 1, sha256: "00", date: "2014-05-06T07:08:09Z" }],
      },
    ],
    posts: [
      {
        id: "undated/nobody",
        source: "dated",
        source_id: "1",
        source_url: "https://old.example/same/",
        body: "Words.",
        thread: [comment(1, "Later.", { author: "Åsa", date: "2010-02-03T04:05:06Z" })],
      },
      {
        id: "2009/about",
        title: "About then",
        date: "2009-11~",
        source: "dated",
        source_id: "2",
        source_url: "https://old.example/same/",
        body: "A ]]> B & <b>c</b>",
      },
      { id: "undated/lost", title: "Nowhere to be dated", body: "Never in a feed." },
      {
        id: "2010/thread",
        title: "Removed",
        lang: "sv",
        date: "2010-01-02",
        body: "Text.",
        thread: [
          comment(1, "zqxgone words", {
            author: "Zqxgone Name",
            author_url: "https://zqxgone.example/",
            date: "2010-01-03",
            status: "redacted" as const,
          }),
          comment(2, "Answer.", { parent: "comment-1", date: "2010-01-04" }),
          comment(3, "zqxgone too", { author: "Zqxgone Other", status: "deleted" as const }),
        ],
      },
    ],
  };
  let site: BuiltSite;

  before(async () => {
    const place = makeFolder("gaps");
    const content = writeArchive(`${place}/content`, SKETCH);
    const options = [
      "--no-search",
      "--content",
      content,
      "--output",
      `${place}/site`,
      "--url",
      "https://gaps.example/",
    ];
    // What still stands in the files of removed comments is an error, and the site is built all the same.
    assert.equal((await runOrdskifteHere(["build", ...options])).code, 1);
    site = openSite(`${place}/site`);
  });

  test("every page is sound, and nothing of removed comments stands in any file", async () => {
    assert.deepEqual(findFaults(site), []);
    for (const file of site.files.filter((each) => !each.endsWith(".png")))
      assert.doesNotMatch(site.read(file), /zqxgone/i, file);
    const told = flatten(postNode(site.page("/sv/2010/thread/")).comment);
    assert.deepEqual(
      told.map((node) => Object.keys(node).sort()),
      [
        ["@id", "@type", "comment"],
        ["@id", "@type", "datePublished", "parentItem", "url"],
      ],
    );
  });

  test("dates of feeds are those of records, else of the export; what has neither is left out", async () => {
    const entries = childrenNamed(readFeed(site, "feed.xml"), "entry");
    assert.deepEqual(
      entries.map((entry) => [textIn(entry, "title"), textIn(entry, "updated"), textIn(entry, "published")]),
      [
        ["Removed", "2010-01-02T00:00:00Z", ""],
        ["About then", "2009-11-01T00:00:00Z", ""],
        ["", "2014-05-06T07:08:09Z", ""],
      ],
    );
    assert.ok(entries.every((entry) => childrenNamed(entry, "author").length === 0));
    // Both posts claim one address at the source.
    assert.deepEqual(entries.map((entry) => textIn(entry, "id")).slice(1), [
      "https://old.example/same/",
      "tag:ordskifte.invalid,2026:undated/nobody",
    ]);
  });

  test("Zotero is told that nobody knows, rather than left to guess", async () => {
    const nobody = saveWithZotero(site.page("/en/undated/nobody/").document);
    assert.deepEqual([nobody.creators, nobody.date, nobody.language], [[], "n.d.", "und"]);
    const about = saveWithZotero(site.page("/en/2009/about/").document);
    assert.deepEqual([about.date, about.publicationTitle], ["2009-11~", "Dated & <exported>"]);
    assert.equal(postNode(site.page("/en/2009/about/")).datePublished, undefined);
  });

  test("robots.txt at the root of a host names the sitemap", async () => {
    assert.match(site.read("robots.txt"), /^Sitemap: https:\/\/gaps\.example\/sitemap\.xml$/m);
  });
});
