// A small form of the bench that runs with every change: ratios of processor time, which hold on a busy machine, and no seconds.

import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { generateArchive } from "../../scripts/bench/generate-archive.ts";
import { buildPlainly } from "../../scripts/bench/plain-build.ts";
import { buildSite } from "../../scripts/site/build.ts";
import { type BuildOptions, DEFAULT_OPTIONS } from "../../scripts/site/options.ts";
import { makeFolder } from "../support/scratch.ts";
import { listFiles } from "../support/site.ts";

/** Measured 3.5 to 6.5, on machines idle and busy, with compiled code still young. */
const MOST_OF_PLAIN = 9;
/** Measured 1.8 to 3.1: a small archive has as many pages about it as posts. At 10,000 posts the aim is 1.5. */
const FULL_OF_LEAN = 4.5;
/** Four times the posts; what grows with the square would take 16. Measured 2.5 to 3.5. */
const GROWTH = 6;
/** A build of a small archive is mostly its start, rebuilt or not. Measured 0.33 to 0.36; with nothing taken over it would be 1. At 10,000 posts the aim is 0.2. */
const REBUILT_OF_COLD = 0.6;
/** In turns, so that whatever else the machine does meets all; the least of each counts. */
const TURNS = 3;

/** With a quarter of these the plain script took 30 ms, and less with each turn, while the build had hardly been compiled. */
const SMALL = 100;
const LARGE = 4 * SMALL;

async function write(posts: number): Promise<string> {
  const folder = makeFolder();
  await generateArchive(folder, { posts, commentsPerPost: 10, seed: 2 });
  return folder;
}

/** Returns the milliseconds of the processor that some work takes. */
async function measure(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const build = (contentDir: string, isLean: boolean) =>
  buildSite(
    { ...DEFAULT_OPTIONS, contentDir, outputDir: join(makeFolder(), "s"), search: false, isLean, workers: 0 },
    () => {},
  );

describe("ratios of processor time, in one thread", () => {
  const least = { plain: Infinity, small: Infinity, lean: Infinity, full: Infinity };

  before(async () => {
    const [small, large] = [await write(SMALL), await write(LARGE)];
    const works = {
      plain: () => buildPlainly(large, makeFolder()),
      small: () => build(small, true),
      lean: () => build(large, true),
      full: () => build(large, false),
    };
    for (let turn = 0; turn < TURNS; turn++) {
      for (const name of ["plain", "small", "lean", "full"] as const) {
        least[name] = Math.min(least[name], await measure(works[name]));
      }
    }
  });

  test("a lean site takes a few times what reading, Markdown and writing take", () => {
    const ratio = least.lean / least.plain;
    assert.ok(ratio < MOST_OF_PLAIN, `${ratio.toFixed(2)} × the plain script`);
  });

  test("a full site takes little more than a lean one", () => {
    const ratio = least.full / least.lean;
    assert.ok(ratio < FULL_OF_LEAN, `${ratio.toFixed(2)} × the lean site`);
  });

  test("a rebuild takes a part of a cold build", async () => {
    const contentDir = await write(LARGE);
    const options: BuildOptions = {
      ...DEFAULT_OPTIONS,
      contentDir,
      outputDir: join(makeFolder(), "s"),
      siteCacheDir: makeFolder(),
      search: false,
      workers: 1,
    };
    const [post = ""] = listFiles(contentDir).filter((file) => file.endsWith("/index.md"));
    let [cold, rebuilt] = [Infinity, Infinity];
    for (let turn = 0; turn < TURNS; turn++) {
      cold = Math.min(cold, await measure(() => buildSite({ ...options, isCold: true }, () => {})));
      appendFileSync(join(contentDir, post), "\nMore.\n");
      rebuilt = Math.min(rebuilt, await measure(() => buildSite(options, () => {})));
    }
    const ratio = rebuilt / cold;
    assert.ok(ratio < REBUILT_OF_COLD, `${ratio.toFixed(2)} × the cold build`);
  });

  test("four times the posts take no more than their share", () => {
    const ratio = least.lean / least.small;
    assert.ok(ratio < GROWTH, `${ratio.toFixed(2)} × the time`);
  });
});
