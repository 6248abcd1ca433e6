// The sample in content/ shows one of everything that an archive can hold, and is in normal form.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { before, test } from "node:test";
import sharp from "sharp";
import { instantOf, parseEdtf } from "../../scripts/archive/edtf.ts";
import type { Archive, Comment, Post, Problem, Translation } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import {
  serializeComment,
  serializePerson,
  serializePost,
  serializeSource,
} from "../../scripts/archive/record-fields.ts";
import { buildThread } from "../../scripts/archive/thread.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { describeSample, SAMPLE } from "../support/sample.ts";

const EDITORIAL = "2026/five-pages";
const EDITORIAL_LINKS = [
  "http://carlhaggerty.wordpress.com/",
  "http://podnosh.com/blog",
  "http://mjansson.se/",
  "http://lindiop.wordpress.com/",
  "http://gardfjell.blogspot.com/",
];
const MAX_IMAGE_BYTES = 120 * 1024;
/** Where the invented blogs are kept; a date's offset is that of the zone on that day. */
const ZONES = ["Europe/London", "Europe/Stockholm"];

let archive: Archive;
let problems: readonly Problem[];
let records: readonly Post[];
let posts: readonly Post[];
let pages: readonly Post[];
let comments: readonly Comment[];
let texts: readonly (Post | Translation | Comment)[];

const isInState = (post: Post, state: string) => post.comments?.state === state;
const isUnder = (language: string) => (post: Post) => post.lang === language;
const hasDate = (pattern: RegExp) => (record: { date?: string }) => pattern.test(record.date ?? "");
const isPublished = (comment: Comment) => comment.status === undefined && comment.kind === undefined;
const hasReply = (comment: Comment) => comments.some((other) => other.parent === comment.id);

