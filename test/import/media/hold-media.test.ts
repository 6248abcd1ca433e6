// Files of a blog come beside its posts and stay there: matching, addresses, the list, second runs, and what people do.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type MediaRow, parseMediaRows } from "../../../scripts/archive/media-list.ts";
import { readArchive } from "../../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../../scripts/archive/validate.ts";
import { describeObstacle } from "../../../scripts/import/media/note-outcome.ts";
import { makeFolder } from "../../support/scratch.ts";
import { readTree } from "../import-files.ts";
import { ITEMS, importMedia, makePhoto, SECRET, UPLOADS, writeBlog, writeUploads } from "./media-blog.ts";

const FIRST = "posts/2011/first";
const LIST = "sources/blog-example.media.csv";

interface Blog {
  readonly content: string;
  readonly file: string;
  readonly uploads: string;
  readonly folder: string;
}

let shared: Blog | undefined;

/** Returns an archive of the blog with its files, a copy for each test. */
async function importBlog(): Promise<Blog> {
  if (shared === undefined) {
    const folder = makeFolder("media");
    const uploads = await writeUploads(join(folder, "uploads"));
    shared = { folder, uploads, content: join(folder, "content"), file: writeBlog(folder) };
    await importMedia(shared.file, shared.content, { paths: [uploads] });
  }
  const folder = makeFolder("media");
  cpSync(shared.content, join(folder, "content"), { recursive: true });
  return { ...shared, folder, content: join(folder, "content") };
}

function readRows(content: string): readonly MediaRow[] {
  return parseMediaRows(readFileSync(join(content, LIST), "utf8"));
}

function stateOf(content: string, name: string): string {
  return readRows(content).find(({ url, post }) => url.endsWith(name) && post === FIRST)?.state ?? "none";
}

function imagesIn(content: string, folder = FIRST): readonly string[] {
  return readdirSync(join(content, folder))
    .filter((name) => !/\.md$|^comments$/.test(name))
    .sort();
}

/** Everything that stands, but for what a run tells of itself. */
function treeOf(content: string): Readonly<Record<string, string>> {
  return readTree(content);
}

