import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { openArchiveWriter } from "../../scripts/archive/archive-writer.ts";
import { readArchive } from "../../scripts/archive/read-archive.ts";
import { sampleSettings } from "../../scripts/archive/sample-settings.ts";
import { post, SOURCE, write } from "./drafts.ts";
import { makeArchive, readAll } from "./temporary-archive.ts";

const SAMPLE = {
  "site.json": '{"sample": true, "title": {"en": "T"}}',
  "sources/sample.md": '---\ntitle: "Sample"\n---\n',
  "people/invented.md": '---\nname: "I"\nsources: ["sample"]\n---\n',
  "people/own.md": '---\nname: "O"\n---\n',
  "posts/2011/post-1/index.md": '---\nsource: "sample"\nsource_id: "1"\n---\n',
  "pages/about/index.md": '---\nsource: "sample"\nsource_id: "2"\n---\n',
  "posts/2020/own/index.md": "---\n---\n\nOur own.\n",
};

test("removes the sample when it is the only source", async (t) => {
  const folder = makeArchive(t, SAMPLE);
  const dry = await openArchiveWriter(folder, { source: SOURCE, isDryRun: true });
  assert.deepEqual(await dry.removeSample(), { posts: 1, pages: 1 });
  assert.equal((await dry.writePost(post(1))).id, "2011/post-1");
  assert.deepEqual(readAll(folder), Object.fromEntries(Object.entries(SAMPLE).sort()));
  const writer = await openArchiveWriter(folder, { source: SOURCE });
  assert.deepEqual(await writer.removeSample(), { posts: 1, pages: 1 });
  assert.equal((await writer.writePost(post(1))).id, "2011/post-1");
  assert.deepEqual(Object.keys(readAll(folder)), [
    "people/own.md",
    "posts/2011/post-1/index.md",
    "posts/2020/own/index.md",
    "site.json",
  ]);
  assert.equal((await readArchive(folder)).archive.settings.sample, false);
});

test("nothing that site.json says of the sample stays, and everything that its owner says", async (t) => {
  const own = { title: { en: "Ours" }, body: "Us", takesOver: ["exempel"] };
  const site = JSON.stringify({ ...sampleSettings, ...own });
  const folder = makeArchive(t, { ...SAMPLE, "site.json": site });
  await (await openArchiveWriter(folder, { source: SOURCE })).removeSample();
  assert.deepEqual(JSON.parse(readAll(folder)["site.json"] ?? ""), own);
});

test("the sample's settings are those of content/site.json", (t) => {
  const content = new URL("../../content/", import.meta.url);
  if (!existsSync(new URL("sources/sample.md", content))) return t.skip("this archive is not the sample");
  assert.deepEqual(JSON.parse(readFileSync(new URL("site.json", content), "utf8")), sampleSettings);
});

test("keeps the sample beside another source, or unasked", async (t) => {
  const folder = makeArchive(t, SAMPLE);
  await write(folder, [post(1)]);
  assert.ok(readAll(folder)["posts/2011/post-1/index.md"]?.includes('"sample"'));
  const writer = await openArchiveWriter(folder, { source: "third" });
  assert.equal(await writer.removeSample(), undefined);
});
