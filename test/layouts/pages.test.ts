// Every page type in both languages: one valid document, with what readers and screen readers rely on.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import type { PageType } from "../../scripts/site/view.ts";
import { LANGUAGES } from "../../scripts/strings/index.ts";
import { has, parseHtml, query, queryAll, queryOne, textOf } from "../support/dom.ts";
import { findPageFaults } from "../support/page-faults.ts";
import { createContext, createPaging, createPostView, drawPage, SETTINGS, VIEWS } from "./samples.ts";

const TYPES = Object.keys(VIEWS) as readonly PageType[];

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  elements: ["html5"],
  rules: { "aria-label-misuse": ["error", { allowAnyNamable: true }] },
});

for (const language of LANGUAGES) {
  describe(`pages in ${language}`, () => {
    for (const type of TYPES) {
      test(type, async () => {
        const html = await drawPage(type, VIEWS[type], createContext(language));
        const document = parseHtml(html);
        assert.deepEqual(findPageFaults({ file: "x.html", path: "/x/", html, document }), []);
        const { results } = await validator.validateString(html);
        const messages = results
          .flatMap((result) => result.messages)
          .map(({ ruleId, message }) => `${ruleId}: ${message}`);
        assert.deepEqual(messages, []);
        assert.equal(queryOne(document, "html").attribs.lang, language);
        assert.equal(queryAll(document, "h1").length, 1);
        assert.equal(queryAll(document, "main#main").length, 1);
        // What references are made of has placeholders and braces of its own.
        assert.doesNotMatch(
          html.replace(/data-cite="[^"]*"|<pre data-format.*?<\/pre>/gs, ""),
          /\{\w+\}/,
          "a placeholder was not filled",
        );
        assert.doesNotMatch(html, / style=|<style|undefined|\[object/);
        for (const script of queryAll(document, "script")) assert.ok(script.attribs.src, "an inline script");
      });
    }
  });
}

test("the title names the page and then the archive", async () => {
  const titleOf = async (type: PageType) => textOf(queryOne(parseHtml(await drawPage(type, VIEWS[type])), "title"));
  assert.equal(await titleOf("post"), "Salt & väg – Gritter Papers");
  assert.equal(await titleOf("home"), "Gritter Papers");
  assert.equal(await titleOf("year"), "2011, page 2 of 9 – Gritter Papers");
});

test("the language switch shows this language as text and links to the others in their own words", async () => {
  const document = parseHtml(await drawPage("about", VIEWS.about));
  const nav = queryOne(document, "nav.language-switch");
  assert.equal(textOf(queryOne(nav, "[aria-current]")), "English");
  const link = queryOne(nav, "a");
  assert.deepEqual([link.attribs.lang, link.attribs.hreflang, link.attribs.href], ["sv", "sv", "/sv/"]);
  assert.match(textOf(link), /Läs den här sidan på svenska/);
});

test("where there is no same page the switch says that it leads to the front page", async () => {
  const context = createContext("en", { alternates: [] });
  const link = queryOne(parseHtml(await drawPage("post", VIEWS.post, context)), "nav.language-switch a");
  assert.match(textOf(link), /Till arkivets förstasida på svenska/);
  assert.equal(link.attribs.rel, undefined);
});

test("addresses that are not known are not made up", async () => {
  const context = createContext("en", { absolute: () => undefined });
  const html = await drawPage("home", VIEWS.home, context);
  assert.doesNotMatch(html, /rel="canonical"|<link rel="alternate"/);
  const known = parseHtml(await drawPage("home", VIEWS.home));
  assert.equal(queryOne(known, "link[rel=canonical]").attribs.href, "https://gritter.example/en/");
  assert.deepEqual(
    queryAll(known, "link[rel=alternate]").map((link) => link.attribs.hreflang),
    ["en", "sv"],
  );
});

test("the policy forbids inline code, allows WebAssembly for search only, and is left out in development", async () => {
  const policyOf = (html: string) =>
    query(parseHtml(html), 'meta[http-equiv="Content-Security-Policy"]')?.attribs.content;
  assert.match(
    policyOf(await drawPage("home", VIEWS.home)) ?? "",
    /default-src 'none'; script-src 'self'; style-src 'self'/,
  );
  assert.doesNotMatch(policyOf(await drawPage("home", VIEWS.home)) ?? "", /wasm|unsafe-inline/);
  assert.match(policyOf(await drawPage("search", VIEWS.search)) ?? "", /script-src 'self';/);
  assert.equal(policyOf(await drawPage("home", VIEWS.home, createContext("en", { isDevelopment: true }))), undefined);
});

test("sample content is marked: the whole archive, or a single post of the source called sample", async () => {
  const isMarked = (html: string) => query(parseHtml(html), ".sample-notice") !== undefined;
  const sample = createContext("sv", { settings: { ...SETTINGS, sample: true } });
  for (const type of TYPES.filter((each) => each !== "redirect")) {
    assert.ok(isMarked(await drawPage(type, VIEWS[type], sample)), type);
  }
  const post = { ...VIEWS.post.post, source: "sample" };
  assert.ok(isMarked(await drawPage("post", createPostView({ post, text: post }))));
  assert.ok(!isMarked(await drawPage("post", VIEWS.post)));
});

test("without search no page has a search field", async () => {
  const context = createContext("en", { hasSearch: false });
  assert.equal(has(parseHtml(await drawPage("home", VIEWS.home, context)), "form"), false);
  const form = queryOne(parseHtml(await drawPage("home", VIEWS.home)), "header form[role=search]");
  assert.deepEqual([form.attribs.action, form.attribs.method], ["/en/search/", "get"]);
  assert.ok(has(form, "input[name=q]"));
});

test("the search page has one form and the places that its script fills", async () => {
  const document = parseHtml(await drawPage("search", VIEWS.search));
  for (const hook of [
    "form#search-form input[name=q]",
    "#search[data-index][data-base] #search-status[role=status]",
    "#search ol.search-results",
    "#search select#search-order option[value=newest]",
    "#search details#search-filters .search-facets",
    "#search #search-none[hidden] a",
    "#search nav#search-paging",
    "input#search-slash[type=checkbox]",
    "noscript a",
  ]) {
    assert.equal(queryAll(document, hook).length > 0, true, hook);
  }
  assert.equal(queryAll(document, "form").length, 1);
});

test("paging names its place and leads on and back", async () => {
  const document = parseHtml(await drawPage("year", { ...VIEWS.year, paging: createPaging(2, 9) }));
  const nav = queryOne(document, "nav.paging");
  assert.match(textOf(nav), /Page 2 of 9/);
  assert.equal(queryOne(nav, "[rel=prev]").attribs.href, "/en/2011/");
  assert.equal(queryOne(nav, "[rel=next]").attribs.href, "/en/2011/3/");
});

test("an archive with nothing in it says so in words", async () => {
  const counts = { posts: 0, pages: 0, comments: 0, people: 0, sources: 0 };
  const nothing = { posts: [], paging: { number: 1, total: 1, itemCount: 0, paths: ["/en/2011/"] } };
  const empty = { newest: [], mostDiscussed: [], years: [], topics: [], sources: [] };
  const nobody = { authors: [], recorded: [], commenters: [], letters: [], paging: nothing.paging };
  assert.match(await drawPage("home", { counts, ...empty }), /nothing here yet/);
  assert.match(await drawPage("years", { years: [] }), /No posts yet/);
  assert.match(await drawPage("topics", { topics: [] }), /No post has a topic/);
  assert.match(await drawPage("people", nobody), /No names are known/);
  assert.match(await drawPage("sources", { sources: [] }), /No source is recorded/);
  assert.match(await drawPage("pages", { pages: [] }), /holds no pages/);
  assert.match(await drawPage("topic", { ...nothing, topic: "snow" }), /No posts on this topic/);
});

test("a source shows its account; a reason without words is shown as it is called", async () => {
  const document = parseHtml(await drawPage("source", VIEWS.source, createContext("sv")));
  const ledger = queryOne(document, "section.ledger");
  assert.match(textOf(ledger), /Utkast/);
  assert.equal(textOf(queryOne(ledger, "dl code")), "odd-reason");
  assert.match(textOf(queryOne(ledger, "details")), /1 anmärkning från importen/);
  assert.match(textOf(queryOne(document, ".exports")), /1,2 MB/);
});

test("a redirect leads on without script", async () => {
  const document = parseHtml(await drawPage("redirect", { target: "/en/2011/salt/" }));
  assert.equal(queryOne(document, "meta[http-equiv=refresh]").attribs.content, "0; url=/en/2011/salt/");
  assert.equal(queryOne(document, "main a").attribs.href, "/en/2011/salt/");
});
