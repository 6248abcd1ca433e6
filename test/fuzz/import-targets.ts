// Fuzzing of the importers: exports as each platform writes them, with anything for a text, and damaged on the way.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { InputError } from "../../scripts/import/open-input.ts";
import { renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { findSecrets } from "../hostile/find-secrets.ts";
import { importFiles } from "../import/import-files.ts";
import { type BloggerBlogSpec, writeClassic, writeTakeout } from "../import/write-blogger.ts";
import { writeDisqus } from "../import/write-disqus.ts";
import { writeWxr } from "../import/write-wxr.ts";
import { assertHarmless } from "../markdown/assert-harmless.ts";
import { addressSoup, damage, plainSoup, soup } from "./soup.ts";
import type { FuzzTarget } from "./targets.ts";

/** What the writers of exports put beside the texts, and no archive may hold; whole, also where the file is damaged. */
const SECRETS = [
  "commenter@secret.example",
  "owner@secret.example",
  "agare@mejl.example",
  "192.0.2.77",
  "192.0.2.78",
  "secret-meta-value",
];

/** Several posts with what is in them. */
const posts = fc.array(
  fc.record({
    title: plainSoup,
    name: plainSoup,
    address: addressSoup,
    text: soup,
    date: fc.oneof(fc.constantFrom("2012-03-17 16:27:50", "0000-00-00 00:00:00"), plainSoup),
    comments: fc.array(fc.record({ name: plainSoup, address: addressSoup, text: soup, parent: fc.option(fc.nat(4)) }), {
      maxLength: 4,
    }),
  }),
  { minLength: 1, maxLength: 3 },
);

type Posts = Parameters<Parameters<typeof posts.map>[0]>[0];

const FORMATS: Readonly<Record<string, { readonly file: string; readonly write: (posts: Posts) => string }>> = {
  wordpress: { file: "export.xml", write: writeWordPress },
  "blogger-classic": { file: "blog-01-01-2014.xml", write: (list) => writeClassic(toBlog(list)) },
  "blogger-takeout": { file: "feed.atom", write: (list) => writeTakeout(toBlog(list)) },
  disqus: { file: "disqus.xml", write: writeThreads },
  "saved-page": { file: "page.html", write: writePage },
  "text-capture": { file: "page.txt", write: writeCapture },
};

/** One target for each format. */
export const IMPORT_TARGETS: readonly FuzzTarget[] = Object.entries(FORMATS).map(([name, { file, write }]) => ({
  name: `import-${name}`,
  quick: 6,
  property: fc.asyncProperty(fc.tuple(posts, damage), async ([list, spoil]) =>
    checkImport(file, spoil(Buffer.from(write(list), "utf8"))),
  ) as fc.IRawProperty<unknown>,
}));

/** An export is refused in words, or what is written from it is whole, harmless and tells no secret. */
async function checkImport(file: string, bytes: Buffer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-fuzz-"));
  try {
    const path = join(folder, file);
    const content = join(folder, "content");
    writeFileSync(path, bytes);
    try {
      const reports = await importFiles([path], content);
      for (const { ledger } of reports) assert.ok(ledger.balanced, "the account adds up");
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      assert.ok(!existsSync(content), "what is refused writes nothing");
      return;
    }
    const { archive, problems } = await readArchive(content);
    const errors = [...problems, ...validateArchive(archive)].filter(({ level }) => level === "error");
    assert.deepEqual(errors, [], "an import writes nothing that check calls an error");
    for (const post of archive.posts)
      for (const { body } of [post, ...post.thread]) assertHarmless(renderMarkdown(body, { profile: "comment" }));
    assert.deepEqual(findSecrets(content, SECRETS), []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeWordPress(list: Posts): string {
  return writeWxr({
    authors: [[1, "login", "Name"]],
    items: list.map(({ title, name, text, date, address, comments }, index) => ({
      id: index + 1,
      title,
      creator: index === 0 ? "login" : name,
      content: text,
      slug: title,
      date,
      link: address,
      terms: [["category", "x", name]],
      comments: comments.map((comment, place) => ({
        id: index * 10 + place + 1,
        ...(comment.parent !== null && { parent: index * 10 + comment.parent }),
        author: comment.name,
        url: comment.address,
        content: comment.text,
      })),
    })),
  });
}

function toBlog(list: Posts): BloggerBlogSpec {
  return {
    id: "900100",
    title: list[0]?.title ?? "",
    url: "https://blog.example",
    posts: list.map(({ title, name, text, address, comments }, index) => ({
      id: String(index + 1),
      title,
      author: name,
      uri: address,
      content: text,
      path: `/2011/01/${index}.html`,
      labels: [title],
      comments: comments.map((comment, place) => ({
        id: String(index * 10 + place + 100),
        ...(comment.parent !== null && { parent: String(index * 10 + comment.parent + 100) }),
        author: comment.name,
        uri: comment.address,
        content: comment.text,
      })),
    })),
  };
}

function writeThreads(list: Posts): string {
  return writeDisqus({
    threads: list.map(({ title, address }, index) => ({
      id: String(index + 1),
      link: address,
      title,
      identifier: title,
    })),
    comments: list.flatMap(({ comments }, index) =>
      comments.map((comment, place) => ({
        id: String(index * 10 + place + 1),
        thread: String(index + 1),
        ...(comment.parent !== null && { parent: String(index * 10 + comment.parent + 1) }),
        author: comment.name,
        message: comment.text,
      })),
    ),
  });
}

function writePage(list: Posts): string {
  const [post] = list;
  const comments = list.flatMap((each) => each.comments);
  const items = comments.map(
    ({ name, address, text }, index) =>
      `<li id="comment-${index + 1}" class="comment"><cite class="fn"><a class="url" href="${address}">${name}</a></cite><div class="comment-content">${text}</div></li>`,
  );
  return `<!doctype html><html lang="en"><head><title>${post?.title}</title><link rel="canonical" href="https://page.example/2012/03/one/"><meta name="generator" content="WordPress 3.1"></head>
<body class="single postid-7"><div id="post-7" class="post"><h1 class="entry-title">${post?.title}</h1><div class="entry-content"><p>Words.</p>${post?.text}</div></div>
<ol class="commentlist">${items.join("\n")}</ol></body></html>`;
}

function writeCapture(list: Posts): string {
  const prose = "We went out and looked at the puddles, which were many. ".repeat(20);
  const comments = list.flatMap((post) => post.comments);
  return `${list[0]?.title}\n\n${prose}${list[0]?.text}\n\nPosted in Weather | ${comments.length} Comments\n\n${comments.map(({ name, text }) => `${name}\nMarch 3, 2010 at 9:15 am\n\n${prose}\n${text}\n\nReply\n`).join("\n")}\nLeave a Reply\n`;
}
