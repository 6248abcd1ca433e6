// Saved pages beside the export of their blog: they add what the export does not hold, whichever came first, and change nothing of it.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import { writeWxr } from "../write-wxr.ts";
import { makeBlog } from "./changed-exports.ts";
import { writePage } from "./write-page.ts";

const WXR = writeWxr({
  items: [{ id: 1, slug: "one", link: "https://blog.example/2012/03/one/", comments: [{ id: 5 }, { id: 6 }] }],
});

for (const number of [1, undefined]) {
  const place = number === undefined ? "by its address" : "by its number";
  const page = writePage({ ...(number !== undefined && { number }) });

  test(`a page known ${place} and its export become one post, in either order`, async () => {
    for (const order of ["page first", "export first"] as const) {
      const blog = makeBlog();
      const files = [blog.write("page.html", page), blog.write("blog.xml", WXR)];
      if (order === "export first") files.reverse();
      for (const file of files) await blog.importAll([file]);
      const { archive } = await readArchive(blog.content);
      const shown = archive.posts.map(({ source_id, body, thread }) => [
        source_id,
        body,
        thread.map(({ id, body: words }) => `${id} ${words}`),
      ]);
      const thread = ["comment-5 Well said.", "comment-6 Well said.", "comment-8 Only on the page."];
      assert.deepEqual(shown, [["1", "Some words.", thread]], order);
      assert.equal(archive.sources[0]?.ledger?.format, "wxr-1.2", order);
      assert.equal(archive.sources[0]?.exports?.length, 2, order);
      const before = blog.tree();
      for (const file of [...files, ...files]) await blog.importAll([file]);
      assert.deepEqual(blog.tree(), before, order);
    }
  });

  test(`what was excluded stays away from a page known ${place}`, async () => {
    const blog = makeBlog();
    const [file, saved] = [blog.write("blog.xml", WXR), blog.write("page.html", page)];
    await blog.importAll([file]);
    rmSync(join(blog.content, "posts/2012/one/comments/comment-5.md"));
    blog.edit("sources/blog-example.md", "\n---\n", '\nexclude: ["1#comment-5"]\n---\n');
    const [report] = await blog.importAll([saved]);
    assert.deepEqual([report?.comments.new, report?.ledger.comments.skipped], [1, { excluded: 1 }]);
    assert.ok(!Object.keys(blog.tree()).some((path) => path.endsWith("comment-5.md")));
  });
}

test("a page that was saved again follows as long as no export holds its post", async () => {
  const blog = makeBlog();
  const again = (words: string) => blog.importAll([blog.write("page.html", writePage({ number: 1, words }))]);
  await again("Some words as the page showed them.");
  await again("Other words, as the page showed them later.");
  const [post] = (await readArchive(blog.content)).archive.posts;
  assert.equal(post?.body, "Other words, as the page showed them later.");
  assert.match(blog.read("sources/blog-example.records.csv"), /^~1,~5 ~8$/m);
  await blog.importAll([blog.write("blog.xml", WXR)]);
  assert.match(blog.read("sources/blog-example.records.csv"), /^1,5 6 ~8$/m);
});
