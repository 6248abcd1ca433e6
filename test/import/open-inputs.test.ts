// Folders and zip archives: what is found in them, what is passed over, and archives that are broken, locked or bombs.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { describeFindings } from "../../scripts/import/describe-findings.ts";
import { openInputs } from "../../scripts/import/open-inputs.ts";
import { findSources } from "../../scripts/import/recognize.ts";
import { importFiles, readTree } from "./import-files.ts";
import { type BloggerBlogSpec, writeTakeout } from "./write-blogger.ts";
import { writeWxr } from "./write-wxr.ts";
import { writeZip } from "./write-zip.ts";

const WXR = writeWxr({ items: [{ id: 1, comments: [{ id: 1 }] }], authors: [[1, "eva", "Eva"]] });
const SECOND_WXR = writeWxr({ items: [{ id: 2, creator: "eva" }] });
const OTHER_WXR = writeWxr({ items: [{ id: 1 }], link: "https://other.example" });
const BLOG: BloggerBlogSpec = {
  id: "77",
  title: "Kvällsbloggen",
  url: "https://kvall.blogspot.example",
  posts: [
    {
      id: "701",
      title: "Hej",
      content: "<p>Ett inlägg.</p>",
      path: "/2011/01/hej.html",
      comments: [{ id: "801" }, { id: "802", parent: "801" }],
    },
  ],
};

