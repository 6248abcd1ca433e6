// Links that stood inside the texts of two old blogs: imported, built, and followed on the pages and in the data files.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { importFiles } from "../import/import-files.ts";
import { writeClassic } from "../import/write-blogger.ts";
import { writeWxr } from "../import/write-wxr.ts";
import { runOrdskifte } from "../support/command-line.ts";
import { queryAll, textOf } from "../support/dom.ts";
import { makeFolder } from "../support/scratch.ts";
import { type BuiltSite, openSite } from "../support/site.ts";
import { findBrokenLinks } from "../support/site-links.ts";

const BLOG = "http://blog.example";
const DATE = "2011-03-17 16:27:50";

const WORDPRESS = writeWxr({
  link: BLOG,
  items: [
    {
      id: 1,
      slug: "one",
      link: `${BLOG}/2011/03/one/`,
      date: DATE,
      content: `<a href="${BLOG}/?p=2">post</a> <a href="${BLOG}/2011/03/two/#comment-21">comment</a> <a href="${BLOG}/2011/03/two/#comment-99">held back</a> <a href="${BLOG}/?page_id=3">page</a> <a href="http://their.blogspot.se/2011/03/theirs.html?showComment=1#c7702">blogger</a> <a href="${BLOG}/?p=9">draft</a> <a href="${BLOG}/">home</a>`,
      comments: [{ id: 11, content: `${BLOG}/2011/03/two/comment-page-1/#comment-21` }],
    },
    { id: 2, slug: "two", link: `${BLOG}/2011/03/two/`, date: DATE, comments: [{ id: 21 }, { id: 99, approved: "0" }] },
    { id: 3, slug: "about-us", type: "page", link: `${BLOG}/about-us/`, date: DATE },
    { id: 9, slug: "nine", status: "draft", link: `${BLOG}/?p=9`, date: DATE },
  ],
});
const BLOGGER = writeClassic({
  id: "77",
  title: "Theirs",
  url: "http://their.blogspot.com",
  posts: [
    {
      id: "7701",
      path: "/2011/03/theirs.html",
      date: "2011-03-20T10:00:00.000+01:00",
      content: `<a href="https://www.blog.example/2011/03/one?utm_source=x">post</a>`,
      comments: [{ id: "7702", content: "Words." }],
    },
  ],
});

describe("links inside texts", () => {
  let site: BuiltSite;
  const linksOf = (path: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      queryAll(site.page(path).document, ".e-content a").map((link) => [textOf(link), link.attribs.href ?? ""]),
    );

  before(async () => {
    const folder = makeFolder("links");
    const files = [join(folder, "a.xml"), join(folder, "b.xml")];
    writeFileSync(files[0] as string, WORDPRESS);
    writeFileSync(files[1] as string, BLOGGER);
    for (const file of files) await importFiles([file], join(folder, "content"), { lang: "en" });
    const options = ["--content", join(folder, "content"), "--output", join(folder, "site"), "--no-search"];
    const { code, stdout, stderr } = await runOrdskifte([
      "build",
      ...options,
      "--url",
      "https://archive.example/base/",
    ]);
    assert.equal(code, 0, stdout + stderr);
    site = openSite(join(folder, "site"));
  });

  test("lead to the pages and comments that they meant", () => {
    assert.deepEqual(linksOf("/en/2011/one/"), {
      post: "/base/en/2011/two/",
      comment: "/base/en/2011/two/#comment-21",
      "held back": "/base/en/2011/two/",
      page: "/base/en/pages/about-us/",
      blogger: "/base/en/2011/theirs/#c7702",
      draft: `${BLOG}/?p=9`,
      home: `${BLOG}/`,
      [`${BLOG}/2011/03/two/comment-page-1/#comment-21`]: "/base/en/2011/two/#comment-21",
    });
    assert.deepEqual(linksOf("/en/2011/theirs/"), { post: "/base/en/2011/one/" });
  });

  test("lead nowhere else: every address of the site is there", () => {
    assert.deepEqual(findBrokenLinks(site, "https://archive.example/base/"), []);
  });

  test("name an old address on no page where the record is here", () => {
    const hrefs = site
      .pages()
      .flatMap(({ document }) =>
        Object.values(queryAll(document, ".e-content a")).map(({ attribs }) => attribs.href ?? ""),
      );
    assert.deepEqual([...new Set(hrefs.filter((href) => /blog\.example|blogspot/.test(href)))].sort(), [
      `${BLOG}/`,
      `${BLOG}/?p=9`,
    ]);
  });
});
