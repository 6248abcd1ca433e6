// Archives and exports that are made to bring a build or an import down: each ends soon, in words, and nothing is half done.

import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { writeDisqus } from "../import/write-disqus.ts";
import { writeWxr } from "../import/write-wxr.ts";
import { type ArchiveSketch, comment, writeArchive } from "../support/archive.ts";
import { runOrdskifte, runOrdskifteHere } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";
import { listFiles, openSite } from "../support/site.ts";
import { countOf, IS_LARGE_RUN } from "../support/thoroughness.ts";

const ONE: ArchiveSketch = { posts: [{ id: "2011/one", lang: "en", date: "2011", title: "One", body: "Words." }] };

async function build(content: string, output = join(makeFolder(), "site")) {
  const result = await runOrdskifteHere(["build", "--content", content, "--output", output, "--no-search"]);
  return { ...result, output };
}

async function importText(name: string, text: string | Buffer) {
  const file = join(makeFolder(), name);
  const content = join(makeFolder(), "content");
  writeFileSync(file, text);
  const start = process.cpuUsage();
  const result = await runOrdskifteHere(["import", file, "--content", content]);
  return { ...result, content, seconds: process.cpuUsage(start).user / 1e6 };
}

describe("symbolic links in content/ are told of and not followed", () => {
  const outside = writeArchive(makeFolder(), {
    settings: { title: { en: "Secret title" } },
    posts: [
      {
        id: "2012/x",
        title: "Secret post",
        date: "2012",
        lang: "en",
        body: "Secret words.",
        files: { "secret.txt": "Secret file" },
      },
    ],
    people: [{ id: "p", name: "Secret person" }],
    sources: [{ id: "s", title: "Secret source" }],
  });
  const places: readonly (readonly [place: string, target: string])[] = [
    ["posts/2012", "posts/2012"],
    ["posts/2011/two", "posts/2012/x"],
    ["posts/2011/one/index.sv.md", "posts/2012/x/index.md"],
    ["posts/2011/one/files", "posts/2012/x"],
    ["posts/2011/one/secret.txt", "posts/2012/x/secret.txt"],
    ["people", "people"],
    ["sources", "sources"],
    ["pages", "posts/2012"],
    ["site.json", "site.json"],
  ];

  test("wherever they stand", async () => {
    const content = writeArchive(makeFolder(), ONE);
    for (const [place, target] of places) symlinkSync(join(outside, target), join(content, place));
    const { stdout, code } = await runOrdskifteHere(["check", "--content", content, "--lang", "en"]);
    assert.equal(code, 1);
    for (const [place] of places) assert.ok(stdout.includes(`${place}: error: is a symbolic link`), place);
    const { output } = await build(content);
    for (const file of listFiles(output)) assert.doesNotMatch(readFileSync(join(output, file), "utf8"), /Secret/, file);
  });

  test("also as the folder of all posts", async () => {
    const content = writeArchive(makeFolder(), {});
    symlinkSync(join(outside, "posts"), join(content, "posts"));
    const { stdout, code } = await runOrdskifteHere(["check", "--content", content, "--lang", "en"]);
    assert.equal(code, 1);
    assert.match(stdout, /posts: error: is a symbolic link/);
  });
});

test("a text of the archive that is too long is told of, and the rest is built", async () => {
  const content = writeArchive(makeFolder(), {
    posts: [
      ...(ONE.posts ?? []),
      {
        id: "2011/two",
        lang: "en",
        date: "2011",
        title: "Two",
        thread: [comment(1, "word *star* ".repeat(400_000)), comment(2, "Short.")],
      },
    ],
  });
  const { code, stderr, output } = await build(content);
  assert.equal(code, 1);
  assert.match(stderr, /comment-1\.md: is 5 million characters long/);
  assert.match(readFileSync(join(output, "en/2011/two/index.html"), "utf8"), /Short\./);
});

