// Leads links inside texts to the records that they meant, whatever form they had, in whatever order things are imported.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { makeFolder } from "../support/scratch.ts";
import { importFiles, readTree } from "./import-files.ts";
import { writeClassic } from "./write-blogger.ts";
import { type WxrItemSpec, type WxrSpec, writeWxr } from "./write-wxr.ts";

const BLOG = "http://blog.example";
const DATE = "2011-03-17 16:27:50";

// Everything that a post may say of post 2, `/2011/03/second-post/`, and where it leads now.
const FORMS: readonly (readonly [name: string, html: string, markdown: string])[] = [
  ["permalink", `<a href="${BLOG}/2011/03/second-post/">a</a>`, "[a](../../2011/second-post/index.md)"],
  ["no slash", `<a href="${BLOG}/2011/03/second-post">b</a>`, "[b](../../2011/second-post/index.md)"],
  [
    "https, www",
    `<a href="https://www.BLOG.example/2011/03/second-post/">c</a>`,
    "[c](../../2011/second-post/index.md)",
  ],
  ["without scheme", `<a href="//blog.example/2011/03/second-post/">d</a>`, "[d](../../2011/second-post/index.md)"],
  ["from the root", `<a href="/2011/03/second-post/">e</a>`, "[e](../../2011/second-post/index.md)"],
  ["relative", `<a href="../second-post/">f</a>`, "[f](../../2011/second-post/index.md)"],
  ["by number", `<a href="${BLOG}/?p=2">g</a>`, "[g](../../2011/second-post/index.md)"],
  ["by number, index.php", `<a href="${BLOG}/index.php?p=2">h</a>`, "[h](../../2011/second-post/index.md)"],
  [
    "counted",
    `<a href="${BLOG}/2011/03/second-post/?utm_source=x&amp;fbclid=y">i</a>`,
    "[i](../../2011/second-post/index.md)",
  ],
  [
    "comment",
    `<a href="${BLOG}/2011/03/second-post/#comment-21">j</a>`,
    "[j](../../2011/second-post/index.md#comment-21)",
  ],
  [
    "comment page",
    `<a href="${BLOG}/2011/03/second-post/comment-page-2/#comment-21">k</a>`,
    "[k](../../2011/second-post/index.md#comment-21)",
  ],
  [
    "comment by number",
    `<a href="${BLOG}/?p=2&amp;cpage=1#comment-21">l</a>`,
    "[l](../../2011/second-post/index.md#comment-21)",
  ],
  [
    "reply form",
    `<a href="${BLOG}/2011/03/second-post/?replytocom=21#respond">m</a>`,
    "[m](../../2011/second-post/index.md#comment-21)",
  ],
  ["more", `<a href="${BLOG}/2011/03/second-post/#more-2">n</a>`, "[n](../../2011/second-post/index.md)"],
  ["amp", `<a href="${BLOG}/2011/03/second-post/amp/">o</a>`, "[o](../../2011/second-post/index.md)"],
  ["feed", `<a href="${BLOG}/2011/03/second-post/feed/">p</a>`, "[p](../../2011/second-post/index.md)"],
  ["capitals", `<a href="${BLOG}/2011/03/Second-Post/">q</a>`, "[q](../../2011/second-post/index.md)"],
  ["second half", `<a href="${BLOG}/2011/03/second-post/2/">r</a>`, "[r](../../2011/second-post/index.md)"],
  ["page", `<a href="${BLOG}/about-us/">s</a>`, "[s](../../../pages/about-us/index.md)"],
  ["page by number", `<a href="${BLOG}/?page_id=3">t</a>`, "[t](../../../pages/about-us/index.md)"],
  ["attachment page", `<a href="${BLOG}/2011/03/second-post/map/">u</a>`, "[u](../../2011/second-post/index.md)"],
  ["attachment by number", `<a href="${BLOG}/?attachment_id=4">v</a>`, "[v](../../2011/second-post/index.md)"],
  ["other script", `<a href="${BLOG}/2011/03/%E6%97%A5%e6%9c%ac/">w</a>`, "[w](../../2011/日本/index.md)"],
  [
    "its own text",
    `<a href="${BLOG}/2011/03/second-post/">${BLOG}/2011/03/second-post/</a>`,
    `[${BLOG}/2011/03/second-post/](../../2011/second-post/index.md)`,
  ],
  ["typed", `${BLOG}/?p=2 `, `[${BLOG}/?p=2](../../2011/second-post/index.md)`],
  ["itself", `<a href="${BLOG}/2011/03/first-post/#comment-11">x</a>`, "[x](index.md#comment-11)"],
  [
    "footnote",
    `<a href="${BLOG}/2011/03/first-post/#fn-1">1</a> <a id="fn-1"></a>note`,
    '[1](#fn-1)<a id="fn-1"></a> note',
  ],
  ["draft", `<a href="${BLOG}/?p=9">y</a>`, `[y](${BLOG}/?p=9)`],
  ["home", `<a href="${BLOG}/">z</a>`, `[z](${BLOG}/)`],
  ["category", `<a href="${BLOG}/category/x/">aa</a>`, `[aa](${BLOG}/category/x/)`],
  [
    "elsewhere",
    `<a href="http://other.example/2011/03/second-post/">bb</a>`,
    "[bb](http://other.example/2011/03/second-post/)",
  ],
  ["in code", `<code>${BLOG}/?p=2</code>`, `\`${BLOG}/?p=2\``],
];

