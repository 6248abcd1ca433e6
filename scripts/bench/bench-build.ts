// Measures builds of generated archives beside Hugo and a plain script, in turns, and gathers medians.

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { measureSite, type SiteSize } from "../site/site-size.ts";
import { type Corpus, findProgram, runVariant, siteOf, type Variant } from "./build-variants.ts";
import { generateArchive } from "./generate-archive.ts";
import { writeHugoSite } from "./hugo-site.ts";
import type { Run } from "./measured-run.ts";

/** What to measure. */
export interface BuildBench {
  /** Numbers of posts, smallest first. */
  readonly sizes: readonly number[];
  readonly commentsPerPost: number;
  /** Turns that count, after one that does not. */
  readonly runs: number;
  readonly search: boolean;
  readonly seed: number;
}

/** A program on the texts of one size. */
export interface Measured {
  readonly posts: number;
  readonly variant: Variant;
  /** The run that took the median time. */
  readonly run: Run;
  readonly size: SiteSize;
  /** Bytes of the page of a post, on average; absent where the site has none. */
  readonly pageBytes?: number;
}

/** All that was measured. */
export interface BuildBenchResult {
  /** Versions; absent where they are not installed. */
  readonly hugo?: string;
  readonly pagefind?: string;
  readonly measured: readonly Measured[];
  /** Seconds of a build of one post with 5,000 comments. */
  readonly longThreadSeconds: number;
}

const LONG_THREAD = 5000;

/** Measures everything below a folder; tells each turn. */
export async function benchBuilds(
  folder: string,
  bench: BuildBench,
  tell: (line: string) => void,
): Promise<BuildBenchResult> {
  const hugo = findProgram("hugo");
  const pagefind = findProgram("pagefind");
  const measured: Measured[] = [];
  for (const posts of bench.sizes) {
    const corpus = await writeCorpus(join(folder, String(posts)), posts, bench, hugo !== undefined);
    measured.push(...(await measureCorpus(corpus, bench, pagefind !== undefined, tell)));
  }
  const long = await writeCorpus(join(folder, "long"), 1, { ...bench, commentsPerPost: LONG_THREAD }, false);
  const longRuns: Run[] = [];
  for (let turn = 0; turn < bench.runs; turn++) longRuns.push(await runVariant(long, "lean"));
  return {
    ...(hugo !== undefined && { hugo }),
    ...(pagefind !== undefined && { pagefind }),
    measured,
    longThreadSeconds: median(longRuns).seconds,
  };
}

async function writeCorpus(
  folder: string,
  posts: number,
  { commentsPerPost, seed }: BuildBench,
  hasHugo: boolean,
): Promise<Corpus> {
  const corpus = { posts, content: join(folder, "content"), sites: join(folder, "sites") };
  mkdirSync(corpus.sites, { recursive: true });
  await generateArchive(corpus.content, { posts, commentsPerPost, seed });
  if (!hasHugo) return corpus;
  const hugo = join(folder, "hugo");
  await writeHugoSite(corpus.content, hugo);
  return { ...corpus, hugo };
}

/** Runs all variants in turns, so that whatever else the machine does meets each of them. */
async function measureCorpus(
  corpus: Corpus,
  bench: BuildBench,
  hasPagefind: boolean,
  tell: (line: string) => void,
): Promise<Measured[]> {
  const variants: Variant[] = ["lean", "lean+rebuild", "full", "full+rebuild", "plain"];
  if (corpus.hugo !== undefined) variants.push("hugo");
  if (bench.search) variants.push("lean+search");
  if (bench.search && hasPagefind && corpus.hugo !== undefined) variants.push("hugo+search");
  const runs = new Map<Variant, Run[]>();
  const sizes = new Map<Variant, Pick<Measured, "size" | "pageBytes">>();
  const note = (variant: Variant, turn: number, run: Run): void => {
    tell(`${corpus.posts} posts, ${variant}: ${describeRun(run)}${turn === 0 ? " (warming up)" : ""}`);
    if (turn > 0) runs.set(variant, [...(runs.get(variant) ?? []), run]);
  };
  for (let turn = 0; turn <= bench.runs; turn++) {
    for (const variant of variants) {
      note(variant, turn, await runVariant(corpus, variant));
      if (turn === 0) sizes.set(variant, measurePages(siteOf(corpus, variant)));
    }
  }
  return [...runs].map(([variant, all]) => ({
    posts: corpus.posts,
    variant,
    run: median(all),
    ...(sizes.get(variant) ?? { size: { files: 0, bytes: 0 } }),
  }));
}

/** Returns the run with the median time. */
export function median(runs: readonly Run[]): Run {
  const sorted = [...runs].sort((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error("Nothing was measured.");
  return middle;
}

/** Returns a run in words: `12.3 s, 20.1 s of the processor, 512 MB`. */
export function describeRun({ seconds, cpuSeconds, peakMemory }: Run): string {
  return [
    `${seconds.toFixed(2)} s`,
    ...(cpuSeconds === undefined ? [] : [`${cpuSeconds.toFixed(1)} s of the processor`]),
    ...(peakMemory === undefined ? [] : [`${(peakMemory / 1e6).toFixed(0)} MB`]),
  ].join(", ");
}

function measurePages(site: string): Pick<Measured, "size" | "pageBytes"> {
  const posts = ["en", "sv"].flatMap((language) => {
    const folders = readdirSync(site).includes(language) ? readdirSync(`${site}/${language}`) : [];
    const years = folders.filter((name) => /^\d{4}$/.test(name));
    return years.flatMap((year) =>
      readdirSync(`${site}/${language}/${year}`)
        .filter((slug) => /[a-z]/.test(slug) && !slug.includes("."))
        .map((slug) => `${site}/${language}/${year}/${slug}/index.html`),
    );
  });
  const bytes = posts.reduce((sum, file) => sum + readFileSync(file).length, 0);
  return { size: measureSite(site), ...(posts.length > 0 && { pageBytes: bytes / posts.length }) };
}