test("a thread of thousands of replies, each to the one before, is shown whole", async () => {
  const count = countOf(3_000, 100_000);
  const thread = Array.from({ length: count }, (_, index) =>
    comment(index + 1, `Reply ${index + 1}.`, index === 0 ? {} : { parent: `comment-${index}` }),
  );
  const { code, output } = await build(
    writeArchive(makeFolder(), { posts: [{ id: "2011/deep", lang: "en", date: "2011", title: "Deep", thread }] }),
  );
  assert.equal(code, 0);
  const html = readFileSync(join(output, "en/2011/deep/index.html"), "utf8");
  assert.equal(html.match(/<article class="comment/g)?.length, count);
});

describe("exports that grow when they are read", () => {
  const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join("");
  test("entities that stand for entities are not replaced", async () => {
    const bomb = writeWxr({ items: [{ id: 1, content: "Words." }] })
      .replace(
        /^(<\?xml[^>]*>)/,
        `$1<!DOCTYPE rss [<!ENTITY lol0 "lol">${lol}<!ENTITY file SYSTEM "file:///etc/passwd">]>`,
      )
      .replace("<![CDATA[Words.]]>", "Words &lol9; &file;.");
    const { content, seconds, stdout } = await importText("bomb.xml", bomb);
    assert.match(stdout, /1 read, 1 in the archive/);
    const written = listFiles(content)
      .map((file) => readFileSync(join(content, file), "utf8"))
      .join("");
    assert.ok(written.length < 20_000 && !written.includes("root:"), `${written.length} characters`);
    assert.ok(seconds < 10, `${seconds} s`);
  });

  const deep = countOf(3_000, 1_000_000);
  const FLOODS: Readonly<Record<string, string>> = {
    elements: `${"<div>".repeat(deep)}deep`,
    quotations: `${"<blockquote>".repeat(deep)}deep`,
    lists: `${"<ul><li>".repeat(deep)}deep`,
    emphasis: `${"<b><i>".repeat(deep)}deep`,
    brackets: `${"[".repeat(deep)}deep${"](".repeat(deep)}`,
    shortcodes: `${"[caption]".repeat(deep)}deep`,
  };
  test("a nesting without end in a text and in a comment", async () => {
    const items = Object.values(FLOODS).map((content, index) => ({
      id: index + 1,
      content,
      comments: [{ id: index + 101, content }],
    }));
    const { content, stdout } = await importText("deep.xml", writeWxr({ items }));
    assert.match(stdout, /posts +6 read, 6 in the archive/);
    assert.match(stdout, /comments +6 read, 6 in the archive/);
    for (const file of listFiles(content).filter((name) => name.startsWith("posts/")))
      assert.match(readFileSync(join(content, file), "utf8"), /deep/, file);
    assert.equal((await build(content)).code, 0);
  });

  test("comments that answer one another in a circle, in thousands", async () => {
    const size = countOf(2_000, 50_000);
    const comments = Array.from({ length: size }, (_, index) => ({
      id: String(index + 1),
      thread: "1",
      parent: String(((index + 1) % size) + 1),
    }));
    const { stdout, seconds } = await importText(
      "disqus.xml",
      writeDisqus({ threads: [{ id: "1", link: "https://blog.example/a/", title: "A" }], comments }),
    );
    assert.match(stdout, new RegExp(`comments +${size} read, ${size} in the archive`));
    assert.ok(seconds < size / 50, `${seconds} s`);
  });
});

test("a comment as long as a library is cut, and the account says so", {
  skip: IS_LARGE_RUN ? false : "takes a minute; npm run test:large does it",
}, async () => {
  const content = `<p>begin</p>${"<p>word <b>bold</b></p>".repeat(220_000)}`;
  const {
    content: archive,
    stdout,
    code,
  } = await importText("long.xml", writeWxr({ items: [{ id: 1, comments: [{ id: 5, content }, { id: 6 }] }] }));
  assert.equal(code, 1);
  assert.match(stdout, /comment 5: its text is \d+ characters long/);
  assert.match(stdout, /comments +2 read, 2 in the archive/);
  const checked = await runOrdskifteHere(["check", "--content", archive, "--lang", "en"]);
  assert.equal(checked.code, 0, checked.stdout);
});

describe("folders that cannot be written", () => {
  // Root may write anywhere.
  const skip = process.getuid?.() === 0 ? "run as root, who may write anywhere" : false;
  test("end a build and an import in words", { skip }, async () => {
    const folder = makeFolder();
    const content = writeArchive(join(folder, "content"), ONE);
    chmodSync(folder, 0o500);
    try {
      const { code, stderr } = await build(content, join(folder, "site"));
      assert.equal(code, 1);
      assert.match(stderr, /may not be written/);
    } finally {
      chmodSync(folder, 0o700);
    }
  });

  test("a file where a folder should be, likewise", async () => {
    const content = writeArchive(makeFolder(), ONE);
    const place = join(makeFolder(), "file");
    writeFileSync(place, "a file");
    const { code, stderr } = await build(content, join(place, "site"));
    assert.equal(code, 1);
    assert.doesNotMatch(stderr, /^\s+at /m);
    assert.equal(readFileSync(place, "utf8"), "a file");
  });
});

test("two builds into one folder at a time leave one whole site, and nothing beside it", async () => {
  const folder = makeFolder();
  const content = writeArchive(join(folder, "content"), ONE);
  const output = join(folder, "site");
  const args = ["build", "--content", content, "--output", output, "--no-search"];
  const results = await Promise.all([runOrdskifte(args), runOrdskifte(args)]);
  for (const { code, stderr } of results) assert.ok(code === 0 || /another build/i.test(stderr), stderr);
  assert.ok(results.some(({ code }) => code === 0));
  assert.ok(openSite(output).has("en/2011/one/index.html"));
  assert.deepEqual(readdirSync(folder).sort(), ["content", "site"]);
});

test("two imports into one archive at a time leave a whole one", async () => {
  const folder = makeFolder();
  const content = join(folder, "content");
  const files = ["one", "two"].map((name) => {
    const file = join(folder, `${name}.xml`);
    writeFileSync(file, writeWxr({ link: `https://${name}.example`, items: [{ id: 1, title: name }] }));
    return file;
  });
  mkdirSync(content);
  const results = await Promise.all(files.map((file) => runOrdskifte(["import", file, "--content", content])));
  for (const { code, stderr } of results)
    assert.ok(code === 0 || /another "import".*writes into this archive/.test(stderr), stderr);
  const { code } = await runOrdskifteHere(["check", "--content", content]);
  assert.equal(code, 0);
  assert.ok(!existsSync(join(content, ".import.lock")));
});
