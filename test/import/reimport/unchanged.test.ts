// The same import again writes nothing at all: no byte changes, and no file gets a new time.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { ImportOptions } from "../../../scripts/import/importer.ts";
import { InputError } from "../../../scripts/import/open-input.ts";
import { runOnFailingDisk } from "../../support/failing-disk.ts";
import { BLOG } from "../blogger-blog.ts";
import { writeClassic, writeTakeout } from "../write-blogger.ts";
import { writeDisqus } from "../write-disqus.ts";
import { type WxrItemSpec, writeWxr } from "../write-wxr.ts";
import { type Blog, makeBlog } from "./changed-exports.ts";
import { writePage } from "./write-page.ts";

const ITEMS: readonly WxrItemSpec[] = [
  {
    id: 1,
    slug: "one",
    link: "https://blog.example/2012/03/one/",
    title: 'Quotes " and # signs: a *title*',
    content: "Write to eva@post.example, or see <a href='https://blog.example/2012/03/two/'>the next</a>.",
    terms: [["category", "tea", "Tea & biscuits"]],
    comments: [{ id: 5 }, { id: 6, parent: 5, content: "Or anna@post.example" }, { id: 7, approved: "spam" }],
  },
  { id: 2, slug: "two", link: "https://blog.example/2012/03/two/", dateGmt: "0000-00-00 00:00:00" },
  { id: 3, slug: "about", type: "page", link: "https://blog.example/about/" },
  { id: 4, slug: "draft", status: "draft" },
  { id: 5, slug: "event", type: "event" },
];
const DISQUS = writeDisqus({
  threads: [{ id: "91", link: "https://blog.example/2012/03/one/" }],
  comments: [
    { id: "1", thread: "91", message: "Over there." },
    { id: "2", thread: "91", parent: "1", message: "And there." },
  ],
});
const WXR = writeWxr({ items: ITEMS });
const PARTS = [writeWxr({ items: ITEMS.slice(0, 2) }), writeWxr({ items: ITEMS.slice(1) })];
const TYPES = { drafts: true, private: true, pending: true, future: true, types: new Set(["event"]) };

const cases: Readonly<Record<string, readonly [texts: readonly string[], options?: Partial<ImportOptions>]>> = {
  "a WordPress export": [[WXR]],
  "with --mask-emails": [[WXR], { maskEmails: true }],
  "with --include": [[WXR], { include: TYPES }],
  "with --timezone": [[WXR], { timezone: "Europe/Stockholm" }],
  "with languages detected": [[WXR], { lang: "auto" }],
  "several files": [PARTS],
  "Disqus merged into its blog": [[WXR, DISQUS]],
  "a saved page and the export of its blog": [[WXR, writePage({ number: 1 })]],
  "a saved page without a number and the export of its blog": [[WXR, writePage({})]],
  "Blogger's classic export": [[writeClassic(BLOG)]],
  "Blogger's Takeout": [[writeTakeout(BLOG)], { baseUrl: `${BLOG.url}/` }],
  "both exports of Blogger": [[writeClassic(BLOG), writeTakeout(BLOG)]],
};

for (const [name, [texts, options]] of Object.entries(cases)) {
  test(`again: ${name}`, async () => {
    const blog = makeBlog();
    const files = texts.map((text, index) => blog.write(`${index}${text.startsWith("<!") ? ".html" : ".xml"}`, text));
    await expectSilence(blog, files, options);
  });
}

const SAMPLES = process.env.SAMPLE_EXPORTS;

test("again: each of the sample exports", { skip: SAMPLES ? false : "SAMPLE_EXPORTS names no folder" }, async () => {
  const folder = SAMPLES ?? "";
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".xml"))) {
    await expectSilence(makeBlog(), [join(folder, name)]).catch((error: unknown) => {
      // Some samples are made to be refused.
      if (!(error instanceof InputError)) throw error;
    });
  }
});

async function expectSilence(
  blog: Blog,
  files: readonly string[],
  options: Partial<ImportOptions> = {},
): Promise<void> {
  await blog.importAll(files, options);
  const before = blog.tree();
  const times = listTimes(blog.content);
  const { result, error, changes } = await runOnFailingDisk(() => blog.importAll(files, options));
  assert.equal(error, undefined);
  for (const { posts, comments, kept, returned } of result ?? []) {
    assert.deepEqual([posts.new, posts.updated, comments.new, comments.updated], [0, 0, 0, 0]);
    assert.deepEqual([kept, returned], [[], []]);
  }
  assert.deepEqual(blog.tree(), before);
  assert.deepEqual(listTimes(blog.content), times);
  // A folder for comments is asked for, and stands.
  assert.ok(changes <= Object.keys(before).length, `${changes} changes`);
}

function listTimes(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => `${path} ${statSync(join(folder, path)).mtimeMs} ${statSync(join(folder, path)).ino}`);
}
