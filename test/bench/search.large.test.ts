// What a search costs at 10,000 posts with 100,000 comments, and that it is right there: in a real browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { generateArchive } from "../../scripts/bench/generate-archive.ts";
import { makeFolder } from "../support/scratch.ts";
import { buildSite } from "../support/site.ts";
import { measureSearch } from "./measure-search.ts";

const POSTS = 10_000;
const COMMENTS = 10;

test("the search of a very large archive is cheap, quick and right", async (t) => {
  const content = makeFolder("content");
  await generateArchive(content, { posts: POSTS, commentsPerPost: COMMENTS, seed: 1 });
  const { folder } = await buildSite(content);
  const found = await measureSearch(folder, POSTS * COMMENTS);
  t.diagnostic(JSON.stringify(found));
  assert.ok(found.files <= 15_000, `${found.files} files`);
  assert.ok(found.firstBytes <= 450_000, `${found.firstBytes} bytes for a first query`);
  assert.ok(found.firstBytesInOne <= 320_000, `${found.firstBytesInOne} bytes for a first query in one language`);
  assert.ok(found.furtherBytes <= 130_000, `${found.furtherBytes} bytes for a further word`);
  assert.ok(found.longestWait <= 150, `${found.longestWait} ms`);
  assert.equal(found.rareFound, found.rareAsked);
  assert.equal(found.pairsFound, found.rareAsked);
  assert.deepEqual(found.countsThatDiffer, []);
});
