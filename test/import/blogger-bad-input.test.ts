// Files of Blogger that are cut off, empty, in a wrong encoding or hostile: a clear error or a reported problem, never a broken archive.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import type { SourceReport } from "../../scripts/import/import-source.ts";
import { importFiles, readTree } from "./import-files.ts";
import { type BloggerBlogSpec, writeClassic, writeTakeout } from "./write-blogger.ts";

const BLOG: BloggerBlogSpec = {
  id: "900200",
  title: "Små ting",
  url: "http://sma-ting.blogspot.com",
  posts: [1, 2, 3].map((number) => ({
    id: `50${number}`,
    title: `Inlägg ${number} på våren`,
    path: `/2010/0${number}/inlagg-${number}.html`,
    content: `Våren kom ${number} dagar för tidigt, och ingen hade räfsat löven.`,
    comments: [{ id: `70${number}`, author: "Örjan", content: "Här också! – “Ja”" }],
  })),
};
const FORMATS = { classic: writeClassic, takeout: writeTakeout };

for (const [format, write] of Object.entries(FORMATS)) {
  test(`${format}: cut off anywhere, whole entries are written and the rest is reported`, async () => {
    const text = write(BLOG);
    for (const share of [0.35, 0.5, 0.65, 0.8, 0.95]) {
      const cut = text.slice(0, Math.floor(text.length * share));
      await withImport(cut, ({ report }) => {
        assert.ok(report.ledger.balanced);
        const error = report.ledger.problems.find(({ level, what }) => level === "error" && what.includes("cut off"));
        assert.ok(error, `no error at ${share}`);
      });
    }
  });

  test(`${format}: cut off before its first whole entry, nothing is written`, async () => {
    const text = write(BLOG);
    const end = text.indexOf("</entry>");
    for (const cut of [
      text.slice(0, end),
      text.slice(0, text.indexOf("<entry>") + 20),
      text.slice(0, text.indexOf("<entry>")),
    ]) {
      await rejects(cut, /cut off|no whole/);
    }
  });

  test(`${format}: a feed without entries is an error`, async () => {
    const text = write(BLOG);
    await rejects(`${text.slice(0, text.indexOf("<entry>"))}</feed>`, /no whole post/);
  });

  test(`${format}: UTF-16, UTF-8 with a mark, gzip, and lying headers say the same`, async () => {
    const text = write(BLOG);
    const expected = await readRecords(text);
    const lying = text.replace(/encoding='UTF-8'/i, "encoding='ISO-8859-1'");
    const variants: Readonly<Record<string, Buffer>> = {
      "UTF-16": Buffer.from(`\ufeff${text}`, "utf16le"),
      "UTF-16, big end first": Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
      "UTF-8 with a mark": Buffer.from(`\ufeff${text}`),
      gzip: gzipSync(text),
      "UTF-8 that claims to be Latin-1": Buffer.from(lying),
      "junk before the declaration": Buffer.from(`\n <!-- saved -->\n${text}`),
    };
    for (const [name, bytes] of Object.entries(variants)) assert.deepEqual(await readRecords(bytes), expected, name);
  });

  test(`${format}: Latin-1 that claims to be UTF-8 is read, and said so`, async () => {
    const latin = write(BLOG).replaceAll("–", "-").replaceAll("“", "'").replaceAll("”", "'");
    const expected = await readRecords(latin);
    assert.deepEqual(await readRecords(Buffer.from(latin, "latin1")), expected);
    await withImport(Buffer.from(latin, "latin1"), ({ report }) => {
      assert.match(JSON.stringify(report.ledger.problems), /Windows-1252/);
    });
  });

  test(`${format}: control characters are removed, raw and as references`, async () => {
    const text = write(BLOG).replaceAll("ingen hade", "in\u0000gen\u0008 &#x1f;ha\ufffede");
    await withImport(text, ({ report, tree }) => {
      assert.match(JSON.stringify(tree), /ingen hade räfsat/);
      assert.match(JSON.stringify(report.ledger.problems), /characters that XML forbids/);
    });
  });

  test(`${format}: declared entities are not expanded`, async () => {
    const bomb = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(20)}">`).join("\n");
    const doctype = `<!DOCTYPE feed [<!ENTITY e0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">\n${bomb}]>`;
    const text = write(BLOG).replace("?>", `?>${doctype}`).replace("ingen hade", "&e20; &file; ingen hade");
    await withImport(text, ({ report, tree }) => {
      assert.match(JSON.stringify(tree), /e20; .*file; ingen hade räfsat/);
      assert.ok(!/lollol|root:/.test(JSON.stringify(tree)));
      assert.match(JSON.stringify(report.ledger.problems), /declares entities/);
    });
  });
}

test("an entry that lost only its end tag is kept, with an error", async () => {
  const text = writeClassic(BLOG).replace(/(post-502<\/id>.*?)<\/entry>/s, "$1");
  await withImport(text, ({ report }) => {
    assert.ok(report.ledger.balanced);
    assert.deepEqual(report.ledger.posts, { read: 3, written: 3, skipped: {} });
    assert.deepEqual(report.ledger.comments, { read: 3, written: 3, skipped: {} });
    assert.ok(
      report.ledger.problems.some(
        ({ level, what }) => level === "error" && /without an end tag: 1.*line \d+$/.test(what),
      ),
    );
  });
});

