// Disqus exports: which post a thread belongs to, which comments stand already, what is hostile or broken.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import type { Post } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { buildThread } from "../../scripts/archive/thread.ts";
import type { SourceReport } from "../../scripts/import/import-source.ts";
import type { ImportOptions } from "../../scripts/import/importer.ts";
import { importFiles, readTree } from "./import-files.ts";
import { type DisqusCommentSpec, type DisqusThreadSpec, writeDisqus } from "./write-disqus.ts";
import { writeWxr } from "./write-wxr.ts";

const BLOG = writeWxr({
  link: "http://our.example",
  items: [
    {
      id: 7,
      title: "The plough",
      link: "http://our.example/2012/03/the-plough/",
      comments: [
        { id: 4, author: "Bo", content: "Mine.", date: "2012-03-17 06:30:00", dateGmt: "2012-03-17 06:30:00" },
        {
          id: 5,
          author: "Eva",
          content: "Synced from Disqus.",
          date: "2012-03-17 09:00:00",
          dateGmt: "2012-03-17 09:00:00",
        },
      ],
    },
    { id: 8, title: "About", link: "http://our.example/about/", type: "page" },
    { id: 9, title: "Twice", link: "http://our.example/2012/04/twice/" },
    { id: 10, title: "Twice", link: "http://our.example/2012/05/twice/" },
    { id: 11, title: "Åsa’s harvest", link: "http://our.example/2012/06/%C3%A5sas-sk%C3%B6rd/" },
    { id: 12, title: "By number", link: "http://our.example/?p=12" },
  ],
});

interface Place {
  readonly content: string;
  readonly put: (name: string, bytes: string | Buffer) => string;
  readonly importAll: (files: readonly string[], options?: Partial<ImportOptions>) => Promise<readonly SourceReport[]>;
  readonly read: () => Promise<readonly Post[]>;
}

function makePlace(t: TestContext): Place {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-disqus-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const content = join(folder, "content");
  return {
    content,
    put: (name, bytes) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
    importAll: async (files, options) => {
      const reports = await importFiles(files, content, { lang: "en", ...options });
      for (const { ledger } of reports) assert.ok(ledger.balanced);
      return reports;
    },
    read: async () => (await readArchive(content)).archive.posts,
  };
}

/** Imports the blog and threads with one comment each; returns where each thread's comment ended, by thread. */
async function placeThreads(
  t: TestContext,
  threads: readonly DisqusThreadSpec[],
): Promise<{ readonly posts: Readonly<Record<string, string>>; readonly report: SourceReport }> {
  const { put, importAll, read } = makePlace(t);
  const comments = threads.map(({ id }) => ({ id: `${id}1`, thread: id, date: `2013-01-01T00:00:${id.slice(-2)}Z` }));
  const files = [put("blog.xml", BLOG), put("disqus.xml", writeDisqus({ threads, comments }))];
  const [, report] = await importAll(files);
  assert.ok(report);
  const posts: Record<string, string> = {};
  for (const post of await read()) {
    for (const { id, source } of post.thread)
      if (source !== "our-example") posts[id.slice(8, -1)] = post.source_id ?? "";
  }
  return { posts, report };
}

// [what it shows, thread, id of the post at its source]
const MATCHES: readonly (readonly [string, Omit<DisqusThreadSpec, "id">, string])[] = [
  ["the address", { link: "http://our.example/2012/03/the-plough/" }, "7"],
  ["https, www, no slash", { link: "https://www.our.example/2012/03/the-plough" }, "7"],
  [
    "campaign and comment parameters",
    { link: "http://our.example/2012/03/the-plough/?utm_source=x&replytocom=4#comment-4" },
    "7",
  ],
  ["a page of comments", { link: "http://our.example/2012/03/the-plough/comment-page-2/" }, "7"],
  ["encoded or not", { link: "http://our.example/2012/06/åsas-skörd/" }, "11"],
  ["a page", { link: "http://our.example/about" }, "8"],
  ["a path as identifier", { identifier: "/2012/03/the-plough/" }, "7"],
  ["another host with a telling path", { link: "http://localhost:4000/2012/03/the-plough/" }, "7"],
  ["?p= in the link", { link: "http://our.example/?p=12" }, "12"],
  ["?p= in the identifier", { link: "http://our.example/lost/", identifier: "12 http://our.example/?p=12" }, "12"],
  ["the title", { link: "http://our.example/old/address.php", title: "BY NUMBER" }, "12"],
  ["a title with other quotes", { link: "http://our.example/x.php", title: "Åsa's harvest" }, "11"],
  ["no title that two posts have", { link: "http://our.example/old.php", title: "Twice" }, "001"],
  ["no common path on a foreign host", { link: "http://another.example/about/" }, "001"],
  ["no number of a foreign host", { link: "http://another.example/?p=12" }, "001"],
  ["nothing at all", {}, "001"],
];

