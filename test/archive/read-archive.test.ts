import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fixArchive } from "../../scripts/archive/fix.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { defaultSettings, readSiteSettings, writeSiteSettings } from "../../scripts/archive/site-settings.ts";
import { makeArchive, readAll } from "./temporary-archive.ts";

const FILES = {
  "site.json": '{"title": {"en": "Old talk"}, "language": "sv"}\n',
  "posts/2011/we-need-to-talk/index.md": '---\ntitle: "We need to talk"\ndate: "2011-01-19"\n---\n\nHello.\n',
  "posts/2011/we-need-to-talk/index.sv.md": '---\ntitle: "Vi måste tala"\n---\n\nHej.\n',
  "posts/2011/we-need-to-talk/comments/comment-10.md": '---\nid: "comment-10"\nparent: "comment-2"\n---\n\nYes.\n',
  "posts/2011/we-need-to-talk/comments/comment-2.md": '---\nid: "comment-2"\n---\n\nNo.\n',
  "posts/2011/we-need-to-talk/cat.png": "png",
  "posts/2011/we-need-to-talk/more/dog.png": "png",
  "posts/2011/we-need-to-talk/.DS_Store": "x",
  "posts/2011/.half.ordskifte-tmp/index.md": "---\n",
  "posts/undated/b/index.md": "---\n---\n",
  "posts/undated/a/index.md": "---\n---\n",
  "pages/about/index.md": '---\ntitle: "About"\n---\n\nUs.\n',
  "sources/exempel.md": '---\ntitle: "Exempel"\n---\n\nNotes.\n',
  "people/someone.md": '---\nname: "Someone"\nnames: ["S. One"]\nnoindex: false\n---\n\nA note.\n',
};

test("reads everything, in an order of its own", async (t) => {
  const { archive, problems } = await readArchive(makeArchive(t, FILES));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    archive.posts.map(({ id, type }) => [id, type]),
    [
      ["2011/we-need-to-talk", "post"],
      ["pages/about", "page"],
      ["undated/a", "post"],
      ["undated/b", "post"],
    ],
  );
  assert.deepEqual(archive.posts[0], {
    type: "post",
    id: "2011/we-need-to-talk",
    file: "posts/2011/we-need-to-talk/index.md",
    title: "We need to talk",
    date: "2011-01-19",
    body: "Hello.",
    thread: [
      { id: "comment-2", body: "No.", file: "posts/2011/we-need-to-talk/comments/comment-2.md" },
      {
        id: "comment-10",
        parent: "comment-2",
        body: "Yes.",
        file: "posts/2011/we-need-to-talk/comments/comment-10.md",
      },
    ],
    translations: [
      { lang: "sv", title: "Vi måste tala", body: "Hej.", file: "posts/2011/we-need-to-talk/index.sv.md" },
    ],
    attachments: ["cat.png", "more/dog.png"],
  });
  assert.deepEqual(archive.sources, [{ id: "exempel", title: "Exempel", body: "Notes.", file: "sources/exempel.md" }]);
  assert.deepEqual(archive.people, [
    { id: "someone", name: "Someone", names: ["S. One"], noindex: false, body: "A note.", file: "people/someone.md" },
  ]);
  assert.equal(archive.settings.title.en, "Old talk");
  assert.equal(archive.settings.language, "sv");
  assert.deepEqual(JSON.parse(JSON.stringify(archive)), archive);
});

test("a missing or empty folder is an empty archive with default settings", async (t) => {
  for (const folder of [makeArchive(t), join(makeArchive(t), "none")]) {
    const { archive, problems } = await readArchive(folder);
    assert.deepEqual([archive, problems], [{ posts: [], sources: [], people: [], settings: defaultSettings }, []]);
  }
});

test("reports broken files and reads the rest", async (t) => {
  const folder = makeArchive(t, {
    "site.json": "{ no json",
    "posts/2011/good/index.md": "---\n---\n\nGood.\n",
    "posts/2011/good/comments/c1.md": '---\nid: "c1"\n---\n\nGood.\n',
    "posts/2011/good/comments/c2.md": "---\nid: [\n---\n",
    "posts/2011/good/comments/c3.md": "---\nauthor: A\n---\n\nNo id.\n",
    "posts/2011/good/comments/c4.txt": "text",
    "posts/2011/good/comments/c5.md": '---\nid: "c5"\nstatus: "redacted"\n---\n\nStill here.\n',
    "posts/2011/good/index.sv.md": '---\nlang: "en"\n---\n',
    "posts/2011/good/notes.md": "notes",
    "posts/2011/broken/index.md": "---\ntitle: a: b\n---\n",
    "posts/2011/latin/index.md": Buffer.from('---\ntitle: "\xe5"\n---\n', "latin1"),
    "posts/2011/empty/comments/c1.md": '---\nid: "c1"\n---\n',
    "posts/2011/loose.md": "text",
    "posts/lately/post/index.md": "---\n---\n",
    "sources/s.md": "no front matter",
  });
  const { archive, problems } = await readArchive(folder);
  assert.deepEqual(
    problems.map(({ file, line, level, code }) => `${file}${line ? `:${line}` : ""} ${level} ${code}`),
    [
      "posts/2011/broken/index.md:2 error front-matter-invalid",
      "posts/2011/empty error index-missing",
      "posts/2011/good/comments/c2.md:3 error front-matter-invalid",
      "posts/2011/good/comments/c3.md error id-missing",
      "posts/2011/good/comments/c4.txt warning file-unexpected",
      "posts/2011/good/comments/c5.md:3 error status-body",
      "posts/2011/good/index.sv.md:2 error translation-lang",
      "posts/2011/good/notes.md warning file-unexpected",
      "posts/2011/latin/index.md error encoding-invalid",
      "posts/2011/loose.md warning file-unexpected",
      "posts/lately error year-folder",
      "site.json:1 error json-invalid",
      "sources/s.md:1 error front-matter-invalid",
    ],
  );
  const [good] = archive.posts;
  assert.equal(archive.posts.length, 1);
  assert.deepEqual(
    good?.thread.map(({ id, body }) => [id, body]),
    [
      ["c1", "Good."],
      ["c3", "No id."],
      ["c5", ""],
    ],
  );
});