/** What the sample must show, and whether it does. */
const FEATURES: Readonly<Record<string, () => boolean>> = {
  "14 posts": () => posts.length >= 14,
  "6 posts in English": () => posts.filter(isUnder("en")).length >= 6,
  "6 posts in Swedish": () => posts.filter(isUnder("sv")).length >= 6,
  "75 comments": () => comments.length >= 75,
  "posts from 2007 and from 2014": () => posts.some(hasDate(/^2007/)) && posts.some(hasDate(/^2014/)),
  "a thread 11 comments deep": () => posts.some((post) => buildThread(post.thread).some(({ depth }) => depth >= 10)),
  "a person under two names": () => archive.people.some(({ names }) => names !== undefined),
  "a pingback": () => comments.some(({ kind }) => kind === "pingback"),
  "a trackback": () => comments.some(({ kind }) => kind === "trackback"),
  "closed comments below a thread": () => posts.some((post) => isInState(post, "closed") && post.thread.length > 0),
  "open comments, and unknown": () =>
    posts.some((post) => isInState(post, "open")) && posts.some((post) => isInState(post, "unknown")),
  "more comments declared than found": () => posts.some((post) => (post.comments?.declared ?? 0) > post.thread.length),
  "a comment without a name": () =>
    comments.some((c) => isPublished(c) && c.author === undefined && c.date !== undefined),
  "a comment without a date": () =>
    comments.some((c) => isPublished(c) && c.author !== undefined && c.date === undefined),
  "a comment without both": () =>
    comments.some((c) => isPublished(c) && c.author === undefined && c.date === undefined),
  "a year-only date": () => posts.some(hasDate(/^\d{4}$/)),
  "a month-only date": () => posts.some(hasDate(/^\d{4}-\d{2}$/)),
  "an approximate date": () => posts.some(hasDate(/~$/)),
  "an undated post": () => posts.some((post) => post.id.startsWith("undated/") && post.date === undefined),
  "an untitled post": () =>
    posts.some((post) => post.title === undefined && basename(post.id) === `untitled-${post.source_id}`),
  "a quotation with its speaker": () => posts.some(({ body }) => /^>\n> — .+, .+, \[.+\]\(https:/m.test(body)),
  "a translation by hand": () => posts.some((post) => post.translations.some(({ lang }) => lang === "sv")),
  "a translation that is a post of its own": () =>
    posts.some((post) => records.some(({ id, lang }) => id === post.translation_of && lang !== post.lang)),
  "a redacted comment with replies": () => comments.some((c) => c.status === "redacted" && hasReply(c)),
  "a deleted comment with replies": () => comments.some((c) => c.status === "deleted" && hasReply(c)),
  "replies to comments that are not here": () =>
    ["unpublished", "deleted", "missing"].every((state) => comments.some((c) => c.parent_state === state)),
  "a Swedish comment in an English thread": () =>
    posts.some(
      (post) => post.lang === "en" && post.thread.some(({ lang, kind }) => lang === "sv" && kind === undefined),
    ),
  "an English comment in a Swedish thread": () =>
    posts.some((post) => post.lang === "sv" && post.thread.some(({ lang }) => lang === "en")),
  "comments by the post's author": () => comments.some((c) => c.by_post_author === true),
  "a featured image with alt text": () =>
    posts.some((post) => post.image !== undefined && post.image_alt !== undefined && post.image_caption !== undefined),
  "images in texts": () => posts.some(({ body }) => /^!\[.+\]\(/m.test(body)),
  "a table and code": () =>
    posts.some(({ body }) => /^\|---/m.test(body)) && posts.some(({ body }) => /^```/m.test(body)),
  "a page in each language": () => pages.some(isUnder("en")) && pages.some(isUnder("sv")),
  "a page with comments": () => pages.some((page) => page.thread.length > 0),
  "an excerpt and an update": () =>
    posts.some((post) => post.excerpt !== undefined) && posts.some((post) => post.updated !== undefined),
};

describeSample("the sample in content/", () => {
  before(async () => {
    ({ archive, problems } = await readArchive(SAMPLE));
    records = archive.posts;
    posts = records.filter((post) => post.type === "post" && post.id !== EDITORIAL);
    pages = records.filter((post) => post.type === "page");
    comments = records.flatMap((post) => post.thread);
    texts = [...records, ...records.flatMap((post) => post.translations), ...comments];
  });

  for (const [feature, isShown] of Object.entries(FEATURES)) {
    test(`the sample shows: ${feature}`, () => assert.ok(isShown()));
  }

  test("the sample is read and checked without a problem", () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(validateArchive(archive), []);
  });

  test("every file of the sample is in normal form", () => {
    for (const post of records) {
      assert.equal(serializePost(post, post.body, post.extra), read(post.file));
      for (const t of post.translations) assert.equal(serializePost(t, t.body, t.extra), read(t.file));
      for (const c of post.thread) assert.equal(serializeComment(c, c.body, c.extra), read(c.file));
    }
    for (const s of archive.sources) assert.equal(serializeSource(s, s.body, s.extra), read(s.file));
    for (const p of archive.people) assert.equal(serializePerson(p, p.body, p.extra), read(p.file));
  });

  test("every record of the sample says where it comes from", () => {
    assert.deepEqual(
      archive.sources.map(({ id }) => id),
      ["sample"],
    );
    for (const record of texts) {
      assert.equal(record.source, "sample", record.file);
      assert.equal(record.imported, undefined, record.file);
    }
    for (const record of [...records, ...comments]) {
      assert.ok(record.source_id, record.file);
      assert.match(record.source_url ?? "", /^https:\/\/ordskifte\.example\//, record.file);
    }
  });

  test("comments of the sample have unique ids, parents and plausible times", () => {
    assert.equal(new Set(comments.map(({ id }) => id)).size, comments.length);
    for (const post of records) {
      const byId = new Map(post.thread.map((comment) => [comment.id, comment]));
      for (const { file, parent, parent_state, date } of post.thread) {
        const isKnown = parent === undefined || byId.has(parent);
        assert.equal(parent_state === undefined, isKnown, `${file}: parent_state stands where the parent does not`);
        const before = (parent === undefined ? undefined : byId.get(parent)?.date) ?? post.date;
        if (date !== undefined && before !== undefined) assert.ok(instant(date) >= instant(before), file);
      }
    }
    for (const { file, date } of texts.flatMap((text) => [
      text,
      ...("updated" in text ? [{ ...text, date: text.updated }] : []),
    ])) {
      if (date !== undefined) assert.ok(hasLocalOffset(date), `${file}: ${date}`);
    }
  });

  test("links and pictures of the sample lead somewhere", async () => {
    for (const { file, body } of [...texts, ...archive.sources]) {
      for (const [, target = ""] of body.matchAll(/\]\(([^)\s]+)/g)) {
        if (!/^https?:/.test(target)) assert.ok(existsSync(join(SAMPLE, dirname(file), target)), `${file}: ${target}`);
      }
    }
    const images = records.flatMap((post) => post.attachments.map((name) => join(SAMPLE, dirname(post.file), name)));
    assert.ok(images.length >= 3);
    for (const image of images) {
      assert.ok(statSync(image).size < MAX_IMAGE_BYTES, image);
      assert.equal((await sharp(image).metadata()).width, 1200, image);
    }
  });

  test("nobody can be written to or rung up through the sample", () => {
    for (const { file } of [...texts, ...archive.sources]) {
      assert.doesNotMatch(read(file), /[\w.+-]+@[\w-]+\.\w|\+\d{2}[\s\d]{7,}|\b0\d{1,4}[- ]\d{3}/, file);
    }
  });

  test("the editorial stands in both languages and links to its five pages", () => {
    const editorial = records.find(({ id }) => id === EDITORIAL);
    assert.ok(editorial);
    const swedish = editorial.translations.find(({ lang }) => lang === "sv");
    for (const { body } of [editorial, swedish ?? { body: "" }]) {
      for (const link of EDITORIAL_LINKS) assert.ok(body.includes(`](${link})`), link);
    }
  });
});

function read(file: string): string {
  return readFileSync(join(SAMPLE, file), "utf8");
}

function instant(date: string): number {
  const ms = instantOf(date);
  assert.ok(ms !== undefined, date);
  return ms;
}

// True for mere dates, and for times with the offset that one of the zones had then: summer time is right.
function hasLocalOffset(date: string): boolean {
  const parsed = parseEdtf(date);
  if (parsed === undefined) return false;
  if (parsed.hour === undefined) return true;
  const offsets = ZONES.map((timeZone) =>
    new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).format(instant(date)).replace(/.*GMT/, ""),
  );
  return offsets.some((offset) => date.endsWith(offset === "" ? "+00:00" : offset));
}