for (const [name, thread, expected] of MATCHES) {
  test(`a thread is known by ${name}`, async (t) => {
    const { posts } = await placeThreads(t, [{ id: "001", ...thread }]);
    assert.deepEqual(posts, { "001": expected });
  });
}

test("titles with the blog's name before or after, and two pages of one title", async (t) => {
  const { posts, report } = await placeThreads(t, [
    { id: "001", link: "http://our.example/a.php", title: "Our blog: By number" },
    { id: "002", link: "http://our.example/b.php", title: "Our blog: Something else" },
    { id: "003", link: "http://our.example/c.php", title: "The plough" },
    { id: "004", link: "http://our.example/d.php", title: "The plough" },
  ]);
  assert.deepEqual(posts, { "001": "12", "002": "002", "003": "003", "004": "004" });
  assert.deepEqual(report.ledger.posts, { read: 4, written: 3, skipped: { merged: 1 } });
  const warned = report.ledger.problems.map(({ item }) => item.slice(0, 10));
  assert.deepEqual(warned, ["thread 001", "thread 002", "thread 003", "thread 004"]);
});

test("threads of one page are joined, in the archive's post and alone", async (t) => {
  const threads = [
    { id: "010", link: "http://our.example/2012/03/the-plough/" },
    { id: "011", link: "https://our.example/2012/03/the-plough/?utm_medium=rss" },
    { id: "012", link: "http://our.example/lost/page", identifier: "99 http://our.example/?p=99" },
    { id: "013", link: "http://our.example/?p=99" },
  ];
  const { posts, report } = await placeThreads(t, threads);
  assert.deepEqual(posts, { "010": "7", "011": "7", "012": "012", "013": "012" });
  assert.deepEqual(report.ledger.posts, { read: 4, written: 1, skipped: { joined: 1, merged: 2 } });
});

const THREAD = { id: "1", link: "http://our.example/2012/03/the-plough/", title: "The plough" };

async function importComments(
  t: TestContext,
  comments: readonly Omit<DisqusCommentSpec, "thread">[],
): Promise<
  Place & { readonly report: SourceReport; readonly thread: Post["thread"]; readonly files: readonly string[] }
> {
  const place = makePlace(t);
  const xml = writeDisqus({ threads: [THREAD], comments: comments.map((comment) => ({ thread: "1", ...comment })) });
  const files = [place.put("blog.xml", BLOG), place.put("disqus.xml.gz", gzipSync(xml))];
  const [, report] = await place.importAll(files);
  assert.ok(report);
  const thread = (await place.read()).find(({ source_id }) => source_id === "7")?.thread ?? [];
  return { ...place, report, thread, files };
}

test("wp_id=N is the comment that stands; one that lost its number is known by moment and words", async (t) => {
  const { report, thread, content, importAll, files } = await importComments(t, [
    { id: "501", identifier: "wp_id=4", author: "Bo", message: "<p>Mine.</p>", date: "2012-03-17T06:30:00Z" },
    { id: "502", author: "Eva", message: "<p>Synced from Disqus.</p>", date: "2012-03-17T09:00:00Z" },
    { id: "503", parent: "502", message: "<p>An answer.</p>" },
    { id: "504", identifier: "wp_id=44", message: "<p>Not in the blog's export.</p>" },
  ]);
  assert.deepEqual(report.ledger.comments, { read: 4, written: 2, skipped: { "already-here": 2 } });
  assert.deepEqual(
    thread.map(({ id, source, parent }) => [id, source, parent]),
    [
      ["comment-4", "our-example", undefined],
      ["comment-5", "our-example", undefined],
      ["comment-44", "disqus-ourforum", undefined],
      ["comment-503", "disqus-ourforum", "comment-5"],
    ],
  );
  const before = readTree(content);
  await importAll(files);
  assert.deepEqual(readTree(content), before);
  await importAll([...files].reverse());
  assert.deepEqual(readTree(content), before);
  // The blog's own import leaves the comments of Disqus alone.
  await importAll(files.slice(0, 1));
  assert.deepEqual(readTree(content), before);
});

test("a number that is taken by quite another comment does not swallow it", async (t) => {
  const { report, thread } = await importComments(t, [
    { id: "501", identifier: "wp_id=4", author: "Other", message: "<p>Other words.</p>", date: "2019-01-01T00:00:00Z" },
  ]);
  assert.equal(report.ledger.comments.written, 1);
  assert.deepEqual(thread.map(({ id }) => id).sort(), ["comment-4", "comment-4-2", "comment-5"]);
});

