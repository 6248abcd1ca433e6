// Uploaded files keep their old addresses: those of public posts and those that are held, and nothing of drafts.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { makeFolder } from "../../support/scratch.ts";
import { readTree } from "../import-files.ts";
import type { WxrItemSpec } from "../write-wxr.ts";
import { importMedia, UPLOADS, writeBlog, writeUploads } from "./media-blog.ts";

const LIST = "sources/blog-example.attachments.csv";
const HEADER = "id,page,file,parent,held\n";
const BLOG = "https://blog.example";

function upload(id: number, name: string, more: Partial<WxrItemSpec>): WxrItemSpec {
  return { id, type: "attachment", status: "inherit", attachmentUrl: `${UPLOADS}/2011/01/${name}`, ...more };
}

const POSTS: readonly WxrItemSpec[] = [
  {
    id: 1,
    slug: "first",
    title: "First",
    content: `<p><img src="${UPLOADS}/2011/01/map-300x200.png" alt="Map"></p>`,
  },
  { id: 2, slug: "hidden", title: "Hidden", status: "draft", content: "<p>Draft</p>" },
];
const FILES: readonly WxrItemSpec[] = [
  upload(30, "plan.pdf", { parent: 1, link: `${BLOG}/?attachment_id=30` }),
  upload(4, "map.png", { parent: 0, link: `${BLOG}/map/` }),
  upload(31, "lost.jpg", { parent: 1, link: `${BLOG}/2011/01/first/lost/` }),
  upload(32, "secret.jpg", { parent: 2, link: `${BLOG}/2011/01/hidden/secret/` }),
  upload(33, "bin.jpg", { parent: 1, status: "trash", link: `${BLOG}/2011/01/first/bin/` }),
  upload(34, "nobody.jpg", { parent: 0, link: `${BLOG}/nobody/` }),
  upload(35, "absent.jpg", { parent: 77, link: `${BLOG}/absent/x/` }),
  // Shown by a public post, uploaded to a draft: the page's address tells the draft's name.
  upload(36, "map.png", { parent: 2, link: `${BLOG}/2011/01/hidden/map/` }),
];
const lineOf = {
  4: (held: string) => `4,${BLOG}/map/,${UPLOADS}/2011/01/map.png,,${held}\n`,
  30: `30,,${UPLOADS}/2011/01/plan.pdf,1,\n`,
  31: `31,${BLOG}/2011/01/first/lost/,${UPLOADS}/2011/01/lost.jpg,1,\n`,
  36: (held: string) => `36,,${UPLOADS}/2011/01/map.png,,${held}\n`,
};

describe("keep attachments", () => {
  test("without files, with files, again, with an export of less, and with what must stay away", async () => {
    const folder = makeFolder("attachments");
    const content = join(folder, "content");
    const read = (): string => readFileSync(join(content, LIST), "utf8");
    const file = writeBlog(folder, [...POSTS, ...FILES]);
    await importMedia(file, content, {}, true);
    assert.ok(!existsSync(join(content, LIST)), "a dry run writes nothing");
    await importMedia(file, content);
    assert.equal(read(), HEADER + lineOf[30] + lineOf[31]);

    await importMedia(file, content, { paths: [await writeUploads(join(folder, "uploads"))] });
    const [, post = ""] = /(posts\/\d+\/first)\/index\.md/.exec(Object.keys(readTree(content)).join("\n")) ?? [];
    const held = `${post}/map.png`;
    const whole = HEADER + lineOf[4](held) + lineOf[30] + lineOf[31] + lineOf[36](held);
    assert.equal(read(), whole);
    const tree = readTree(content);
    assert.ok(!JSON.stringify(tree).includes("hidden/"));
    await importMedia(file, content);
    assert.deepEqual(readTree(content), tree, "a second import changes no byte");

    // An export of posts only tells of no files: what is known of them stays.
    await importMedia(writeBlog(folder, [...POSTS, FILES[2] as WxrItemSpec]), content);
    assert.equal(read(), whole);

    const source = join(content, "sources/blog-example.md");
    writeFileSync(source, readFileSync(source, "utf8").replace("---\n", '---\nexclude: ["31"]\n'));
    await importMedia(file, content);
    assert.equal(read(), whole.replace(lineOf[31], ""));

    // A person takes the post out of sight.
    const index = join(content, post, "index.md");
    writeFileSync(index, readFileSync(index, "utf8").replace("---\n", "---\nstatus: draft\n"));
    await importMedia(file, content);
    assert.ok(!existsSync(join(content, LIST)), "an empty list goes");
  });
});
