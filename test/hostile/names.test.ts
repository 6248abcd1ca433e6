// Names that would stand in the way of the site's own files, or speak to the terminal: each is told, and the rest is built.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeArchive } from "../support/archive.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { makeFolder } from "../support/scratch.ts";
import { openSite } from "../support/site.ts";

/** What no line of a command's output may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|##\[|^\s*::/mu;

async function build(content: string) {
  const output = join(makeFolder(), "site");
  const result = await runOrdskifteHere([
    "build",
    "--content",
    content,
    "--output",
    output,
    "--no-search",
    "--url",
    "https://archive.example/",
  ]);
  return { ...result, site: openSite(output) };
}

test("no folder of a post takes the place of the site's own files", async () => {
  const posts = ["index.html", "INDEX.HTM", "feed.xml", "fine"].map((slug) => ({
    id: `2011/${slug}`,
    lang: "en",
    date: "2011",
  }));
  const { code, stderr, site } = await build(writeArchive(makeFolder(), { posts }));
  assert.equal(code, 1);
  assert.match(stderr, /posts\/2011\/index\.html: .*rename it/);
  assert.match(stderr, /posts\/2011\/feed\.xml: .*rename it/);
  assert.ok(site.has("en/2011/fine/index.html") && site.has("en/2011/index.html"));
});

test("no former address takes the place of the site's own files, or of what lies beside a text", async () => {
  const aliases = [
    "/feed.xml/",
    "/en/feed.xml/",
    "/en/2011/",
    "/EN/2011/",
    "/_redirects/",
    "/_headers/",
    "/robots.txt/",
    "/sitemap.xml/",
    "/ordskifte.json/",
    "/404.html",
    "/en/2011/two/plan.pdf/",
    "/en/2011/one/more/",
    "/\ud800/",
    `/${"å".repeat(180)}/`,
    `${"/long-folder".repeat(90)}/`,
    "/good/",
  ];
  const posts = [
    { id: "2011/one", lang: "en", date: "2011", title: "One", aliases },
    { id: "2011/two", lang: "en", date: "2011", title: "Two", files: { "plan.pdf": "%PDF-" } },
  ];
  const { code, stderr, site } = await build(writeArchive(makeFolder(), { posts }));
  assert.equal(code, 0, stderr);
  for (const file of ["feed.xml", "en/feed.xml", "_headers", "robots.txt", "sitemap.xml", "ordskifte.json"])
    assert.ok(site.has(file), file);
  assert.equal(site.read("en/2011/two/plan.pdf"), "%PDF-");
  assert.match(site.read("good/index.html"), /en\/2011\/one\//);
  assert.match(site.read("en/2011/index.html"), /Two/);
  assert.ok(!site.has("EN/2011/index.html"));
});

test("no old address does, where the archive stands in its blog's place", async () => {
  const paths = [
    "/feed.xml/",
    "/en/feed.xml/",
    "/en/",
    "/_headers/",
    "/robots.txt/",
    "/old/x/",
    "/*",
    "/:splat",
    "/%0a/*%20/en/%20301/",
    "/good/",
  ];
  const posts = paths.map((path, index) => ({
    id: `2011/p${index}`,
    lang: "en",
    date: "2011",
    source: "blog-example",
    source_id: String(index + 1),
    source_url: `https://blog.example${path}`,
  }));
  const content = writeArchive(makeFolder(), {
    settings: { takesOver: ["blog-example"] },
    sources: [{ id: "blog-example", url: "https://blog.example/", platform: "wordpress" }],
    posts,
  });
  const { code, stderr, site } = await build(content);
  assert.equal(code, 0, stderr);
  assert.match(site.read("_headers"), /^\/\*\n/);
  assert.match(site.read("feed.xml"), /^<\?xml/);
  assert.ok(site.has("good/index.html"));
  // A rule of its own for one address; nothing that a stranger called an address is a pattern.
  for (const line of site
    .read("_redirects")
    .split("\n")
    .filter((line) => !line.startsWith("#") && line !== "")) {
    const [from = "", to = "", status, ...rest] = line.split(" ");
    assert.deepEqual([status, rest], ["301", []], line);
    assert.doesNotMatch(from, /[*:]/, line);
    assert.match(to, /^\/[a-z]/, line);
  }
});

test("commands print no file name and no value that a terminal or GitHub's runner obeys", async () => {
  const evil = "\u001b[2Jx\u202e\u009b31m\r\n::error::y ##[add-mask]z";
  const content = writeArchive(makeFolder(), {
    posts: [
      {
        id: `2011/${evil.replaceAll("/", "")}`,
        title: evil,
        lang: evil,
        author: evil,
        date: evil,
        topics: [evil],
        image: evil,
        aliases: [evil],
        source: evil,
        source_id: evil,
        source_url: evil,
        body: `[x](${encodeURI("\u001b[1m")}.md) <script>\u001b[1m</script> ![](\u001b.png)`,
        thread: [
          { id: evil.replace(/[/\r\n]/g, ""), parent: evil, lang: evil, date: evil, author_url: evil, body: "x" },
        ],
        files: { [`${evil}.png`]: "no image" },
      },
    ],
    people: [{ id: "someone", name: evil, names: [evil], url: evil, lang: evil }],
    sources: [{ id: "one", url: evil, lang: evil, timezone: evil, exclude: [evil] }],
  });
  mkdirSync(join(content, "posts/2012", evil), { recursive: true });
  writeFileSync(join(content, "posts/2012", evil, "index.md"), `---\n${evil}: [\n---\n`);
  writeFileSync(join(content, "site.json"), `{ "title": "\u001b[2J`);
  for (const args of [
    ["build", "--output", join(makeFolder(), "site"), "--no-search"],
    ["check"],
    ["check", "--lang", "sv"],
    ["check", "--fix"],
  ]) {
    const { stdout, stderr } = await runOrdskifteHere([args[0] ?? "", "--content", content, ...args.slice(1)]);
    assert.ok(stdout !== "" || stderr !== "");
    assert.doesNotMatch(stdout, OBEYED, args.join(" "));
    assert.doesNotMatch(stderr, OBEYED, args.join(" "));
  }
});
