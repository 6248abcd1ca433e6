import assert from "node:assert/strict";
import { test } from "node:test";
import { openArchiveWriter } from "../../scripts/archive/archive-writer.ts";
import { type FixOptions, fixArchive } from "../../scripts/archive/fix.ts";
import type { PostDraft } from "../../scripts/archive/model.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { validateArchive } from "../../scripts/archive/validate.ts";
import { speak } from "../../scripts/strings/messages/index.ts";
import { post, SOURCE } from "./drafts.ts";
import { makeArchive, readAll } from "./temporary-archive.ts";

async function fix(folder: string): Promise<readonly object[]> {
  const { tell } = speak("en");
  const addressOf: FixOptions["addressOf"] = ({ id }, lang, settings) => `/${lang ?? settings.language}/${id}/`;
  return (await fixArchive(folder, { addressOf })).map((fix) => ({ ...fix, what: tell(fix.what) }));
}

test("rewrites hand-typed files in normal form, and only those", async (t) => {
  const folder = makeArchive(t, {
    "posts/2011/talk/index.md": "---\ndate: 2011-01-19\ntitle: Talk\nmood: good\n---\nText  \n\n\nmore\n\n",
    "posts/2011/talk/comments/c1.md": '---\r\nid: "c1"\r\n---\r\n\r\nHello\r\n',
    "posts/2011/talk/comments/c2.md": '---\nid: "c2"\n---\n\nFine.\n',
    "sources/exempel.md": "---\ntitle: Exempel\nexclude:\n- 12\n---\n",
  });
  assert.deepEqual(await fix(folder), [
    { file: "sources/exempel.md", what: "rewrote it in normal form" },
    { file: "posts/2011/talk/index.md", what: "rewrote it in normal form" },
    { file: "posts/2011/talk/comments/c1.md", what: "gave it LF line ends" },
  ]);
  assert.deepEqual(readAll(folder), {
    "posts/2011/talk/comments/c1.md": '---\nid: "c1"\n---\n\nHello\n',
    "posts/2011/talk/comments/c2.md": '---\nid: "c2"\n---\n\nFine.\n',
    "posts/2011/talk/index.md": '---\ntitle: "Talk"\ndate: "2011-01-19"\nmood: "good"\n---\n\nText  \n\n\nmore\n',
    "sources/exempel.md": '---\ntitle: "Exempel"\nexclude: ["12"]\n---\n',
  });
  assert.deepEqual(await fix(folder), []);
});

test("leaves what a person must decide", async (t) => {
  const folder = makeArchive(t, {
    "posts/2010/talk/index.md": "---\ntitle: Talk\ndate: last year\nstatus: spam\n---\n",
    "posts/2010/talk/comments/c1.md": "---\nid: c1\nstatus: redacted\n---\nStill here.\n",
    "posts/2010/talk/comments/c2.md": "---\nauthor: A\n---\n",
    "posts/2010/talk/comments/c3.md": "---\nid: [\n---\n",
    "posts/2010/walk/index.md": "---\ntitle: a: b\n---\n",
  });
  const files = readAll(folder);
  assert.deepEqual(await fix(folder), []);
  assert.deepEqual(readAll(folder), files);
});

test("moves a post to the year of its date and keeps its old addresses", async (t) => {
  const folder = makeArchive(t, {
    "posts/2010/talk/index.md": '---\ntitle: "Talk"\ndate: "2011-01-19"\naliases: ["/old/"]\n---\n\nText.\n',
    "posts/2010/talk/index.sv.md": '---\ntitle: "Samtal"\ndate: "2010"\n---\n\nText.\n',
    "posts/2010/talk/comments/c1.md": '---\nid: "c1"\n---\n\nHello\n',
    "posts/2010/talk/cat.png": "png",
    "posts/2011/talk/index.md": '---\ntitle: "Other"\ndate: "2011"\ntranslation_of: "2010/talk"\n---\n',
    "posts/2011/undated/index.md": '---\nlang: "sv"\n---\n',
  });
  assert.deepEqual(await fix(folder), [
    {
      file: "posts/2010/talk",
      what: "moved to posts/2011/talk-2, because its date is 2011-01-19; /en/2010/talk/ is kept in its aliases",
    },
    {
      file: "posts/2011/undated",
      what: "moved to posts/undated/undated, because it has no date; /sv/2011/undated/ is kept in its aliases",
    },
    { file: "posts/2011/talk/index.md", what: "translation_of follows its original to 2011/talk-2" },
  ]);
  assert.deepEqual(readAll(folder), {
    "posts/2011/talk-2/cat.png": "png",
    "posts/2011/talk-2/comments/c1.md": '---\nid: "c1"\n---\n\nHello\n',
    "posts/2011/talk-2/index.md":
      '---\ntitle: "Talk"\ndate: "2011-01-19"\naliases: ["/old/", "/en/2010/talk/"]\n---\n\nText.\n',
    "posts/2011/talk-2/index.sv.md": '---\ntitle: "Samtal"\ndate: "2010"\naliases: ["/sv/2010/talk/"]\n---\n\nText.\n',
    "posts/2011/talk/index.md": '---\ntitle: "Other"\ndate: "2011"\ntranslation_of: "2011/talk-2"\n---\n',
    "posts/undated/undated/index.md": '---\nlang: "sv"\naliases: ["/sv/2011/undated/"]\n---\n',
  });
  assert.deepEqual(await fix(folder), []);
  const { archive, problems } = await readArchive(folder);
  assert.deepEqual([...problems, ...validateArchive(archive)], []);
});