describe("hold media", () => {
  test("files come beside their posts, once each, without metadata, and the texts lead to them", async () => {
    const { content } = await importBlog();
    assert.deepEqual(imagesIn(content), ["asas-photo.jpg", "header.jpg", "map-2.png", "map.png", "plan.pdf"]);
    assert.deepEqual(imagesIn(content, "posts/2011/second"), ["map.png"]);
    const text = readFileSync(join(content, FIRST, "index.md"), "utf8");
    assert.match(text, /^image: "header\.jpg"$/m);
    assert.match(text, /\[!\[Åsa\]\(asas-photo\.jpg\)\]\(/);
    assert.match(
      text,
      /\[!\[Again\]\(asas-photo\.jpg\)\]\(asas-photo\.jpg\)/,
      "the page about a file leads to the file",
    );
    assert.match(text, /!\[January\]\(map\.png\) !\[February\]\(map-2\.png\)/);
    assert.match(text, /!\[The same\]\(map-2\.png\)/);
    assert.match(text, /\[the plan\]\(plan\.pdf\), or \[another\]\(https:\/\/other\.example\/plan\.pdf\)/);
    assert.match(text, /!\[Lost\]\(https:/);
    const comment = readFileSync(join(content, FIRST, "comments/comment-7.md"), "utf8");
    assert.match(comment, /\[the plan\]\(\.\.\/plan\.pdf\) and \[the map\]\(\.\.\/map-2\.png\)/);
    for (const name of imagesIn(content)) assert.ok(!readFileSync(join(content, FIRST, name)).includes(SECRET), name);
    const { archive, problems } = await readArchive(content);
    assert.deepEqual(
      [...problems, ...validateArchive(archive)].filter(({ level }) => level === "error"),
      [],
    );
  });

  test("the list and the account tell what is held and why others are not", async () => {
    const { content, file, uploads } = await importBlog();
    assert.equal(stateOf(content, "error.jpg"), "wrong-content");
    assert.equal(stateOf(content, "drawing.svg"), "unsupported-kind");
    assert.equal(stateOf(content, "lost.jpg"), "not-held");
    assert.equal(stateOf(content, "other.example/2011/01/map.png"), "foreign-host");
    assert.equal(stateOf(content, "other.example/plan.pdf"), "none");
    const { ledger, addedMedia } = await importMedia(file, content, { paths: [uploads] });
    assert.equal(addedMedia, 0);
    assert.equal(ledger.media?.held, 6);
    assert.deepEqual(ledger.media?.hosts, { "blog.example": 4, "other.example": 1 });
  });

  test("the same again, with files and without, changes no byte", async () => {
    const { content, file, uploads } = await importBlog();
    const before = treeOf(content);
    await importMedia(file, content, { paths: [uploads] });
    assert.deepEqual(treeOf(content), before);
    await importMedia(file, content);
    assert.deepEqual(treeOf(content), before);
  });

  test("without files, links stay and the account counts them; files that come later are held as if they had been there", async () => {
    const { uploads, file, content: whole } = await importBlog();
    const content = join(makeFolder(), "content");
    const { ledger } = await importMedia(file, content);
    assert.equal(ledger.media?.held, 0);
    assert.deepEqual(ledger.media?.reasons, { "not-held": 11, "foreign-host": 1 });
    await importMedia(file, content, { paths: [uploads] });
    assert.deepEqual(treeOf(content), treeOf(whole));
  });

  test("a dry run writes nothing", async () => {
    const { file, content, uploads } = await importBlog();
    const before = treeOf(content);
    rmSync(join(content, FIRST, "map.png"));
    await importMedia(file, content, { paths: [uploads] }, true);
    assert.ok(!existsSync(join(content, FIRST, "map.png")));
    const { "posts/2011/first/map.png": _gone, ...rest } = before;
    assert.deepEqual(treeOf(content), rest);
  });

  test("a file that a person replaced stays, also when the file comes again", async () => {
    const { content, file, uploads } = await importBlog();
    writeFileSync(join(content, FIRST, "map.png"), "a better map");
    const before = treeOf(content);
    await importMedia(file, content, { paths: [uploads] });
    assert.deepEqual(treeOf(content), before);
  });

  test("a file that was deleted comes back, unless the list says removed", async () => {
    const { content, file, uploads } = await importBlog();
    const before = treeOf(content);
    rmSync(join(content, FIRST, "asas-photo.jpg"));
    await importMedia(file, content, { paths: [uploads] });
    assert.deepEqual(treeOf(content), before);
    rmSync(join(content, FIRST, "asas-photo.jpg"));
    const list = readFileSync(join(content, LIST), "utf8");
    writeFileSync(
      join(content, LIST),
      list.replaceAll(/^([^,]+),held,asas-photo.jpg,[^,]*,[^,]*,/gm, "$1,removed,,,,"),
    );
    await importMedia(file, content, { paths: [uploads] });
    assert.ok(!existsSync(join(content, FIRST, "asas-photo.jpg")));
    assert.match(readFileSync(join(content, FIRST, "index.md"), "utf8"), /!\[Åsa\]\(https:/);
  });

  test("no file comes for a text that a person edited or redacted, nor for an excluded post", async () => {
    const { uploads, file } = await importBlog();
    const content = join(makeFolder(), "content");
    await importMedia(file, content);
    const post = join(content, FIRST, "index.md");
    writeFileSync(post, readFileSync(post, "utf8").replace("February", "A map of February"));
    const comment = join(content, FIRST, "comments/comment-7.md");
    writeFileSync(comment, '---\nid: "comment-7"\nstatus: "redacted"\n---\n');
    const edited = readFileSync(post, "utf8");
    const source = join(content, "sources/blog-example.md");
    writeFileSync(source, readFileSync(source, "utf8").replace(/^ledger:/m, 'exclude: ["2"]\nledger:'));
    rmSync(join(content, "posts/2011/second"), { recursive: true });
    await importMedia(file, content, { paths: [uploads] });
    assert.deepEqual(imagesIn(content), []);
    assert.equal(readFileSync(post, "utf8"), edited);
    assert.equal(stateOf(content, "map.png"), "post-edited");
    assert.ok(!existsSync(join(content, "posts/2011/second")));
    assert.ok(!readRows(content).some(({ post: folder }) => folder === "posts/2011/second"));
  });

  test("neither the names of given folders nor those of this machine bring personal data into the list", async () => {
    const folder = makeFolder("media");
    const uploads = join(folder, "uploads");
    for (const owner of ["eva", "kim"]) {
      mkdirSync(join(uploads, `${owner}@example.org`), { recursive: true });
      writeFileSync(join(uploads, `${owner}@example.org`, "pic.jpg"), await makePhoto(owner.charCodeAt(0)));
    }
    const post = { id: 1, slug: "first", title: "First", date: "2011-01-05 10:00:00" };
    const file = writeBlog(folder, [{ ...post, content: `<img src="${UPLOADS}/pic.jpg">` }]);
    await importMedia(file, join(folder, "content"), { paths: [uploads] });
    const note = readRows(join(folder, "content"))[0]?.note;
    assert.equal(note, "[e-mail removed]/pic.jpg | [e-mail removed]/pic.jpg");
    const error = Object.assign(new Error("EACCES: permission denied, open '/home/eva/pic.jpg'"), { code: "EACCES" });
    assert.equal(describeObstacle(error), "EACCES");
  });

  test("what an interrupted import noted of files outlives the import of another blog", async () => {
    const { content, file } = await importBlog();
    const journal = join(content, "sources/.blog-example.media.ordskifte-tmp");
    writeFileSync(journal, `${FIRST},gone,,,,${UPLOADS}/2011/01/lost.jpg,HTTP 404\n`);
    const post = { id: 1, slug: "one", title: "One", date: "2011-01-05 10:00:00", content: "One" };
    await importMedia(writeBlog(makeFolder("media"), [post], "https://other.example"), content);
    assert.ok(existsSync(journal));
    await importMedia(file, content);
    assert.equal(stateOf(content, "lost.jpg"), "gone");
    assert.ok(!existsSync(journal));
  });

  test("what a person removed after a run that was killed stays away", async () => {
    const { content, file } = await importBlog();
    const list = join(content, "sources/blog-example.media.csv");
    const url = `${UPLOADS}/2011/01/lost.jpg`;
    const rows = readFileSync(list, "utf8").split("\n");
    const removed = rows.map((row) => (row.includes("lost.jpg") ? `${FIRST},removed,,,,${url},` : row));
    writeFileSync(list, removed.join("\n"));
    writeFileSync(join(content, "sources/.blog-example.media.ordskifte-tmp"), `${FIRST},held,lost.jpg,3,abc,${url},\n`);
    await importMedia(file, content);
    assert.equal(stateOf(content, "lost.jpg"), "removed");
  });

  for (const [how, takeAway] of Object.entries({
    redacted: (comment: string) => writeFileSync(comment, '---\nid: "comment-7"\nstatus: "redacted"\n---\n'),
    excluded: (comment: string, source: string) => {
      rmSync(comment);
      writeFileSync(source, readFileSync(source, "utf8").replace(/^ledger:/m, 'exclude: ["comment-7"]\nledger:'));
    },
  })) {
    test(`the list does not tell what a comment showed that was ${how}`, async () => {
      const folder = makeFolder("media");
      const content = join(folder, "content");
      const secret = `${UPLOADS}/2011/01/secret.jpg`;
      const comments = [{ id: 7, content: `<img src="${secret}"> <img src="${UPLOADS}/2011/01/map.png">` }];
      const post = { id: 1, slug: "first", title: "First", date: "2011-01-05 10:00:00", comments };
      const file = writeBlog(folder, [{ ...post, content: `<img src="${UPLOADS}/2011/01/map.png">` }]);
      await importMedia(file, content);
      assert.equal(stateOf(content, "secret.jpg"), "not-held");
      takeAway(join(content, FIRST, "comments/comment-7.md"), join(content, "sources/blog-example.md"));
      await importMedia(file, content);
      assert.equal(stateOf(content, "secret.jpg"), "none");
      assert.equal(stateOf(content, "map.png"), "not-held");
    });
  }

  test("a post that was moved keeps its files", async () => {
    const { content, file } = await importBlog();
    mkdirSync(join(content, "posts/2012"));
    renameSync(join(content, "posts/2011/second"), join(content, "posts/2012/renamed"));
    const before = readFileSync(join(content, "posts/2012/renamed/index.md"), "utf8");
    await importMedia(file, content);
    assert.equal(readFileSync(join(content, "posts/2012/renamed/index.md"), "utf8"), before);
    assert.deepEqual(
      readRows(content)
        .filter(({ post }) => post.includes("second") || post.includes("renamed"))
        .map(({ post }) => post),
      ["posts/2012/renamed"],
    );
  });

  test("an export of some posts leaves the others' files and lines as they are", async () => {
    const { content, folder } = await importBlog();
    const before = readRows(content);
    await importMedia(writeBlog(folder, ITEMS.slice(1)), content);
    assert.deepEqual(readRows(content), before);
    assert.equal(imagesIn(content).length, 5);
  });

  test("limits of one file and of all", async () => {
    const { file, uploads } = await importBlog();
    const content = join(makeFolder(), "content");
    await importMedia(file, content, { paths: [uploads], maxFileSize: 100 });
    assert.deepEqual(imagesIn(content), ["plan.pdf"]);
    assert.equal(stateOf(content, "/map.png"), "too-large");
    const other = join(makeFolder(), "content");
    const { ledger } = await importMedia(file, other, { paths: [uploads], maxTotalSize: 600 });
    assert.ok((ledger.media?.held ?? 0) > 0 && (ledger.media?.reasons["too-large"] ?? 0) > 0);
  });

  test("names that no file system takes, or that would run in a spreadsheet", async () => {
    const folder = makeFolder();
    const names = ["CON.jpg", "index.jpg", "=cmd().jpg", "2011.jpg", "Map.JPG", "map.jpg"];
    const uploads = await writeUploads(join(folder, "uploads"));
    const photos = readdirSync(join(uploads, "2011/01"));
    assert.ok(photos.includes("map.png"));
    for (const [index, name] of names.entries()) {
      const bytes = Buffer.concat([readFileSync(join(uploads, "2011/01/plan.pdf")), Buffer.from(String(index))]);
      writeFileSync(join(uploads, "2011/01", name), bytes);
    }
    const links = names.map((name) => `<a href="${UPLOADS}/2011/01/${name}">x</a>`).join(" ");
    const file = writeBlog(folder, [{ id: 1, slug: "first", date: "2011-01-05 10:00:00", content: `<p>${links}</p>` }]);
    const content = join(folder, "content");
    await importMedia(file, content, { paths: [uploads] });
    const held = imagesIn(content);
    assert.equal(new Set(held.map((name) => name.toLowerCase())).size, names.length);
    for (const name of held) assert.match(name, /^[a-z0-9-]+\.pdf$/);
    assert.ok(!held.includes("con.pdf") && !held.includes("index.pdf"));
  });
});