test("does not follow symbolic links", async (t) => {
  const outside = makeArchive(t, { "index.md": "---\n---\n\nSecret.\n", "comments/c1.md": '---\nid: "c1"\n---\n' });
  const folder = makeArchive(t, { "posts/2011/own/index.md": "---\n---\n" });
  symlinkSync(outside, join(folder, "posts/2011/linked"));
  symlinkSync(join(outside, "comments"), join(folder, "posts/2011/own/comments"));
  symlinkSync(join(outside, "index.md"), join(folder, "posts/2011/own/secret.png"));
  symlinkSync("/nowhere", join(folder, "posts/2012"));
  const { archive, problems } = await readArchive(folder);
  assert.deepEqual(
    archive.posts.map(({ id, thread, attachments }) => [id, thread, attachments]),
    [["2011/own", [], []]],
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    Array(4).fill("symbolic-link"),
  );
});

test("site settings: wrong values are problems and give way to the defaults", async (t) => {
  const folder = makeArchive(t, {
    "site.json": JSON.stringify({
      title: "One title",
      description: 7,
      language: "Svenska",
      url: "example.org",
      takesOver: "a",
      topics: { a: 1 },
      sample: "yes",
      contact: "",
      colour: "red",
    }),
  });
  const { settings, problems } = await readSiteSettings(folder);
  assert.deepEqual(settings, { ...defaultSettings, title: { en: "One title", sv: "One title" } });
  assert.deepEqual(
    problems.map(({ key, level }) => `${key} ${level}`),
    [
      "description error",
      "language error",
      "url error",
      "takesOver error",
      "topics error",
      "sample error",
      "colour warning",
    ],
  );
});

test("site settings: written keys change, others stay", async (t) => {
  const folder = makeArchive(t, { "site.json": '{"colour": "red", "sample": true, "language": "sv"}' });
  assert.equal(await writeSiteSettings(folder, { sample: undefined, title: { en: "New" } }), true);
  assert.deepEqual(JSON.parse(readAll(folder)["site.json"] ?? ""), {
    colour: "red",
    language: "sv",
    title: { en: "New" },
  });
  const broken = makeArchive(t, { "site.json": "{" });
  assert.equal(await writeSiteSettings(broken, { language: "en" }), false);
  assert.deepEqual(readAll(broken), { "site.json": "{" });
  const missing = join(makeArchive(t), "deep/content");
  await writeSiteSettings(missing, { language: "en" });
  assert.deepEqual(readAll(missing), { "site.json": '{\n  "language": "en"\n}\n' });
});

test("a redacted or deleted comment says nothing, also when its file still does, and check tells", async (t) => {
  const personal = 'lang: "sv"\nauthor: "Anna"\nauthor_url: "https://anna.example/"\nby_post_author: true\n';
  const files = {
    "posts/2011/talk/index.md": '---\ndate: "2011"\n---\n',
    "posts/2011/talk/comments/c1.md": `---\nid: "c1"\nstatus: "redacted"\n${personal}date: "2011-01"\nAuthor: "A"\n---\n\nHej.\n`,
    "posts/2011/talk/comments/c2.md": `---\nid: "c2"\nstatus: "deleted"\n${personal}date: "2011-01"\n---\n`,
    "posts/2011/talk/comments/c3.md": `---\nid: "c3"\nstatus: "Redacted"\n${personal}---\n`,
  };
  const folder = makeArchive(t, files);
  const { archive, problems } = await readArchive(folder);
  const file = "posts/2011/talk/comments";
  assert.deepEqual(archive.posts[0]?.thread, [
    { id: "c1", status: "redacted", date: "2011-01", body: "", file: `${file}/c1.md` },
    { id: "c2", status: "deleted", body: "", file: `${file}/c2.md` },
    { id: "c3", status: "redacted", body: "", file: `${file}/c3.md` },
  ]);
  const found = problems.filter(({ level, code }) => level === "error" && code.startsWith("status-"));
  assert.deepEqual(found.map((problem) => `${problem.file.slice(-5, -3)} ${problem.code} ${problem.key}`).sort(), [
    "c1 status-author author",
    "c1 status-author author_url",
    "c1 status-author by_post_author",
    "c1 status-body status",
    "c2 status-author author",
    "c2 status-author author_url",
    "c2 status-author by_post_author",
    "c2 status-author date",
    "c3 status-author author",
    "c3 status-author author_url",
    "c3 status-author by_post_author",
  ]);
  await fixArchive(folder, { addressOf: () => "/" });
  for (const name of ["c1", "c2", "c3"]) assert.match(readAll(folder)[`${file}/${name}.md`] ?? "", /anna\.example/);
});
