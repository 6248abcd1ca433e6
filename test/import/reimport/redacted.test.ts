// What `redact` took away stays away, whatever is imported again: texts, their files, the lists, and the words in accounts.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { defaultMediaSettings } from "../../../scripts/import/media/media-settings.ts";
import { runOrdskifteHere } from "../../support/command-line.ts";
import { makeFolder } from "../../support/scratch.ts";
import { findWords } from "../../support/site-words.ts";
import { makePhoto } from "../media/media-blog.ts";
import { writeDisqus } from "../write-disqus.ts";
import type { WxrItemSpec } from "../write-wxr.ts";
import { type Blog, makeBlog } from "./changed-exports.ts";

const UPLOADS = "https://blog.example/wp-content/uploads/2012/03";
const ITEMS: readonly WxrItemSpec[] = [
  {
    id: 1,
    slug: "quokka-morning",
    title: "Quokka morning",
    link: "https://blog.example/2012/03/quokka-morning/",
    // Nothing renders a table in a heading: the account tells what came out differently.
    content: `<p>The quokkabody.</p><img src="${UPLOADS}/quokkapic.png" alt="Q">`,
    comments: [
      { id: 5, author: "Bo Ek", content: "Stays." },
      {
        id: 6,
        parent: 5,
        author: "Numbatia",
        content: `A zebrafink. <a href="https://blog.example/2012/03/two/">There</a>`,
      },
    ],
  },
  {
    id: 2,
    slug: "two",
    title: "Two",
    link: "https://blog.example/2012/03/two/",
    content: `<p>As <a href="https://blog.example/2012/03/quokka-morning/#comment-5">said</a>.</p>`,
    comments: [{ id: 7, content: "On two." }],
  },
  { id: 9, type: "attachment", slug: "quokkapic", attachmentUrl: `${UPLOADS}/quokkapic.png`, parent: 1 },
];
const WORDS = ["quokka", "zebrafink", "numbatia"];

async function redact(blog: Blog, ...args: string[]): Promise<void> {
  const { code, stderr } = await runOrdskifteHere([
    "redact",
    "--content",
    blog.content,
    "--date",
    "2026-11-30",
    "--reason",
    "request",
    ...args,
  ]);
  assert.equal(code, 0, stderr);
}

test("redacted records stay so through two more imports, of the same export and of a newer one, with the blog's files", async () => {
  const blog = makeBlog();
  const uploads = join(makeFolder("uploads"), "2012/03");
  mkdirSync(uploads, { recursive: true });
  writeFileSync(join(uploads, "quokkapic.png"), await makePhoto(1, "png"));
  const media = { ...defaultMediaSettings, paths: [join(uploads, "../..")] };
  await blog.importItems(ITEMS, { media });
  await redact(blog, "2012/quokka-morning");
  await redact(blog, "comment-6");
  assert.deepEqual(findWords(blog.content, WORDS), []);
  const before = blog.tree();
  for (const items of [ITEMS, ITEMS, [...ITEMS, { id: 4, slug: "four", title: "Four" }]]) {
    for (const conflicts of ["keep", "both"] as const) {
      await blog.importItems(items, { media, conflicts });
      assert.deepEqual(findWords(blog.content, WORDS), []);
    }
  }
  const { "posts/2012/four/index.md": _four, ...after } = blog.tree();
  const others = (tree: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(tree).filter(([file]) => !file.startsWith("sources/")));
  assert.deepEqual(others(after), others(before));
  assert.match(after["posts/2012/two/index.md"] ?? "", /\(\.\.\/\.\.\/2012\/removed-1\/index\.md#comment-5\)/);
});

test("deleted records stay away, and the comments that another source brings to them", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  const disqus = blog.write(
    "disqus.xml",
    writeDisqus({
      threads: [
        {
          id: "91",
          link: "https://blog.example/2012/03/quokka-morning/",
          title: "Quokka morning",
          identifier: "1 https://blog.example/?p=1",
        },
      ],
      comments: [{ id: "501", thread: "91", author: "Numbatia", message: "<p>A zebrafink.</p>" }],
    }),
  );
  await redact(blog, "2012/quokka-morning", "--delete");
  const before = blog.tree();
  await blog.importItems(ITEMS);
  await blog.importAll([disqus]);
  await blog.importAll([disqus]);
  const posts = (tree: Readonly<Record<string, string>>) =>
    Object.keys(tree).filter((file) => file.startsWith("posts/"));
  assert.deepEqual(posts(blog.tree()), posts(before));
});

test("a post that stands without its words is known to the service that holds its comments", async () => {
  const blog = makeBlog();
  await blog.importItems(ITEMS);
  const disqus = blog.write(
    "disqus.xml",
    writeDisqus({
      threads: [{ id: "91", link: "https://blog.example/2012/03/quokka-morning/", title: "Quokka morning" }],
      comments: [{ id: "501", thread: "91", author: "Eva", message: "<p>Stays, too.</p>" }],
    }),
  );
  await blog.importAll([disqus]);
  await redact(blog, "2012/quokka-morning");
  const before = blog.tree();
  await blog.importAll([disqus]);
  assert.deepEqual(Object.keys(blog.tree()), Object.keys(before));
});