const BLOG_A: WxrSpec = {
  link: BLOG,
  items: [
    {
      ...post(1, "first-post", `${FORMS.map(([name, html]) => `${name}: ${html}`).join("\n\n")}`),
      excerpt: `See <a href="${BLOG}/?p=2">it</a>`,
      comments: [
        { id: 11, content: `Look at ${BLOG}/2011/03/second-post/#comment-21 and <a href="${BLOG}/?p=1">up</a>` },
      ],
    },
    { ...post(2, "second-post", "Words."), comments: [{ id: 21, content: `Back to ${BLOG}/?p=1#comment-11` }] },
    { ...post(3, "about-us", `<a href="${BLOG}/?p=2">post</a>`), type: "page", link: `${BLOG}/about-us/` },
    {
      ...post(4, "map", ""),
      type: "attachment",
      status: "inherit",
      parent: 2,
      link: `${BLOG}/2011/03/second-post/map/`,
      attachmentUrl: `${BLOG}/wp-content/uploads/map.png`,
    },
    { ...post(5, "%e6%97%a5%e6%9c%ac", "Words."), link: `${BLOG}/2011/03/%e6%97%a5%e6%9c%ac/` },
    { ...post(9, "draft", "Words."), status: "draft", link: `${BLOG}/?p=9` },
  ],
};

const BLOG_B = {
  id: "77",
  title: "B",
  url: "http://other.blogspot.com",
  posts: [
    {
      id: "7701",
      path: "/2011/03/theirs.html",
      date: "2011-03-20T10:00:00.000+01:00",
      content: `<a href="${BLOG}/2011/03/second-post/">to A</a> <a href="http://other.blogspot.se/2011/03/theirs.html?m=1&showComment=1300000000000#c7702">own</a>`,
      comments: [{ id: "7702", content: `<a href="${BLOG}/?p=1#comment-11">A</a>` }],
    },
  ],
};

function post(id: number, slug: string, content: string): WxrItemSpec {
  return { id, slug, content, date: DATE, link: `${BLOG}/2011/03/${slug}/` };
}

function write(name: string, text: string): string {
  const path = join(makeFolder("links"), name);
  writeFileSync(path, text);
  return path;
}

const read = (content: string, file: string): string => readFileSync(join(content, file), "utf8");

