// The sample archive as a built site: what every page owes its reader, and every post and comment in its place.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Archive, Post, Translation } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { addressLanguage, mainPaths, postPath } from "../../scripts/site/addresses.ts";
import { getStrings, LANGUAGES } from "../../scripts/strings/index.ts";
import { has, langOf, query, queryAll, queryOne, textOf } from "../support/dom.ts";
import { findFaults, isRedirect } from "../support/page-faults.ts";
import { pickPages } from "../support/page-types.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";
import { type BuiltSite, buildSite } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";

let site: BuiltSite;
let archive: Archive;

/** Returns the path of a post, or of one of its translations. */
function pathOf(post: Post, text: Post | Translation = post): string {
  return postPath(post, addressLanguage(text.lang, archive.settings.language));
}

describeSample("the sample", () => {
  before(async () => {
    site = await buildSite(SAMPLE);
    ({ archive } = await readArchive(SAMPLE));
  });

  describe("every page", () => {
    test("is sound", () => {
      assert.deepEqual(findFaults(site), []);
    });

    test("links only to what is there", () => {
      assert.deepEqual(findBrokenLinks(site), []);
    });

    test("is marked as a sample, in its own language", () => {
      const unmarked = site.pages().filter(({ document }) => {
        const lang = queryOne(document, "html").attribs.lang === "sv" ? "sv" : "en";
        return !textOf(queryOne(document, "body")).includes(getStrings(lang)["page.sample"]);
      });
      assert.deepEqual(
        unmarked.map(({ file }) => file),
        [],
      );
    });

    test("without the site's address names no address of its own", () => {
      const named = site.pages().filter(({ document, html }) => {
        return query(document, "link[rel=canonical]") !== undefined || html.includes("undefined");
      });
      assert.deepEqual(
        named.map(({ file }) => file),
        [],
      );
      assert.ok(!site.has("sitemap.xml"));
      assert.match(site.output, /--url/);
    });
  });

  describe("both languages", () => {
    test("have every page of the interface", () => {
      for (const language of LANGUAGES) {
        for (const path of Object.values(mainPaths(language))) {
          const page = site.page(path);
          assert.equal(queryOne(page.document, "html").attribs.lang, language, path);
        }
      }
      assert.ok(site.has("index.html"));
      assert.ok(site.has("404.html"));
    });

    test("have the same types of page", () => {
      const kinds = [...pickPages(site).keys()].map((key) => key.split(" ") as [string, string]);
      const both = kinds.filter(([type]) => type !== "root" && type !== "not-found" && type !== "redirect");
      const inLanguage = (lang: string) => both.filter(([, other]) => other === lang).map(([type]) => type);
      assert.deepEqual(inLanguage("sv"), inLanguage("en"));
      assert.ok(inLanguage("en").length >= 12, inLanguage("en").join());
    });

    test("switch to the same page of the interface", () => {
      const [en, sv] = [mainPaths("en"), mainPaths("sv")];
      for (const name of Object.keys(en) as (keyof typeof en)[]) {
        const hrefs = queryAll(site.page(en[name]).document, "a[hreflang=sv]").map(({ attribs }) => attribs.href ?? "");
        const targets = hrefs.map((href) => new URL(href, `https://x.example${en[name]}`).pathname);
        assert.ok(targets.includes(sv[name]), `${en[name]} does not lead to ${sv[name]}`);
      }
    });

    test("say the same things in other words", () => {
      const titles = LANGUAGES.map((language) =>
        textOf(queryOne(site.page(mainPaths(language).people).document, "h1")),
      );
      assert.notEqual(titles[0], titles[1]);
    });
  });

  describe("every post", () => {
    test("stands at its address, with its title, author, date and language", () => {
      assert.ok(archive.posts.length >= 12);
      for (const post of archive.posts.filter(({ status }) => status === undefined)) {
        const { document } = site.page(pathOf(post));
        const entry = queryOne(document, ".h-entry");
        const heading = queryOne(document, "h1");
        if (post.title === undefined) assert.equal(has(entry, "h1.p-name"), false, post.id);
        else assert.equal(textOf(heading), post.title.replaceAll(/\s+/g, " ").trim(), post.id);
        const text = queryAll(entry, ".e-content")[0];
        assert.ok(text !== undefined, post.id);
        assert.equal(langOf(text), post.lang ?? archive.settings.language, post.id);
        const names = queryAll(entry, "header .p-author").map(textOf);
        if (post.author === undefined) assert.ok(!names.slice(0, 1).some((name) => name === ""), post.id);
        else assert.equal(names[0], post.author, post.id);
      }
    });

    test("stands in its year's list, in both languages", () => {
      for (const post of archive.posts.filter(({ type, status }) => type === "post" && status === undefined)) {
        for (const language of LANGUAGES) {
          const list = `/${language}/${post.id.split("/")[0]}/`;
          const hrefs = queryAll(site.page(list).document, "a").map(({ attribs }) => attribs.href ?? "");
          const targets = hrefs.map((href) => new URL(href, `https://x.example${list}`).pathname);
          const places = [post, ...post.translations].map((text) => pathOf(post, text));
          assert.ok(
            places.some((path) => targets.includes(path)),
            `${list} does not lead to ${post.id}`,
          );
        }
      }
    });

    test("with a translation by hand has it at an address of its own, each leading to the other", () => {
      const translated = archive.posts.filter(({ translations }) => translations.length > 0);
      assert.ok(translated.length > 0);
      for (const post of translated) {
        for (const translation of post.translations) {
          const [here, there] = [pathOf(post), pathOf(post, translation)];
          const page = site.page(there);
          assert.equal(langOf(queryOne(page.document, ".h-entry .e-content")), translation.lang);
          assert.equal(queryAll(page.document, ".h-cite").length, 0, "the thread belongs to the original");
          for (const [from, to] of [
            [here, there],
            [there, here],
          ] as const) {
            const hrefs = queryAll(site.page(from).document, "main a").map(({ attribs }) => attribs.href ?? "");
            const targets = hrefs.map((href) => new URL(href, `https://x.example${from}`).pathname);
            assert.ok(targets.includes(to), `${from} does not lead to ${to}`);
          }
        }
      }
    });
  });

  test("a post with ten comments weighs at most 30 KB with its style, compressed", () => {
    const pages = archive.posts.map((post) => site.page(pathOf(post)));
    const ten = pages.find(({ document }) => queryAll(document, ".comments .comment").length === 10);
    assert.ok(ten !== undefined, "no post has ten comments");
    const style = site.files.filter((file) => /^assets\/.*\.css$/.test(file));
    assert.equal(style.length, 1);
    const weight = [ten.file, ...style].reduce((sum, file) => sum + gzipSync(site.read(file)).length, 0);
    assert.ok(weight <= 30_000, `${ten.path}: ${weight} bytes`);
  });

  describe("every comment", () => {
    test("stands once, on its post's page, under its own id", () => {
      for (const post of archive.posts) {
        const { document } = site.page(pathOf(post));
        const shown = queryAll(document, "article.h-cite").map(({ attribs }) => attribs.id ?? "");
        assert.deepEqual([...shown].sort(), post.thread.map(({ id }) => id).sort(), post.id);
      }
      const total = archive.posts.reduce((sum, post) => sum + post.thread.length, 0);
      assert.ok(total >= 60, `${total} comments`);
    });

    test("has a text of its own in its own language", () => {
      for (const post of archive.posts) {
        const { document } = site.page(pathOf(post));
        for (const comment of post.thread) {
          const article = queryOne(document, `article.h-cite[id=${comment.id}]`);
          const text = queryOne(article, ".e-content");
          const name = `${post.id}#${comment.id}`;
          if (comment.status !== undefined) {
            assert.equal(textOf(text), "", name);
            assert.equal(has(article, ".p-author"), false, name);
            continue;
          }
          assert.notEqual(textOf(text), "", name);
          assert.equal(langOf(text), comment.lang ?? post.lang ?? archive.settings.language, name);
          const author = query(article, ".p-author");
          assert.equal(author === undefined ? undefined : textOf(author), comment.author, name);
          const times = queryAll(article, "time.dt-published");
          assert.equal(times.length > 0, comment.date !== undefined, `${name}: an unknown date is not invented`);
        }
      }
    });

    test("that answers another says so, or lies in its branch", () => {
      for (const post of archive.posts) {
        const { document } = site.page(pathOf(post));
        const ids = new Set(post.thread.map(({ id }) => id));
        for (const { id, parent, status } of post.thread) {
          if (parent === undefined || status !== undefined || !ids.has(parent)) continue;
          const article = queryOne(document, `article.h-cite[id=${id}]`);
          const named = queryAll(article, "a").some(({ attribs }) => attribs.href === `#${parent}`);
          assert.ok(named, `${post.id}#${id} does not lead to ${parent}`);
        }
      }
    });
  });

  test("redirects lead to a page by themselves and by a link", () => {
    for (const page of site.pages().filter(isRedirect)) {
      assert.ok(queryAll(page.document, "main a").length > 0, page.file);
    }
  });
});
