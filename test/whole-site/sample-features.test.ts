// The sample archive shows everything that an archive can hold: each feature is there, and its page says it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Archive, Comment, Post } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { buildThread } from "../../scripts/archive/thread.ts";
import { addressLanguage, postPath } from "../../scripts/site/addresses.ts";
import { getStrings, toLanguage } from "../../scripts/strings/index.ts";
import { has, query, queryAll, queryOne, textOf } from "../support/dom.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";
import { type BuiltSite, buildSite } from "../support/site.ts";

let site: BuiltSite;
let archive: Archive;

/** Finds the first post for which the condition holds. @throws Error when there is none. */
function findPost(isIt: (post: Post) => boolean): Post {
  const found = archive.posts.find(isIt);
  if (found === undefined) throw new Error("The sample has no such post.");
  return found;
}

/** Finds the first comment for which the condition holds, with its post. */
function findComment(isIt: (comment: Comment, post: Post) => boolean) {
  const post = findPost(({ thread, ...rest }) => thread.some((comment) => isIt(comment, { thread, ...rest })));
  return { post, comment: post.thread.find((comment) => isIt(comment, post)) as Comment };
}

function open(post: Post) {
  const language = addressLanguage(post.lang, archive.settings.language);
  return { ...site.page(postPath(post, language)), t: getStrings(language) };
}

function openComment(post: Post, comment: Comment) {
  const page = open(post);
  return { ...page, article: queryOne(page.document, `article.h-cite[id=${comment.id}]`) };
}

describeSample("the sample", () => {
  before(async () => {
    site = await buildSite(SAMPLE);
    ({ archive } = await readArchive(SAMPLE));
  });

  test("has posts of both languages from 2007 to 2014", () => {
    const posts = archive.posts.filter(({ type }) => type === "post");
    for (const language of ["en", "sv"]) {
      assert.ok(posts.filter(({ lang }) => toLanguage(lang) === language).length >= 4, language);
    }
    const years = new Set(posts.map(({ id }) => id.slice(0, 4)));
    for (const year of ["2007", "2014"]) assert.ok(years.has(year), year);
  });

  test("has no problem that a check would name an error", async () => {
    const { problems } = await readArchive(SAMPLE);
    assert.deepEqual(
      problems.filter(({ level }) => level === "error"),
      [],
    );
  });

  test("has a deep thread", () => {
    const deepest = Math.max(...archive.posts.flatMap(({ thread }) => buildThread(thread).map(({ depth }) => depth)));
    assert.ok(deepest >= 5, `depth ${deepest}`);
  });

  test("has a pingback that stands apart from the comments", () => {
    const { post, comment } = findComment(({ kind }) => kind === "pingback");
    const { article } = openComment(post, comment);
    assert.ok(has(article, ".e-content"));
  });

  test("has a post whose comments are closed, and says so", () => {
    const { document, t } = open(findPost(({ comments }) => comments?.state === "closed"));
    assert.ok(textOf(queryOne(document, "main")).includes(t["thread.closed"]));
  });

  test("has a post with more comments declared than found, and says both numbers", () => {
    const post = findPost(({ comments, thread }) => {
      return (comments?.declared ?? 0) > thread.filter(({ kind }) => kind === undefined).length;
    });
    const text = textOf(queryOne(open(post).document, "main"));
    assert.ok(text.includes(String(post.comments?.declared)), post.id);
  });

  test("has comments without name and without date, and says so", () => {
    const nameless = findComment(({ author, status }) => author === undefined && status === undefined);
    const dateless = findComment(({ date, status }) => date === undefined && status === undefined);
    const noName = openComment(nameless.post, nameless.comment);
    assert.ok(textOf(noName.article).includes(noName.t["comment.nameUnknown"]));
    const noDate = openComment(dateless.post, dateless.comment);
    assert.ok(textOf(noDate.article).includes(noDate.t["comment.dateUnknown"]));
  });

  test("has dates that are a year or a month, shown as no more than that", () => {
    for (const [pattern, datetime] of [
      [/^\d{4}[~?%]?$/, /^\d{4}$/],
      [/^\d{4}-\d{2}[~?%]?$/, /^\d{4}-\d{2}$/],
    ] as const) {
      const inPost = archive.posts.find(({ date }) => pattern.test(date ?? ""));
      const { post, comment } =
        inPost === undefined
          ? findComment(({ date }) => pattern.test(date ?? ""))
          : { post: inPost, comment: undefined };
      const place =
        comment === undefined ? queryOne(open(post).document, ".h-entry") : openComment(post, comment).article;
      assert.match(query(place, "time.dt-published")?.attribs.datetime ?? "", datetime);
    }
  });

  test("has an untitled post, and says so in words", () => {
    const { document, t } = open(findPost(({ title }) => title === undefined));
    assert.equal(textOf(queryOne(document, "h1")), t["post.untitled"]);
  });

  test("has a quotation with its speaker", () => {
    const figures = site.pages().flatMap(({ document }) => queryAll(document, ".e-content figure"));
    const quotations = figures.filter((figure) => query(figure, "blockquote") && query(figure, "figcaption"));
    assert.ok(quotations.length > 0);
  });

  test("has a redacted and a deleted comment that keep their places and say nothing", () => {
    for (const status of ["redacted", "deleted"] as const) {
      const { post, comment } = findComment((record) => record.status === status);
      const { article, t } = openComment(post, comment);
      assert.ok(textOf(article).includes(t[`comment.${status}`]), status);
      assert.equal(textOf(queryOne(article, ".e-content")), "");
    }
  });

  test("has an answer to an unpublished comment, and says so", () => {
    const { post, comment } = findComment(({ parent_state }) => parent_state === "unpublished");
    const { article, t } = openComment(post, comment);
    assert.ok(textOf(article).includes(t["comment.parent.unpublished"]));
  });

  test("has images that it holds, with alternative texts", () => {
    const images = site.pages().flatMap((page) => {
      return queryAll(page.document, ".e-content img, .h-entry figure img").map((image) => ({ page, image }));
    });
    const held = images.filter(({ image }) => /\.(png|jpe?g|webp)$/.test(image.attribs.src ?? ""));
    assert.ok(held.length >= 2, `${held.length} images`);
    for (const { page, image } of held) assert.notEqual(image.attribs.alt ?? "", "", page.file);
  });

  test("tells of five real pages, in both languages, with links to them and no other real blog", () => {
    const pages = [
      "carlhaggerty.wordpress.com",
      "podnosh.com",
      "mjansson.se",
      "lindiop.wordpress.com",
      "gardfjell.blogspot.com",
    ];
    const telling = site.pages().filter(({ document }) => {
      const hrefs = queryAll(document, ".h-entry .e-content a").map(({ attribs }) => attribs.href ?? "");
      return pages.every((host) => hrefs.some((href) => href.includes(host)));
    });
    const languages = telling.map(({ document }) => queryOne(document, "html").attribs.lang);
    assert.deepEqual([...languages].sort(), ["en", "sv"]);
  });
});
