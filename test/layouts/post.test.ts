// A post and its thread: what is known is shown, what is unknown is said, nobody's words move to somebody else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { has, parseHtml, queryAll, queryOne, textOf } from "../support/dom.ts";
import { createCommentView, createContext, createPostView, createThread, drawPage, POST } from "./samples.ts";

const drawPost = async (changes: Parameters<typeof createPostView>[0] = {}, language: "en" | "sv" = "en") =>
  parseHtml(await drawPage("post", createPostView(changes), createContext(language)));

test("a post is an h-entry with title, author, date and text, each in its language", async () => {
  const document = await drawPost({ lang: "sv" });
  const entry = queryOne(document, "article.h-entry");
  assert.equal(textOf(queryOne(entry, "h1.p-name")), "Salt & väg");
  assert.equal(queryOne(entry, "h1").attribs.lang, "sv");
  assert.equal(textOf(queryOne(entry, ".post-header .p-author")), "Ylva Gryning");
  assert.equal(queryOne(entry, ".post-header time.dt-published").attribs.datetime, "2011-01-19T10:12:00+01:00");
  assert.equal(textOf(queryOne(entry, ".post-header time")), "19 January 2011, 10:12 (UTC+1)");
  assert.equal(queryAll(entry, ".e-content")[0]?.attribs.lang, "sv");
});

test("what is unknown is said in words, and is no microformat", async () => {
  const { title: _, date: __, author: ___, ...post } = POST;
  const { author: ____, ...view } = createPostView({ post, text: post });
  const document = parseHtml(await drawPage("post", view, createContext("sv")));
  const header = queryOne(document, "header.post-header");
  assert.match(textOf(header), /Utan rubrik/);
  assert.match(textOf(header), /Skribentens namn finns inte i källan/);
  assert.match(textOf(header), /Okänt datum/);
  assert.equal(has(header, ".p-name, .p-author, time"), false);
});

test("the heading counts the comments, and the ledger line says what is missing", async () => {
  const thread = queryOne(await drawPost(), "section.thread");
  assert.equal(textOf(queryOne(thread, "h2")), "6 comments");
  assert.match(textOf(thread), /8 comments declared by the source, 6 found\. Comments are closed\./);
  const none = await drawPost({ thread: { state: "unknown", removed: 0, found: 0, comments: [], pings: [] } });
  assert.match(textOf(queryOne(none, "section.thread")), /No comments\./);
  const full = await drawPost({ thread: createThread({ declared: 6 }) });
  assert.doesNotMatch(textOf(queryOne(full, "section.thread")), /declared/);
});

test("every comment is an article with its id, its own text and language", async () => {
  const document = await drawPost();
  const comments = queryAll(document, "article.h-cite");
  assert.equal(comments.length, 18);
  for (const comment of comments) {
    assert.ok(comment.attribs.id);
    assert.equal(queryAll(comment, ".e-content").length, 1);
  }
  assert.equal(queryOne(document, "#comment-2 .e-content").attribs.lang, "sv");
  assert.equal(queryOne(document, "#comment-1 .e-content").attribs.lang, "en");
});

test("a comment names its speaker, dates itself and is its own permalink", async () => {
  const document = await drawPost();
  const first = queryOne(document, "#comment-1");
  assert.equal(textOf(queryOne(first, "h3 a.p-author")), "Åsa Öberg");
  assert.equal(queryOne(first, "h3 a").attribs.rel, "nofollow ugc noopener");
  assert.equal(queryOne(first, "a.u-url").attribs.href, "#comment-1");
  assert.equal(textOf(queryOne(first, "time")), "20 January 2011");
  assert.match(textOf(queryOne(document, "#comment-2")), /Author of the post/);
  const unknown = queryOne(document, "#comment-4");
  assert.match(textOf(unknown), /Name not in the source/);
  assert.match(textOf(unknown), /Date unknown/);
  assert.match(textOf(unknown), /Answers a comment that is not public\./);
});

test("only addresses of the web become links", async () => {
  const mallory = queryOne(await drawPost(), "#comment-3");
  assert.equal(has(mallory, "h3 a"), false);
  assert.equal(textOf(queryOne(mallory, "h3")), "Mallory");
});

