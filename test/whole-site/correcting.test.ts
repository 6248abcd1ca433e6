// What readers can do about a text: edit it, report it, have it removed; and what stays out of search engines.

import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../../scripts/strings/en.ts";
import { sv } from "../../scripts/strings/sv.ts";
import { type ArchiveSketch, comment } from "../support/archive.ts";
import { queryAll, textOf } from "../support/dom.ts";
import { buildSketch } from "../support/site.ts";

const REPOSITORY = "https://github.com/owner/name";
const SKETCH: ArchiveSketch = {
  settings: {
    url: "https://archive.example/",
    repository: REPOSITORY,
    contact: "removal@archive.example",
    title: { en: "A", sv: "A" },
    description: { en: "A.", sv: "A." },
  },
  posts: [
    {
      id: "2011/talk",
      title: "Talk",
      lang: "en",
      author: "Ylva",
      date: "2011-01-19T10:00:00Z",
      body: "Numbatly words.",
      translations: [{ lang: "sv", title: "Samtal", body: "Ord." }],
      thread: [comment(1, "One.", { author: "Bo" }), comment(2, "", { status: "redacted" })],
    },
    {
      id: "2011/hidden",
      title: "Hidden",
      lang: "en",
      author: "Ylva",
      date: "2011-02",
      noindex: true,
      body: "Quollish words.",
    },
    {
      id: "2011/below",
      title: "Below",
      lang: "en",
      date: "2011-03",
      body: "Plain.",
      thread: [comment(3, "Bettongly said.", { author: "Bo", date: "2011-03-01T10:00:00Z", noindex: true })],
    },
  ],
};

const hrefsOf = (document: Parameters<typeof queryAll>[0], selector: string) =>
  queryAll(document, selector).map(({ attribs }) => attribs.href);

test("each text and comment leads to its own file, in the page's language; a tombstone does not", async () => {
  const site = await buildSketch(SKETCH);
  const place = `${REPOSITORY}/edit/HEAD/content/posts/2011/talk`;
  const english = site.page("/en/2011/talk/").document;
  assert.deepEqual(hrefsOf(english, "a.to-edit"), [`${place}/index.md`, `${place}/comments/comment-1.md`]);
  const swedish = site.page("/sv/2011/talk/").document;
  assert.deepEqual(hrefsOf(swedish, "a.to-edit"), [`${place}/index.sv.md`]);
  assert.deepEqual(queryAll(english, "a.to-edit").map(textOf), ["Edit on GitHub", "Edit on GitHub"]);
  assert.deepEqual(queryAll(swedish, "a.to-edit").map(textOf), ["Redigera på GitHub"]);
  assert.match(queryAll(english, "a.to-edit")[1]?.attribs["aria-label"] ?? "", /^Edit on GitHub: .*Bo/);
});

test("every page leads to whom to write to; a letter names the text that it is about", async () => {
  const site = await buildSketch(SKETCH);
  for (const page of site.pages().filter(({ html }) => html.includes('class="site-footer"'))) {
    assert.ok(hrefsOf(page.document, ".site-footer a").includes("mailto:removal@archive.example"), page.path);
  }
  assert.deepEqual(hrefsOf(site.page("/en/2011/talk/").document, "a.to-report"), [
    "mailto:removal@archive.example?subject=About%202011%2Ftalk",
    "mailto:removal@archive.example?subject=About%202011%2Ftalk%23comment-1",
  ]);
});

test("where nobody is named, pages lead to where that is said, and nothing can be edited", async () => {
  const site = await buildSketch({ ...SKETCH, settings: {} });
  for (const [path, t] of [
    ["/en/2011/talk/", en],
    ["/sv/2011/talk/", sv],
  ] as const) {
    const { document } = site.page(path);
    const link = queryAll(document, ".site-footer a").find((element) => textOf(element) === t["footer.contact"]);
    assert.match(link?.attribs.href ?? "", /#removal$/);
    assert.deepEqual(hrefsOf(document, "a.to-edit, a.to-report"), []);
  }
  assert.ok(textOf(site.page("/sv/om/").document).includes(sv["about.removalNoContact"]));
});

test("noindex keeps a text, or a comment with its page, out of search engines, sitemap and feeds, and nothing else", async () => {
  const site = await buildSketch(SKETCH);
  for (const [path, isHidden] of [
    ["/en/2011/talk/", false],
    ["/en/2011/hidden/", true],
    ["/en/2011/below/", true],
  ] as const) {
    assert.equal(site.page(path).html.includes('<meta name="robots" content="noindex"'), isHidden, path);
    assert.equal(site.read("sitemap.xml").includes(path), !isHidden, path);
  }
  const listed = site
    .pages()
    .filter(({ html }) => !html.includes('content="noindex"'))
    .map(({ html }) => html)
    .join("\n");
  const feeds = site.files
    .filter((file) => file.endsWith("feed.xml"))
    .map(site.read)
    .join("\n");
  for (const text of [listed, feeds]) {
    assert.match(text, /Numbatly/);
    assert.doesNotMatch(text, /Quollish|Bettongly/);
  }
  assert.match(site.read("data/posts.ndjson"), /Quollish/);
  assert.match(site.page("/en/2011/hidden/").html, /Quollish/);
});
