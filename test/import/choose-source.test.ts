// Which source an import writes to: two blogs whose ids would be equal stay apart, and each is found again.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { runOrdskifteHere } from "../support/command-line.ts";
import { readTree } from "./import-files.ts";
import { writeClassic } from "./write-blogger.ts";
import { writeWxr } from "./write-wxr.ts";

interface Place {
  readonly content: string;
  readonly write: (name: string, text: string) => string;
  readonly run: (...args: readonly string[]) => ReturnType<typeof runOrdskifteHere>;
}

function makePlace(t: TestContext): Place {
  const folder = mkdtempSync(join(tmpdir(), "ordskifte-choose-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const content = join(folder, "content");
  return {
    content,
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    run: (...args) => runOrdskifteHere(["import", "--lang", "en", ...args, "--content", content]),
  };
}

const writeBlog = (link: string, content: string): string =>
  writeWxr({ link, items: [{ id: 1, content, slug: "hello", link: `${link}/hello/` }] });

async function readPosts(content: string): Promise<readonly string[]> {
  const { archive } = await readArchive(content);
  return archive.posts.map(({ source, body }) => `${source} ${body.trim()}`).sort();
}

const BOTH = ["my-blog-example Blog one", "my-blog-example-2 Blog two"];

test("two blogs whose addresses give one id are two sources, also when they are imported again", async (t) => {
  const { write, run, content } = makePlace(t);
  const one = write("one.xml", writeBlog("https://my-blog.example", "Blog one"));
  const two = write("two.xml", writeBlog("https://my.blog.example", "Blog two"));
  await run(one);
  const { code, stdout } = await run(two);
  assert.equal(code, 0);
  assert.match(stdout, /my-blog-example\.md is of another blog .*; this one is my-blog-example-2 here/);
  assert.deepEqual(await readPosts(content), BOTH);
  const before = readTree(content);
  const again = await run(two, one);
  assert.doesNotMatch(again.stdout, /another blog/);
  assert.deepEqual(readTree(content), before);
});

test("the same in one run, and a dry run says so too", async (t) => {
  const { write, run, content } = makePlace(t);
  const one = write("one.xml", writeBlog("https://my-blog.example", "Blog one"));
  const two = write("two.xml", writeBlog("https://my.blog.example", "Blog two"));
  const dry = await run(one, two, "--dry-run");
  assert.match(dry.stdout, /source my-blog-example-2/);
  assert.ok(!existsSync(content));
  await run(one, two);
  assert.deepEqual(await readPosts(content), BOTH);
});

test("one blog stays one source, however its address is written", async (t) => {
  const { write, run, content } = makePlace(t);
  await run(write("old.xml", writeBlog("http://blog.example/", "Old")));
  await run(write("new.xml", writeBlog("https://blog.example", "New")));
  assert.deepEqual(await readPosts(content), ["blog-example New"]);
});

test("a blog that moved from Blogger to WordPress keeps two sources, with the account of each", async (t) => {
  const { write, run, content } = makePlace(t);
  const posts = [{ id: "11", title: "Then", content: "Words.", path: "/2011/01/then.html" }];
  await run(write("blog.xml", writeClassic({ id: "77", title: "A blog", url: "https://blog.example", posts })));
  const before = (await readArchive(content)).archive.sources;
  assert.deepEqual(
    before.map(({ id, platform }) => [id, platform]),
    [["blog-example", "blogger"]],
  );
  await run(write("wordpress.xml", writeBlog("https://blog.example", "Now")));
  const { sources } = (await readArchive(content)).archive;
  assert.deepEqual(sources.map(({ id, platform }) => `${id} ${platform}`).sort(), [
    "blog-example blogger",
    "blog-example-2 wordpress",
  ]);
  assert.deepEqual(sources.find(({ id }) => id === "blog-example")?.ledger, before[0]?.ledger);
});

test("--source that names a source of another blog is an error, and nothing is written", async (t) => {
  const { write, run, content } = makePlace(t);
  await run(write("one.xml", writeBlog("https://one.example", "One")), "--source", "mine");
  const before = readTree(content);
  const { code, stderr } = await run(write("two.xml", writeBlog("https://two.example", "Two")), "--source", "mine");
  assert.equal(code, 1);
  assert.match(stderr, /--source mine names a source of another blog: .*one\.example.*two\.example/);
  assert.match(stderr, /Nothing was written/);
  assert.deepEqual(readTree(content), before);
});
