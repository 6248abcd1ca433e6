// Pictures in the folder that a browser saved beside a page.

import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeFolder } from "../support/scratch.ts";
import { importFiles, readTree } from "./import-files.ts";
import { makePhoto, SECRET } from "./media/media-blog.ts";

const PAGE = `<!DOCTYPE html><html lang="en"><head><link rel="canonical" href="https://lake.example.org/2012/02/03/storm/"></head>
<body class="single"><article class="hentry post" id="post-3"><h1 class="entry-title">The storm</h1><div class="entry-content">
<p>It blew over the lake all night, and in the morning the boat lay on the other side of the bay.</p>
<p><img src="./storm_files/boat%20(1).jpg" alt="The boat"></p>
<p><img src="storm_files/bay.jpg" alt="The bay" data-orig-file="https://lake.example.org/wp-content/uploads/bay.jpg"></p>
<p><img src="storm_files/gone.jpg" alt="The wind"> <img src="storm_files/page.jpg" alt="A web page">
<img src="../other_files/secret.jpg" alt="Elsewhere"> <img src="storm_files/link.jpg" alt="By a link"></p>
</div></article></body></html>`;

async function savePage(): Promise<string> {
  const folder = makeFolder("saved");
  const parts = join(folder, "pages/storm_files");
  mkdirSync(parts, { recursive: true });
  mkdirSync(join(folder, "other_files"));
  writeFileSync(join(folder, "pages/storm.html"), PAGE);
  writeFileSync(join(parts, "boat (1).jpg"), await makePhoto(1));
  writeFileSync(join(parts, "bay.jpg"), await makePhoto(2));
  writeFileSync(join(parts, "page.jpg"), "<!doctype html><title>Not found</title>");
  writeFileSync(join(folder, "other_files/secret.jpg"), await makePhoto(3));
  symlinkSync(join(folder, "other_files/secret.jpg"), join(parts, "link.jpg"));
  return folder;
}

for (const [what, named] of [
  ["the page", "pages/storm.html"],
  ["its folder", "pages"],
] as const) {
  test(`the user names ${what}: pictures beside it are held without being asked for, and nothing else`, async () => {
    const folder = await savePage();
    const content = makeFolder("content");
    const [report] = await importFiles([join(folder, named)], content);
    const tree = readTree(content);
    const post = tree["posts/2012/storm/index.md"] ?? "";
    assert.match(post, /!\[The boat\]\(boat-1\.jpg\)/);
    assert.match(post, /!\[The bay\]\(bay\.jpg\)/);
    for (const words of ["The wind", "A web page", "Elsewhere", "By a link"]) assert.match(post, new RegExp(words));
    assert.equal(post.match(/!\[/g)?.length, 2);
    assert.equal(report?.addedMedia, 2);
    assert.deepEqual([report?.ledger.media?.held, report?.ledger.media?.missing], [2, 0]);
    assert.match(JSON.stringify(report?.ledger.problems), /4 images are not in the folder beside the page/);
    assert.ok(!(tree["posts/2012/storm/boat-1.jpg"] ?? SECRET).includes(SECRET));
    await importFiles([join(folder, named)], content);
    assert.deepEqual(readTree(content), tree);
  });
}

test("where the folder is gone, an image that had an address in the web stays held", async () => {
  const folder = await savePage();
  const content = makeFolder("content");
  await importFiles([join(folder, "pages/storm.html")], content);
  rmSync(join(folder, "pages/storm_files"), { recursive: true });
  await importFiles([join(folder, "pages/storm.html")], content);
  const post = readTree(content)["posts/2012/storm/index.md"] ?? "";
  assert.match(post, /!\[The bay\]\(bay\.jpg\)/);
  assert.match(post, /The boat/);
});