test("an entry that lost its second half is left out and its neighbours are kept", async () => {
  const text = writeClassic(BLOG).replace(/(post-502<\/id>.*?)<content.*?<\/entry>/s, "$1");
  await withImport(text, ({ report }) => {
    assert.ok(report.ledger.balanced);
    assert.deepEqual(report.ledger.posts, { read: 3, written: 2, skipped: { damaged: 1 } });
    assert.deepEqual(report.ledger.comments, { read: 3, written: 2, skipped: { "post-missing": 1 } });
    assert.ok(report.ledger.problems.some(({ level, item }) => level === "error" && /^line \d+$/.test(item)));
  });
});

test("text in CDATA and text as XHTML are read", async () => {
  const content = /<content type='html'>Våren kom 1[^<]*<\/content>/;
  const usual = writeClassic(BLOG);
  const cdata = usual.replace(content, "<content type='html'><![CDATA[<p>Ett &amp; <entry> två</p>]]></content>");
  const xhtml = usual.replace(
    content,
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Ett &amp; <b>två</b><br/>tre</p></div></content>",
  );
  await withImport(cdata, ({ report, tree }) => {
    assert.match(JSON.stringify(tree), /Ett & *(\\\\<entry|&lt;entry|<entry|två)/);
    assert.deepEqual(
      report.ledger.problems.filter(({ level }) => level === "error"),
      [],
    );
  });
  await withImport(xhtml, ({ tree }) => assert.match(JSON.stringify(tree), /Ett & \*\*två\*\*/));
});

test("files that are something else are named", async () => {
  const others: readonly (readonly [text: string, message: RegExp])[] = [
    ["", /is empty/],
    ["<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>", /an Atom feed; a feed holds only the newest/],
    [
      "<?xml version='1.0'?><!DOCTYPE html><html b:version='2' xmlns:b='http://www.google.com/2005/gml/b'><b:skin/></html>",
      /the theme of a Blogger blog/,
    ],
  ];
  for (const [text, message] of others) await rejects(text, message);
});

test("the public feed of a blog is read, with a warning", async () => {
  const text = writeClassic(BLOG).replace(".archive<", "<");
  await withImport(text, ({ report }) => {
    assert.equal(report.ledger.format, "blogger-feed");
    assert.match(JSON.stringify(report.ledger.problems), /only its newest posts/);
  });
});

test("hostile threads and names do no harm", async () => {
  const comments = [
    { id: "701", parent: "702", author: "__proto__", content: "Runt" },
    {
      id: "702",
      parent: "701",
      author: "constructor",
      uri: "javascript:alert(1)",
      content: "<script>alert(1)</script>Runt",
    },
    { id: "703", parent: "703", author: "../../x", content: "Sig själv" },
    { id: "704", parent: "999", isRemoved: true },
    { id: "705", parent: "704", isRemoved: true },
    { id: "706", parent: "705", content: "Under två borttagna" },
  ];
  const posts = ["../../etc/passwd", "CON", "", "%E0%A4%A"].map((path, index) => ({
    id: `50${index}`,
    title: "x",
    path: `/2010/01/${path}.html`,
    ...(index === 0 && { comments }),
  }));
  await withImport(writeClassic({ ...BLOG, posts }), async ({ report, tree, content }) => {
    assert.ok(report.ledger.balanced);
    assert.equal(report.ledger.posts.written, 4);
    assert.equal(report.ledger.comments.written, 6);
    assert.ok(!JSON.stringify(tree).includes("javascript:"));
    const { problems } = await readArchive(content);
    assert.deepEqual(
      problems.filter(({ level }) => level === "error"),
      [],
    );
  });
});

interface Imported {
  readonly report: SourceReport;
  readonly tree: Readonly<Record<string, string>>;
  readonly content: string;
}

async function withImport(bytes: string | Buffer, look: (imported: Imported) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-blogger-"));
  try {
    const content = join(folder, "content");
    writeFileSync(join(folder, "blog.xml"), bytes);
    const [report] = await importFiles([join(folder, "blog.xml")], content);
    assert.ok(report !== undefined);
    await look({ report, tree: readTree(content), content });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rejects(bytes: string | Buffer, message: RegExp): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-blogger-"));
  try {
    writeFileSync(join(folder, "blog.xml"), bytes);
    const content = join(folder, "content");
    await assert.rejects(importFiles([join(folder, "blog.xml")], content), { code: "input", message });
    assert.ok(!existsSync(content), "nothing was written");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The account tells of sizes and hashes, which differ.
async function readRecords(bytes: string | Buffer): Promise<Readonly<Record<string, string>>> {
  let records = {};
  await withImport(bytes, ({ tree }) => {
    records = Object.fromEntries(Object.entries(tree).filter(([path]) => !path.startsWith("sources/")));
  });
  return records;
}