test("redacted and deleted comments keep their place and say nothing else", async () => {
  const document = await drawPost({}, "sv");
  const redacted = queryOne(document, "#comment-5");
  assert.match(textOf(redacted), /Borttagen kommentar/);
  assert.equal(textOf(queryOne(redacted, ".e-content")), "");
  assert.match(textOf(queryOne(document, "#comment-7")), /Raderad kommentar/);
  assert.match(textOf(queryOne(document, "#comment-6")), /svar till en borttagen kommentar/);
});

test("replies nest in lists within the item of what they answer, to eight levels", async () => {
  const document = await drawPost();
  const depthOf = (id: string): number => {
    let depth = 0;
    for (let node = queryOne(document, `#${id}`).parent; node; node = node.parent) {
      if ("name" in node && node.name === "ol") depth += 1;
    }
    return depth;
  };
  const depths = Array.from({ length: 10 }, (_, index) => depthOf(`chain-${index}`));
  assert.deepEqual(depths, [1, 2, 3, 4, 5, 6, 7, 8, 8, 8]);
  const last = queryOne(document, "#chain-9");
  assert.match(textOf(last), /in reply to Speaker 8/);
  assert.equal(queryOne(last, "a.u-in-reply-to").attribs.href, "#chain-8");
  for (const branch of queryAll(document, "details.branch")) assert.ok("open" in branch.attribs);
  assert.equal(textOf(queryAll(document, "details.branch summary")[1] ?? document), "9 replies to Speaker 0");
});

test("pingbacks stand apart", async () => {
  const pings = queryOne(await drawPost(), "section.pings");
  assert.equal(textOf(queryOne(pings, "article.h-cite#comment-8 a.p-author")), "Elsewhere");
});

test("scripts are told who said what, and nothing that was not said", async () => {
  const document = await drawPost({ lang: "sv" });
  assert.equal(queryOne(document, "#comment-1").attribs["data-said"], "2011-01-20||Åsa Öberg");
  assert.equal(queryOne(document, "#comment-5").attribs["data-said"], undefined);
});

test("an image that is not held is a placeholder with its old address as a link", async () => {
  const address = "http://snowblog.example/salt.jpg";
  const document = await drawPost({ image: { path: address, isHeld: false, alt: "A gritter", caption: "Night." } });
  const figure = queryOne(document, "figure.post-image");
  assert.equal(queryOne(figure, "img").attribs.src, "/assets/image-not-held.svg");
  assert.equal(queryOne(figure, "a").attribs.href, address);
  const shown = queryAll(figure, "[data-words]").map(({ attribs }) => attribs["data-words"]);
  assert.deepEqual(shown, ["Image not held", "A gritter", address]);
  assert.equal(textOf(figure).trim(), "Night.", "the words of the box are nobody's to quote");
});

test("a translation leads to the original and its thread", async () => {
  const text = { ...POST, lang: "sv", title: "Salt och väg", file: "posts/2011/salt/index.sv.md" };
  const { thread: _, ...view } = createPostView({
    text,
    lang: "sv",
    translations: [{ label: "Salt & väg", path: "/en/2011/salt/", lang: "en", isOriginal: true }],
  });
  const document = parseHtml(await drawPage("post", view, createContext("sv")));
  assert.equal(textOf(queryOne(document, "h1")), "Salt och väg");
  assert.equal(queryOne(document, ".translation-note a").attribs.href, "/en/2011/salt/#comments");
  assert.equal(has(document, "section.thread"), false);
});

test("a draft says that it is one", async () => {
  const post = { ...POST, status: "draft" as const };
  assert.match(textOf(queryOne(await drawPost({ post, text: post }), ".status-mark")), /Draft/);
});

test("a comment without words says so", async () => {
  const thread = createThread({ comments: [createCommentView({ id: "comment-9" }, { html: "" })] });
  assert.match(textOf(queryOne(await drawPost({ thread }), "#comment-9")), /no text in the source/);
});

test("a source without a page of its own is named beside the neighbours, not linked", async () => {
  const older = { label: "Before", path: "/en/2010/before/" };
  const source = { label: "Snow", path: "" };
  const row = queryOne(await drawPost({ older, inSource: { older }, source }), ".neighbours-source");
  assert.equal(textOf(row), "From Snow");
  assert.equal(has(row, "a"), false);
});