test("deleted and spam are dropped, or tombstones where replies hang on them", async (t) => {
  const { report, thread } = await importComments(t, [
    { id: "501", isDeleted: true, author: "Gone", message: "<p>Secret words.</p>" },
    { id: "502", parent: "501", isSpam: true, author: "Spammer", message: "<p>Secret words.</p>" },
    { id: "503", parent: "502" },
    { id: "504", isDeleted: true },
    { id: "505", parent: "504", isSpam: true },
  ]);
  assert.deepEqual(report.ledger.comments, { read: 5, written: 3, skipped: { deleted: 1, spam: 1 } });
  const own = buildThread(thread).filter(({ comment }) => comment.source === "disqus-ourforum");
  assert.deepEqual(
    own.map(({ comment, depth }) => [comment.id, depth, comment.status, comment.author, comment.date, comment.body]),
    [
      ["comment-501", 0, "deleted", undefined, undefined, ""],
      ["comment-502", 1, "deleted", undefined, undefined, ""],
      ["comment-503", 2, undefined, "Somebody", "2012-03-17T06:30:00Z", "Well said."],
    ],
  );
});

test("edited files stay, and what was redacted or excluded in the blog does not come back", async (t) => {
  const { content, files, importAll, put } = await importComments(t, [
    { id: "501", author: "Eva", message: "<p>An own one.</p>" },
  ]);
  const folder = join(content, "posts/2012/post-7");
  const edit = (path: string, from: string | RegExp, to: string): void =>
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  edit(join(folder, "comments/comment-501.md"), "own one", "edited one");
  edit(join(folder, "comments/comment-4.md"), /^author: "Bo"\n/m, 'status: "redacted"\n');
  edit(join(folder, "comments/comment-4.md"), "Mine.\n", "");
  edit(join(folder, "index.md"), "Some words.", "Better words.");
  rmSync(join(folder, "comments/comment-5.md"));
  edit(join(content, "sources/our-example.md"), "importer:", 'exclude: ["comment-5"]\nimporter:');
  const before = readTree(folder);
  const xml = writeDisqus({
    threads: [THREAD],
    comments: [
      { id: "501", thread: "1", author: "Eva", message: "<p>An own one.</p>" },
      { id: "601", thread: "1", identifier: "wp_id=4", author: "Bo", message: "<p>Mine.</p>" },
      { id: "602", thread: "1", identifier: "wp_id=5", author: "Eva", message: "<p>Synced from Disqus.</p>" },
    ],
  });
  const [report] = await importAll([put("again.xml", xml)]);
  assert.deepEqual(readTree(folder), before);
  assert.deepEqual(report?.ledger.comments, { read: 3, written: 1, skipped: { "already-here": 1, excluded: 1 } });
  assert.deepEqual(report?.kept, ["2012/post-7#comment-501"]);
  await importAll(files);
  assert.deepEqual(readTree(folder), before);
});

test("a forum that came before its blog keeps its posts, says so, and doubles nothing", async (t) => {
  const { put, importAll, read } = makePlace(t);
  const disqus = put("disqus.xml", writeDisqus({ threads: [THREAD], comments: [{ id: "501", thread: "1" }] }));
  await importAll([disqus]);
  await importAll([put("blog.xml", BLOG)]);
  const [report] = await importAll([disqus]);
  assert.match(report?.ledger.problems[0]?.what ?? "", /an earlier import made a post of its own/);
  const all = (await read()).flatMap(({ thread }) => thread).filter(({ id }) => id === "comment-501");
  assert.equal(all.length, 1);
});

test("a thread of 2,000 levels, and one that answers itself", async (t) => {
  const chain = Array.from({ length: 2000 }, (_, index) => ({
    id: String(10_000 + index),
    ...(index > 0 && { parent: String(9_999 + index) }),
  }));
  const { report, thread } = await importComments(t, [...chain, { id: "9", parent: "9" }]);
  assert.equal(report.ledger.comments.written, 2001);
  assert.equal(Math.max(...buildThread(thread).map(({ depth }) => depth)), 1999);
});

const ALONE = writeDisqus({
  threads: [{ id: "1", link: "http://our.example/a-page/", title: "Åäö – a page" }],
  comments: [
    { id: "2", thread: "1", author: "Åsa", message: "<p>Räksmörgås “quoted”</p>" },
    { id: "3", thread: "1", parent: "2", message: "<p>An end ]]> in the <b>middle</b>.</p>" },
  ],
});
const CP1252: Readonly<Record<string, number>> = { "“": 0x93, "”": 0x94, "–": 0x96 };
const toCp1252 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => CP1252[letter] ?? letter.charCodeAt(0)));

