// --media on the command line: what it takes, what it refuses, what it tells.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runOrdskifteHere } from "../../support/command-line.ts";
import { makeFolder } from "../../support/scratch.ts";
import { makePhoto, writeBlog, writeUploads } from "./media-blog.ts";

async function run(...args: readonly string[]): ReturnType<typeof runOrdskifteHere> {
  return runOrdskifteHere(["import", "--lang", "en", ...args]);
}

test("--media tells what is held, and before that how to hold it", async () => {
  const folder = makeFolder();
  const [file, content] = [writeBlog(folder), join(folder, "content")];
  const uploads = await writeUploads(join(folder, "uploads"));
  const first = await run(file, "--content", content);
  assert.equal(first.code, 0);
  assert.match(first.stdout, /media +0 held, 12 not held\n +11 on blog\.example, 1 on other\.example/);
  assert.match(first.stdout, /To hold them, import again with --media/);
  assert.match(first.stdout, /content\/sources\/blog-example\.media\.csv lists each/);
  const second = await run(file, "--content", content, "--media", uploads);
  assert.equal(second.code, 0);
  assert.match(second.stdout, /media +6 held \(6 new\), 5 not held/);
});

test("--media refuses what is no folder or archive of files, and writes nothing", async () => {
  const folder = makeFolder();
  const [file, content] = [writeBlog(folder), join(folder, "content")];
  const missing = await run(file, "--content", content, "--media", join(folder, "nowhere"));
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /nowhere: there is no such file or folder/);
  const none = await run(file, "--content", content, "--media", file);
  assert.equal(none.code, 1);
  assert.match(none.stderr, /neither a folder nor a \.tar/);
  assert.ok(!existsSync(content));
});

test("--media-limit takes megabytes", async () => {
  const folder = makeFolder();
  const file = writeBlog(folder);
  for (const limit of ["x", "0", "20MB", "20,", "-1"]) {
    const { code, stderr } = await run(file, "--content", join(folder, "content"), `--media-limit=${limit}`);
    assert.equal(code, 2, limit);
    assert.match(stderr, /--media-limit takes megabytes/);
  }
});

test("a saved page's image comes from the folder beside it, by the large one that it leads to", async () => {
  const folder = makeFolder();
  const address = "https://blog.example/wp-content/uploads/2011/01/b.jpg";
  const body = `<p>A text about a walk by the lake, with enough words in it.</p><p><a href="${address}"><img src="Walk_files/b.jpg" alt="B"></a></p>`;
  const page = `<!DOCTYPE html><html lang="en"><head><title>Walk</title><link rel="canonical" href="https://blog.example/2011/01/walk/"></head><body><article class="post hentry"><h1 class="entry-title">Walk</h1><div class="entry-content">${body}</div></article></body></html>`;
  writeFileSync(join(folder, "Walk.html"), page);
  mkdirSync(join(folder, "Walk_files"));
  writeFileSync(join(folder, "Walk_files/b.jpg"), await makePhoto(1));
  const content = join(folder, "content");
  const { code } = await run(join(folder, "Walk.html"), "--content", content, "--media", join(folder, "Walk_files"));
  assert.equal(code, 0);
  const text = readFileSync(join(content, "posts/2011/walk/index.md"), "utf8");
  assert.match(text, /\[!\[B\]\(b\.jpg\)\]\(b\.jpg\)/);
});
