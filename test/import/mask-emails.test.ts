// --mask-emails leaves no e-mail address in anything that an import writes, and counts what it replaced.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { importFiles, readTree } from "./import-files.ts";
import { writeWxr } from "./write-wxr.ts";

const TYPED = "anna@post.example";

test("no field keeps an address", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-mask-"));
  try {
    const items = [
      {
        id: 1,
        title: `Write to ${TYPED}`,
        creator: "eva",
        excerpt: `In short: ${TYPED}`,
        content: `Or ${TYPED}, or anna_b@<span>post.example</span>, or <a href="https://x.example/?to=anna%40post.example">here</a>.`,
        link: `https://blog.example/by/${TYPED}/`,
        meta: { _thumbnail_id: "9" },
        terms: [
          ["post_tag", "a", `Mail ${TYPED}`],
          ["post_tag", "b", "Tea"],
        ] as const,
        comments: [
          { id: 1, author: `Anna, ${TYPED}`, content: `Ask ${TYPED}`, url: `http://x.example/?me=${TYPED}` },
          { id: 2, author: "Bo" },
        ],
      },
      {
        id: 9,
        type: "attachment",
        title: "A picture",
        excerpt: `By ${TYPED}`,
        attachmentUrl: `https://blog.example/${TYPED}/p.png`,
        meta: { _wp_attachment_image_alt: `Photo of ${TYPED}` },
      },
    ];
    const file = join(folder, "blog.xml");
    const title = `The blog of ${TYPED}`;
    writeFileSync(file, writeWxr({ title, items, authors: [[1, "eva", `Eva (${TYPED})`]] }));
    const content = join(folder, "content");
    const [report] = await importFiles([file], content, { lang: "en", maskEmails: true });
    const text = JSON.stringify([readTree(content), report]);
    assert.doesNotMatch(text, /post\.example/);
    const { archive } = await readArchive(content);
    const [post] = archive.posts;
    assert.equal(post?.title, "Write to [e-mail removed]");
    assert.equal(post?.author, "Eva ([e-mail removed])");
    assert.deepEqual(post?.topics, ["Mail [e-mail removed]", "Tea"]);
    assert.equal(post?.source_url, "https://blog.example/by/removed/");
    assert.equal(post?.thread[0]?.author, "Anna, [e-mail removed]");
    assert.equal(archive.settings.title.en, "The blog of [e-mail removed]");
    assert.match(text, /\d+ e-mail addresses in names, titles and other fields were replaced/);
    const before = readTree(content);
    await importFiles([file], content, { lang: "en", maskEmails: true });
    assert.deepEqual(readTree(content), before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