describe("links inside texts", () => {
  const a = write("a.xml", writeWxr(BLOG_A));
  const b = write("b.xml", writeClassic(BLOG_B));

  test("lead to the records that they meant", async () => {
    const content = makeFolder("links");
    const [report] = await importFiles([a], content);
    const text = read(content, "posts/2011/first-post/index.md");
    for (const [name, , markdown] of FORMS) {
      const line = text.split("\n").find((other) => other.startsWith(`${name}: `));
      assert.equal(line?.replace(/\\$/, "").trimEnd(), `${name}: ${markdown}`);
    }
    assert.match(text, /^excerpt: "See \[it\]\(\.\.\/\.\.\/2011\/second-post\/index\.md\)"$/m);
    const comment = read(content, "posts/2011/first-post/comments/comment-11.md");
    assert.match(
      comment,
      /\]\(\.\.\/\.\.\/\.\.\/2011\/second-post\/index\.md#comment-21\) and \[up\]\(\.\.\/index\.md\)/,
    );
    assert.match(
      read(content, "pages/about-us/index.md"),
      /\[post\]\(\.\.\/\.\.\/posts\/2011\/second-post\/index\.md\)/,
    );
    assert.deepEqual(report?.ledger.links, {
      rewritten: 32,
      unresolved: 1,
      ambiguous: 0,
      lists: 2,
      files: 0,
      examples: [{ item: "2011/first-post", address: `${BLOG}/?p=9` }],
    });
    const list = read(content, "sources/blog-example.links.csv");
    assert.match(list, /^file,old,new\n/);
    assert.ok(
      list.includes("posts/2011/first-post/comments/comment-11.md,http://blog.example/?p=1,../index.md\n"),
      list,
    );
    assert.ok(
      list.includes("posts/2011/first-post/index.md,http://blog.example/?p=2,../../2011/second-post/index.md\n"),
    );
  });

  test("are the same after a second import", async () => {
    const content = makeFolder("links");
    await importFiles([a], content);
    const before = readTree(content);
    const [again] = await importFiles([a], content);
    assert.deepEqual(readTree(content), before);
    assert.deepEqual(again?.posts, { new: 0, updated: 0, unchanged: 4 });
    assert.equal(again?.comments.updated, 0);
  });

  test("lead from blog to blog, whichever was imported first", async () => {
    const [ab, ba] = [makeFolder("links"), makeFolder("links")];
    await importFiles([a], ab);
    await importFiles([b], ab);
    await importFiles([b], ba);
    await importFiles([a], ba);
    const theirs = read(ab, "posts/2011/theirs/index.md");
    assert.match(theirs, /\[to A\]\(\.\.\/\.\.\/2011\/second-post\/index\.md\) \[own\]\(index\.md#c7702\)/);
    assert.match(
      read(ab, "posts/2011/theirs/comments/c7702.md"),
      /\[A\]\(\.\.\/\.\.\/\.\.\/2011\/first-post\/index\.md#comment-11\)/,
    );
    // The site's name is that of the first.
    const ofRecords = (folder: string) => ({ ...readTree(folder), "site.json": "" });
    assert.deepEqual(ofRecords(ba), ofRecords(ab));
    const before = readTree(ab);
    await importFiles([a, b], ab);
    assert.deepEqual(readTree(ab), before);
    assert.ok(
      read(ab, "sources/other-blogspot-com.links.csv").includes("http://other.blogspot.se/2011/03/theirs.html?m=1"),
    );
  });

  test("of an earlier part of a blog lead to what a later one brings", async () => {
    const [whole, parts] = [makeFolder("links"), makeFolder("links")];
    await importFiles([a], whole);
    const { items } = BLOG_A;
    await importFiles([write("1.xml", writeWxr({ ...BLOG_A, items: items.slice(0, 1) }))], parts);
    assert.match(read(parts, "posts/2011/first-post/index.md"), /^permalink: \[a\]\(http:/m);
    await importFiles([write("2.xml", writeWxr({ ...BLOG_A, items: items.slice(1) }))], parts);
    for (const file of [
      "posts/2011/second-post/comments/comment-21.md",
      "posts/2011/first-post/comments/comment-11.md",
    ])
      assert.equal(read(parts, file), read(whole, file), file);
    assert.match(read(parts, "posts/2011/first-post/index.md"), /^permalink: \[a\]\(\.\.\/\.\./m);
    await importFiles([a], parts);
    const [first, second] = [readTree(parts), readTree(whole)];
    for (const file of Object.keys(second))
      if (!file.endsWith("-example.md")) assert.equal(first[file], second[file], file);
  });

  test("stay as they were where a person edited the file, or took the comment away", async () => {
    const content = makeFolder("links");
    await importFiles([write("1.xml", writeWxr({ ...BLOG_A, items: BLOG_A.items.slice(0, 1) }))], content);
    const path = "posts/2011/first-post/index.md";
    const edited = read(content, path).replace("permalink: ", "permalink, edited: ");
    writeFileSync(join(content, path), edited);
    const comment = "posts/2011/first-post/comments/comment-11.md";
    writeFileSync(
      join(content, comment),
      '---\nid: "comment-11"\nstatus: "redacted"\nsource: "blog-example"\nsource_id: "11"\n---\n',
    );
    const [, report] = [await importFiles([a], content), (await importFiles([a], content))[0]];
    assert.equal(read(content, path), edited);
    assert.match(read(content, comment), /^---\nid: "comment-11"\nstatus: "redacted"/);
    assert.ok(!read(content, "sources/blog-example.links.csv").includes("comment-11.md"));
    assert.deepEqual(report?.conflicts, []);
  });

  test("to an address that two records claim stay, and both are named", async () => {
    const items = [
      post(1, "one", `<a href="${BLOG}/2011/03/same/">x</a> <a href="${BLOG}/?p=2">y</a>`),
      { ...post(2, "same", "One."), title: "One" },
      { ...post(3, "same-too", "Two."), title: "Two", link: `${BLOG}/2011/03/same/` },
    ];
    const content = makeFolder("links");
    const file = write("c.xml", writeWxr({ link: BLOG, items }));
    const [report] = await importFiles([file], content);
    assert.match(
      read(content, "posts/2011/one/index.md"),
      /\[x\]\(http:\/\/blog\.example\/2011\/03\/same\/\) \[y\]\(\.\.\/\.\.\/2011\/same\/index\.md\)/,
    );
    const note = report?.notes.find(({ item }) => item === "blog.example/2011/03/same");
    assert.match(note?.what ?? "", /2011\/same, 2011\/same-too/);
    assert.equal(report?.ledger.links?.ambiguous, 1);
    const before = readTree(content);
    await importFiles([file], content);
    assert.deepEqual(readTree(content), before);
  });

  test("go back to what they were when another blog's record claims the address, too", async () => {
    const content = makeFolder("links");
    await importFiles([a], content);
    const text = read(content, "posts/2011/first-post/index.md");
    mkdirSync(join(content, "posts/2011/by-hand"));
    writeFileSync(
      join(content, "posts/2011/by-hand/index.md"),
      `---\nsource_url: "https://blog.example/2011/03/second-post"\n---\n\nx\n`,
    );
    await importFiles([a], content);
    const now = read(content, "posts/2011/first-post/index.md");
    assert.match(now, /^permalink: \[a\]\(http:\/\/blog\.example\/2011\/03\/second-post\/\)$/m);
    assert.match(now, /^by number: \[g\]\(\.\.\/\.\./m);
    assert.notEqual(now, text);
    assert.ok(existsSync(join(content, "sources/blog-example.links.csv")));
  });

  test("go back within the import that brings the second claim", async () => {
    const content = makeFolder("links");
    mkdirSync(join(content, "posts/2011/by-hand"), { recursive: true });
    const file = join(content, "posts/2011/by-hand/index.md");
    writeFileSync(file, `---\nsource_url: "https://blog.example/2011/03/second-post"\n---\n\nx\n`);
    await importFiles([a], content);
    const text = read(content, "posts/2011/first-post/index.md");
    assert.match(text, /^its own text: <http:\/\/blog\.example\/2011\/03\/second-post\/>$/m);
    const before = readTree(content);
    await importFiles([a], content);
    assert.deepEqual(readTree(content), before);
  });

  test("go on leading to a post whose permalink has changed at the source", async () => {
    const content = makeFolder("links");
    await importFiles([a], content);
    const before = read(content, "posts/2011/first-post/index.md");
    const items = BLOG_A.items.map((item) => (item.id === 2 ? { ...item, link: `${BLOG}/new/second-post/` } : item));
    const moved = write("m.xml", writeWxr({ ...BLOG_A, items }));
    await importFiles([moved], content);
    assert.equal(read(content, "posts/2011/first-post/index.md"), before);
    await importFiles([moved], content);
    assert.equal(read(content, "posts/2011/first-post/index.md"), before);
  });
});