// [what it shows, bytes]
const FORMS: readonly (readonly [string, Buffer])[] = [
  ["UTF-8", Buffer.from(ALONE)],
  ["a stray character before the XML declaration", Buffer.from(`\`${ALONE}`)],
  ["no XML declaration", Buffer.from(ALONE.replace(/^<\?xml.*\n/, ""))],
  ["UTF-16 with a header that says UTF-8", Buffer.from(`\ufeff${ALONE}`, "utf16le")],
  ["Windows-1252 with a header that says UTF-8", toCp1252(ALONE)],
  ["an unsplit end of CDATA", Buffer.from(ALONE.replace("]]]]><![CDATA[>", "]]>"))],
  ["control characters", Buffer.from(ALONE.replace("An end", "An\u0000\u000b end"))],
  [
    "an entity bomb",
    Buffer.from(ALONE.replace("<disqus", '<!DOCTYPE d [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<disqus')),
  ],
];

for (const [name, bytes] of FORMS) {
  test(`reads ${name}`, async (t) => {
    const { put, importAll, read } = makePlace(t);
    const [report] = await importAll([put("export.xml", bytes)]);
    assert.equal(report?.ledger.problems.filter(({ level }) => level === "error").length, 0);
    const [post] = await read();
    assert.equal(post?.title, "Åäö – a page");
    assert.deepEqual(
      post.thread.map(({ body }) => body.trim()),
      ["Räksmörgås “quoted”", "An end ]]> in the **middle**."],
    );
  });
}

test("an export that is cut off gives its whole comments and an error", async (t) => {
  const { put, importAll, read } = makePlace(t);
  const [report] = await importAll([put("cut.xml", ALONE.slice(0, ALONE.indexOf("An end")))]);
  assert.deepEqual(report?.ledger.comments, { read: 2, written: 1, skipped: { damaged: 1 } });
  assert.match(JSON.stringify(report?.ledger.problems), /cut off/);
  assert.equal((await read())[0]?.thread.length, 1);
});

test("a record that is never closed swallows none of those after it", async (t) => {
  const { put, importAll } = makePlace(t);
  const broken = ALONE.replace("</thread>", "").replace('<post dsq:id="2">', '<post dsq:id="7"><post dsq:id="2">');
  const [report] = await importAll([put("broken.xml", broken)]);
  assert.deepEqual(report?.ledger.comments, { read: 3, written: 2, skipped: { damaged: 1 } });
  assert.deepEqual(report?.ledger.posts, { read: 1, written: 1, skipped: {} });
  assert.match(JSON.stringify(report?.ledger.problems), /without an end tag: 1/);
});

// [what it shows, content, message]
const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ["no record", '<?xml version="1.0"?><disqus xmlns="http://disqus.com"></disqus>', /holds no whole thread or comment/],
  ["no whole record", '<disqus xmlns="http://disqus.com"><thread dsq:id="1"><link>http', /cut off before its end/],
];

for (const [name, content, message] of REFUSED) {
  test(`an export with ${name} is a clear error, and nothing is written`, async (t) => {
    const place = makePlace(t);
    await assert.rejects(place.importAll([place.put("bad.xml", content)]), { code: "input", message });
    assert.ok(!existsSync(place.content));
  });
}

test("two exports of one forum are one source, each comment once", async (t) => {
  const { put, importAll } = makePlace(t);
  const older = writeDisqus({
    threads: [THREAD],
    comments: [
      { id: "1", thread: "1" },
      { id: "2", thread: "1" },
    ],
  });
  const newer = writeDisqus({
    threads: [THREAD],
    comments: [
      { id: "2", thread: "1", isDeleted: true },
      { id: "3", thread: "1" },
    ],
  });
  const [report, ...others] = await importAll([put("a.xml", older), put("b.xml", newer)]);
  assert.equal(others.length, 0);
  assert.deepEqual(report?.ledger.comments, { read: 4, written: 2, skipped: { deleted: 1, duplicate: 1 } });
  assert.deepEqual(report?.ledger.posts, { read: 2, written: 1, skipped: { duplicate: 1 } });
});

test("a damaged record is named with its file where there are several", async (t) => {
  const { put, importAll } = makePlace(t);
  const whole = writeDisqus({ threads: [THREAD], comments: [{ id: "1", thread: "1" }] });
  const cut = writeDisqus({ threads: [THREAD], comments: [{ id: "2", thread: "1" }] }).replace(
    /<\/message>[\s\S]*$/,
    "",
  );
  const [both] = await importAll([put("a.xml", whole), put("b.xml", cut)]);
  const items = (both?.ledger.problems ?? []).filter(({ what }) => what.includes("has no end")).map(({ item }) => item);
  assert.match(items.join(), /^b\.xml, line \d+$/);
});