function makeFolder(t: TestContext, files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-inputs-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function describe(paths: readonly string[]): Promise<{ readonly ids: readonly string[]; readonly said: string }> {
  const { inputs, containers } = await openInputs(paths, () => {});
  let said = "";
  const sources = await findSources(
    inputs,
    () => {},
    { lang: "en" },
    (findings) => {
      said = describeFindings(findings, containers).join("\n");
    },
  );
  return { ids: sources.map(({ id }) => id), said };
}

async function refuse(path: string, message: RegExp): Promise<void> {
  await assert.rejects(describe([path]), (error: Error & { code?: string }) => {
    assert.match(error.message, message);
    assert.equal(error.code, "input");
    return true;
  });
}

test("a folder is read with all that is in it; what is no export is only mentioned", async (t) => {
  const folder = makeFolder(t, {
    "wp/part-001.xml": SECOND_WXR,
    "wp/part-000.xml.gz": gzipSync(WXR),
    "other.txt": OTHER_WXR,
    "bundle.zip": writeZip([{ name: "feed.atom", content: writeTakeout(BLOG) }]),
    ".hidden.xml": "<rss>",
    "__MACOSX/._other.xml": "rubbish",
    "images/cat.JPG": "picture",
    "page_files/frame.html": "<html>part of a page</html>",
    "page.htm": "<html></html>",
    "table.csv": "a;b;c",
    "empty.xml": "",
  });
  symlinkSync(folder, join(folder, "loop"));
  const { ids, said } = await describe([folder]);
  assert.deepEqual(ids, ["other-example", "blog-example", "blogger-77"]);
  assert.match(said, /Found WordPress export .*other\.txt, .*part-000\.xml\.gz, .*part-001\.xml/);
  assert.match(said, /Passed over: .*table\.csv is not known here/);
  assert.match(said, /1 pictures, films .*, 1 files without content/);
  assert.doesNotMatch(said, /hidden|MACOSX|frame\.html|cat\.JPG/);
});

test("a WordPress.com zip of several files is one source", async (t) => {
  const folder = makeFolder(t, {
    "a.zip": writeZip([
      { name: "blog/two.xml", content: SECOND_WXR },
      { name: "blog/one.xml", content: WXR, isStored: true },
      { name: "blog/README.txt", content: "This is a text. It lies beside the export, and has some words in it." },
    ]),
  });
  const content = join(folder, "content");
  const reports = await importFiles([join(folder, "a.zip")], content, { lang: "en" });
  assert.deepEqual(
    reports.map(({ source, files }) => [source, files]),
    [["blog-example", ["one.xml", "two.xml"]]],
  );
  const { archive } = await readArchive(content);
  assert.deepEqual(
    archive.posts.map(({ source_id, author }) => [source_id, author]),
    [
      ["1", undefined],
      ["2", "Eva"],
    ],
  );
  const before = readTree(content);
  await importFiles([join(folder, "a.zip")], content, { lang: "en" });
  assert.deepEqual(readTree(content), before);
});

test("a Takeout zip: the blog, the account's own comments merged, theme and pictures passed over", async (t) => {
  const blogs = "Takeout/Blogger/Blogs/Kvällsbloggen";
  const feed = writeTakeout(BLOG);
  const [head = ""] = feed.split("<entry>", 1);
  const comments = feed.match(/<entry>(?:(?!<\/entry>)[\s\S])*COMMENT<\/blogger:type>[\s\S]*?<\/entry>/g) ?? [];
  assert.equal(comments.length, 2);
  const folder = makeFolder(t, {
    "takeout.zip": writeZip([
      {
        name: "Takeout/archive_browser.html",
        content: "<!DOCTYPE html><html><body>Your archive. It is here.</body></html>",
      },
      { name: `${blogs}/feed.atom`, content: feed },
      {
        name: `${blogs}/theme-classic.html`,
        content: "<html xmlns:b='http://www.google.com/2005/gml/b'><b:skin/></html>",
      },
      { name: "Takeout/Blogger/Comments/Kvällsbloggen/feed.atom", content: `${head}${comments.join("")}</feed>` },
      {
        name: "Takeout/Blogger/Comments/Grannens/feed.atom",
        content: `${head}${comments.join("")}</feed>`.replaceAll("blog-77", "blog-79"),
      },
      { name: "Takeout/Blogger/Comments/Annan/feed.atom", content: `${head.replaceAll("77", "78")}</feed>` },
      { name: "Takeout/Blogger/Albums/Kvällsbloggen/cat.png", content: "picture" },
      { name: "__MACOSX/Takeout/._feed.atom", content: "rubbish" },
    ]),
  });
  const path = join(folder, "takeout.zip");
  const { said } = await describe([path]);
  assert.match(said, /Passed over: .*theme-classic\.html is the theme of a Blogger blog/);
  assert.match(said, /Passed over: .*archive_browser\.html/);
  assert.match(said, /Passed over: .*Grannens\/feed\.atom holds comments on a blog that is not here/);
  assert.match(said, /Passed over: .*Annan\/feed\.atom/);
  const [report, ...others] = await importFiles([path], join(folder, "content"), {
    baseUrl: "https://kvall.blogspot.example/",
  });
  assert.equal(others.length, 0);
  assert.deepEqual(report?.ledger.comments, { read: 4, written: 2, skipped: { duplicate: 2 } });
  assert.equal(report.ledger.balanced, true);
});

test("names that lead out of a zip archive lead nowhere", async (t) => {
  const folder = makeFolder(t, {
    "inner/evil.zip": writeZip([
      { name: "../../outside.xml", content: WXR },
      { name: "/absolute.xml", content: SECOND_WXR },
      { name: "C:\\windows.xml", content: OTHER_WXR },
    ]),
  });
  await importFiles([join(folder, "inner/evil.zip")], join(folder, "inner/content"), { lang: "en" });
  assert.ok(!existsSync(join(folder, "outside.xml")));
  assert.ok(!existsSync(join(folder, "inner/outside.xml")));
  assert.deepEqual(
    Object.keys(readTree(join(folder, "inner"))).filter((path) => !path.startsWith("content/")),
    ["evil.zip"],
  );
});

const ZEROS = Buffer.alloc(96 * 1024 * 1024);

// [what it shows, files of the zip archive, message]
const BAD_ZIPS: readonly (readonly [string, () => Buffer, RegExp])[] = [
  ["a bomb", () => writeZip([{ name: "bomb.xml", content: ZEROS }]), /bomb\.xml in it unpacks to far more/],
  [
    "a bomb that understates its size",
    () => writeZip([{ name: "bomb.xml", content: ZEROS, declaredSize: 500 }]),
    /bomb\.xml: cannot be read: too many bytes/,
  ],
  [
    "files that share one packed text",
    () => {
      const content = Buffer.from(WXR.repeat(3000));
      const shared = Array.from({ length: 60 }, (_, index) => ({
        name: `x${index}.xml`,
        content,
        isOverlapping: true,
      }));
      return writeZip([{ name: "first.xml", content }, ...shared]);
    },
    /unpacks to far more than its size/,
  ],
  ["a password", () => writeZip([{ name: "a.xml", content: WXR, isEncrypted: true }]), /protected by a password/],
  [
    "an unknown method",
    () => writeZip([{ name: "a.xml", content: WXR, method: 14 }]),
    /method that is not known here \(14\)/,
  ],
  [
    "a zip that is cut off",
    () => writeZip([{ name: "a.xml", content: WXR }]).subarray(0, 300),
    /cannot be read as a zip archive/,
  ],
  ["an empty zip", () => writeZip([]), /no file that could be an export/],
  [
    "only strangers",
    () => writeZip([{ name: "a.csv", content: "a;b" }]),
    /a\.csv: its content is no export[\s\S]*What can be imported/,
  ],
  [
    "a zip in a zip",
    () => writeZip([{ name: "b.zip", content: writeZip([{ name: "a.xml", content: WXR }]) }]),
    /b\.zip: is a zip archive in another one/,
  ],
];

for (const [name, make, message] of BAD_ZIPS) {
  test(`${name} is a clear error`, async (t) => {
    const folder = makeFolder(t, { "bad.zip": make() });
    await refuse(join(folder, "bad.zip"), message);
  });
}

test("a gzip bomb is refused, alone and in a folder", async (t) => {
  const folder = makeFolder(t, { "in/bomb.xml.gz": gzipSync(ZEROS) });
  await refuse(join(folder, "in/bomb.xml.gz"), /unpacks to more than/);
  await refuse(join(folder, "in"), /unpacks to more than/);
});

test("a folder without exports, and a file that is not there, are named", async (t) => {
  const folder = makeFolder(t, { "in/cat.png": "picture" });
  await refuse(join(folder, "in"), /no file that could be an export/);
  await refuse(join(folder, "nothing"), /nothing: there is no such file/);
});

test("a file that the user named and nobody can read is an error, also beside exports", async (t) => {
  const folder = makeFolder(t, { "a.xml": WXR, "table.csv": "a;b;c" });
  await assert.rejects(
    describe([join(folder, "a.xml"), join(folder, "table.csv")]),
    /table\.csv: its content is no export/,
  );
});
