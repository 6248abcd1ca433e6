// Writes what was measured of builds as a section of docs/performance.md, with the aims beside it.

import { cpus } from "node:os";
import type { BuildBench, BuildBenchResult, Measured } from "./bench-build.ts";
import type { Variant } from "./build-variants.ts";

/** What it was measured with. */
export interface Setting extends Pick<BuildBench, "commentsPerPost" | "runs" | "seed"> {
  /** `2026-11-30`. */
  readonly date: string;
}

const NAMES: Readonly<Record<Variant, string>> = {
  lean: "lean site",
  "lean+rebuild": "lean site, after one changed comment",
  full: "full site",
  "full+rebuild": "full site, after one changed comment",
  plain: "plain script: read, Markdown, write",
  hugo: "Hugo, the pages of the lean site",
  "lean+search": "lean site with search",
  "hugo+search": "Hugo, then Pagefind's program",
};

/** A ratio that must not be more than its aim. */
interface Aim {
  readonly name: string;
  readonly value: number | undefined;
  readonly aim: number;
  readonly unit?: string;
}

/** Returns the section in Markdown. */
export function writeBuildReport(result: BuildBenchResult, setting: Setting): string {
  const { measured, hugo, pagefind } = result;
  const programs = [`Node.js ${process.versions.node}`];
  if (hugo !== undefined) programs.push(`Hugo ${hugo}`);
  if (pagefind !== undefined) programs.push(`Pagefind ${pagefind}`);
  const machine = `${cpus().length} processors (${cpus()[0]?.model.trim() ?? "unknown"})`;
  return [
    `Measured on ${setting.date} with ${programs.join(", ")} on ${process.platform}, ${machine}: ${setting.commentsPerPost} comments on each post, ` +
      `the median of ${setting.runs} turns after one to warm up, seed ${setting.seed}. Time is that of the clock, with that of all processors in parentheses.`,
    "",
    "| Posts | What | Time | Memory | Site | Page of a post |",
    "| ----- | ---- | ---- | ------ | ---- | -------------- |",
    ...measured.map(writeRow),
    "",
    "| What must hold | Measured | Aim |",
    "| -------------- | -------- | --- |",
    ...listAims(result).map(writeAim),
    "",
  ].join("\n");
}

/** Returns what must hold, as far as it was measured: ratios of times of one run, on the largest and the smallest archive. */
export function listAims({ measured, longThreadSeconds }: BuildBenchResult): readonly Aim[] {
  const sizes = [...new Set(measured.map(({ posts }) => posts))].sort((a, b) => a - b);
  const [smallest = 0, largest = smallest] = [sizes[0], sizes.at(-1)];
  const find = (posts: number, variant: Variant) =>
    measured.find((each) => each.posts === posts && each.variant === variant);
  const ratio = (posts: number, a: Variant, b: Variant) => divide(find(posts, a), find(posts, b));
  const growth = largest === smallest ? undefined : divide(find(largest, "lean"), find(smallest, "lean"));
  const memory = find(largest, "lean")?.run.peakMemory;
  const own = find(largest, "lean+search")?.run.peakMemory;
  const cli = find(largest, "hugo+search")?.run.childPeakMemory;
  const many = `${count(largest)} posts`;
  return [
    { name: `lean site ÷ Hugo, ${many}`, value: ratio(largest, "lean", "hugo"), aim: 0.8 },
    { name: `full site ÷ lean site, ${many}`, value: ratio(largest, "full", "lean"), aim: 1.5 },
    { name: `lean site, rebuilt ÷ cold, ${many}`, value: ratio(largest, "lean+rebuild", "lean"), aim: 0.2 },
    { name: `full site, rebuilt ÷ cold, ${many}`, value: ratio(largest, "full+rebuild", "full"), aim: 0.2 },
    { name: `memory of the lean site's build, ${many}`, value: memory && memory / 1e9, aim: 0.8, unit: " GB" },
    {
      name: `growth of time, ${largest / Math.max(1, smallest)} × the posts`,
      value: growth,
      aim: (1.1 * largest) / Math.max(1, smallest),
      unit: " ×",
    },
    { name: "one post with 5,000 comments", value: longThreadSeconds, aim: 3, unit: " s" },
    {
      name: `with search ÷ Hugo and Pagefind, ${many}`,
      value: ratio(largest, "lean+search", "hugo+search"),
      aim: 0.85,
    },
    {
      name: `with search ÷ Hugo and Pagefind, ${count(smallest)} posts`,
      value: largest === smallest ? undefined : ratio(smallest, "lean+search", "hugo+search"),
      aim: 1.2,
    },
    { name: `memory of the build with search ÷ Pagefind's alone, ${many}`, value: own && cli && own / cli, aim: 1 },
    {
      name: `lean site ÷ plain script, ${many} (no aim)`,
      value: ratio(largest, "lean", "plain"),
      aim: Number.POSITIVE_INFINITY,
    },
  ].filter(({ value }) => value !== undefined);
}

/** Puts a section between its marks. @throws Error when the text has no such marks. */
export function replaceSection(text: string, section: string): string {
  const [begin, end] = ["<!-- builds: made by npm run bench -- --write -->", "<!-- end of builds -->"];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${begin} … ${end}.`);
  return `${text.slice(0, from + begin.length)}\n\n${section}\n${text.slice(to)}`;
}

function writeRow({ posts, variant, run, size, pageBytes }: Measured): string {
  const cpu = run.cpuSeconds === undefined ? "" : ` (${run.cpuSeconds.toFixed(1)} s)`;
  const memory = [run.peakMemory, variant.endsWith("search") ? run.childPeakMemory : undefined].flatMap((bytes) =>
    bytes === undefined ? [] : [`${Math.round(bytes / 1e6)} MB`],
  );
  const page = pageBytes === undefined ? "" : `${(pageBytes / 1e3).toFixed(1)} kB`;
  const site = `${Math.round(size.bytes / 1e6)} MB, ${count(size.files)} files`;
  return `| ${[count(posts), NAMES[variant], `${run.seconds.toFixed(2)} s${cpu}`, memory.join(" + "), site, page].join(" | ")} |`;
}

function writeAim({ name, value = 0, aim, unit = "" }: Aim): string {
  const isFree = !Number.isFinite(aim);
  const verdict = isFree || value <= aim ? "" : ", **missed**";
  return `| ${name} | ${value.toFixed(2)}${unit}${verdict} | ${isFree ? "" : `at most ${Number(aim.toFixed(2))}${unit}`} |`;
}

function divide(a: Measured | undefined, b: Measured | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a.run.seconds / b.run.seconds;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
