// Workers draw what this thread draws, byte for byte, and a worker that fails ends the build with what went wrong.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { generateArchive } from "../../../scripts/bench/generate-archive.ts";
import { buildSite } from "../../../scripts/site/build.ts";
import { openCrew } from "../../../scripts/site/drawing/crew.ts";
import { DEFAULT_OPTIONS } from "../../../scripts/site/options.ts";
import { SAMPLE, SKIP_WITHOUT_SAMPLE } from "../../support/sample.ts";
import { makeFolder } from "../../support/scratch.ts";
import { hashTree } from "../../support/site.ts";

/** Builds with so many workers, and returns the hash of every file. */
async function build(contentDir: string, workers: number): Promise<ReadonlyMap<string, string>> {
  const outputDir = join(makeFolder(), "site");
  const options = { ...DEFAULT_OPTIONS, contentDir, outputDir, search: false, url: "https://a.example/b/", workers };
  await buildSite(options, () => {});
  return hashTree(outputDir);
}

describe("workers", () => {
  test("draw the same bytes, however many they are", { skip: SKIP_WITHOUT_SAMPLE }, async () => {
    const content = join(makeFolder(), "content");
    // The sample has every feature; the invented posts stand before and after it in the order of ids.
    cpSync(SAMPLE, content, { recursive: true });
    await generateArchive(content, { posts: 12, commentsPerPost: 3, seed: 3 });
    const alone = await build(content, 0);
    assert.ok(alone.size > 200);
    assert.deepEqual(await build(content, 3), alone);
  });

  test("tell what stopped one of them, and the rest of the calls fail too", async () => {
    const content = makeFolder();
    mkdirSync(join(content, "posts/2011/a"), { recursive: true });
    writeFileSync(join(content, "posts/2011/a/index.md"), "---\n---\n");
    const crew = await openCrew(1, 2);
    try {
      await crew.readPosts(content, [{ id: "2011/a" }], false, () => {});
      const early = crew.drawPosts([{ id: "2011/a", pages: [], places: [], asked: [] }], () => {});
      await assert.rejects(early, /was to be drawn before it was read/);
      await assert.rejects(crew.finish(), /was to be drawn before it was read/);
    } finally {
      await crew.close();
    }
  });
});