test("names a comment's file after its id, unless another has the name", async (t) => {
  const folder = makeArchive(t, {
    "posts/undated/talk/index.md": "---\n---\n",
    "posts/undated/talk/comments/lost.md": '---\nid: "comment-1"\n---\n\nHello\n',
    "posts/undated/talk/comments/other.md": '---\nid: "comment-2"\n---\n\nHello\n',
    "posts/undated/talk/comments/comment-2.md": '---\nid: "comment-2"\n---\n\nHello\n',
  });
  assert.deepEqual(await fix(folder), [
    { file: "posts/undated/talk/comments/lost.md", what: "renamed to comment-1.md, after its id" },
  ]);
});

test("a moved post that nobody edited is still updated by its next import", async (t) => {
  const folder = makeArchive(t);
  const draft = {
    type: "post",
    title: "Talk",
    slug: "talk",
    source: "exempel",
    source_id: "1",
    body: "Text.",
    thread: [],
  } as const;
  const write = async (date: string, body: string) => {
    const writer = await openArchiveWriter(folder, { source: "exempel" });
    await writer.writeSource({});
    return writer.writePost({ ...draft, date, body });
  };
  await write("2010-12-31", "Text.");
  const stayed = await write("2011-01-01", "Text.");
  assert.deepEqual([stayed.id, stayed.outcome], ["2010/talk", "updated"]);
  assert.equal((await fix(folder)).length, 1);
  const after = await write("2011-01-01", "Newer.");
  assert.deepEqual([after.id, after.outcome], ["2011/talk", "updated"]);
  assert.match(
    readAll(folder)["posts/2011/talk/index.md"] ?? "",
    /aliases: \["\/en\/2010\/talk\/"\]\n---\n\nNewer\.\n$/,
  );
});

test("a post whose language and year change at the source keeps each address that it had", async (t) => {
  const folder = makeArchive(t);
  const addressOf: FixOptions["addressOf"] = ({ id }, lang, settings) => `/${lang ?? settings.language}/${id}/`;
  const write = async (changes: Partial<PostDraft>) => {
    const writer = await openArchiveWriter(folder, { source: SOURCE, addressOf });
    return writer.writePost(post(1, { slug: "hello", date: "2011", lang: "en", ...changes }));
  };
  const aliasesOf = async () => (await readArchive(folder)).archive.posts.map(({ id, aliases }) => [id, aliases]);
  await write({});
  await write({ lang: "sv" });
  assert.deepEqual(await aliasesOf(), [["2011/hello", ["/en/2011/hello/"]]]);
  assert.equal((await write({ lang: "sv" })).outcome, "unchanged");
  await write({ lang: "sv", date: "2012" });
  await fix(folder);
  assert.deepEqual(await aliasesOf(), [["2012/hello", ["/en/2011/hello/", "/sv/2011/hello/"]]]);
  await write({ lang: "en", date: "2012" });
  await write({ lang: "sv", date: "2012" });
  assert.deepEqual(await aliasesOf(), [["2012/hello", ["/en/2011/hello/", "/sv/2011/hello/", "/en/2012/hello/"]]]);
});

test("leaves files with YAML comments as they are, and says so", async (t) => {
  const folder = makeArchive(t, {
    "posts/2011/talk/index.md": "---\n# from the printed programme\ndate: 2011-01-19\ntitle: Talk\n---\nText.\n",
    "posts/2010/walk/index.md": "---\ndate: 2011-01-19 # or the 20th\n---\n",
    "posts/2011/tags/index.md":
      '---\ndate: "2011"\ntitle: C#\ntopics: ["#tag", a#b]\nauthor: \'# 1\'\n---\n\n# Heading\n',
  });
  const files = readAll(folder);
  const what = "holds comments (#), which the fixed form cannot keep; move them into the text or remove them";
  assert.deepEqual(await fix(folder), [
    { file: "posts/2010/walk/index.md", what, isLeft: true },
    { file: "posts/2011/tags/index.md", what: "rewrote it in normal form" },
    { file: "posts/2011/talk/index.md", what, isLeft: true },
  ]);
  const { "posts/2011/tags/index.md": tags, ...others } = readAll(folder);
  assert.deepEqual({ "posts/2011/tags/index.md": files["posts/2011/tags/index.md"], ...others }, files);
  assert.match(tags ?? "", /title: "C#"\ntopics|title: "C#"\nauthor: "# 1"/);
});

test("many comments get the names of their ids in linear time", async (t) => {
  const comments = Array.from({ length: 3000 }, (_, i) => [
    `posts/2011/talk/comments/lost-${i}.md`,
    `---\nid: "comment-${i}"\n---\n\nHello\n`,
  ]);
  const folder = makeArchive(t, {
    "posts/2011/talk/index.md": '---\ndate: "2011"\n---\n',
    ...Object.fromEntries(comments),
  });
  const before = process.cpuUsage();
  assert.equal((await fix(folder)).length, 3000);
  assert.ok(process.cpuUsage(before).user < 4_000_000);
});
