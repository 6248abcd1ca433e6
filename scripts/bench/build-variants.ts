// The programs that are measured side by side on the same texts: our builds, Hugo's, and a plain script.

import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { PROJECT_DIR } from "../project-dir.ts";
import { type Run, runMeasured } from "./measured-run.ts";

/** What is measured. */
export type Variant =
  | "lean"
  | "lean+rebuild"
  | "full"
  | "full+rebuild"
  | "plain"
  | "hugo"
  | "lean+search"
  | "hugo+search";

/** Where the texts of one size lie, and where sites of them go. */
export interface Corpus {
  readonly posts: number;
  readonly content: string;
  /** The same texts as a site for Hugo; absent where Hugo is not installed. */
  readonly hugo?: string;
  /** Parent of the folders that sites are built into. */
  readonly sites: string;
}

/** Programs to compare with, which are no part of the project: those on the PATH, or named in the environment. */
const PROGRAMS = { hugo: process.env.HUGO_PATH ?? "hugo", pagefind: process.env.PAGEFIND_PATH ?? "pagefind" };

/** Returns the version of a program to compare with, or undefined where it is not installed. */
export function findProgram(name: keyof typeof PROGRAMS): string | undefined {
  try {
    const said = execFileSync(PROGRAMS[name], [name === "hugo" ? "version" : "--version"], { encoding: "utf8" });
    return /(\d+\.\d+\.\d+)/.exec(said)?.[1];
  } catch {
    return undefined;
  }
}

/** Returns the folder that a variant's site goes into. */
export function siteOf({ sites }: Corpus, variant: Variant): string {
  return `${sites}/${variant.replace("+rebuild", "").replace("+", "-")}`;
}

/**
 * Builds once into an empty folder, which is emptied before the clock starts; a rebuild follows the build of the same site, after
 * one comment has changed. @throws Error when the program fails.
 */
export async function runVariant(corpus: Corpus, variant: Variant): Promise<Run> {
  const site = siteOf(corpus, variant);
  const isRebuild = variant.endsWith("+rebuild");
  if (isRebuild) changeComment(corpus);
  else rmSync(site, { recursive: true, force: true });
  if (variant === "plain") return runNode("scripts/bench/run-plain.js", corpus.content, site);
  if (variant === "hugo") return runHugo(corpus, site);
  if (variant === "hugo+search") {
    const built = await runHugo(corpus, site);
    return add(built, await runMeasured(PROGRAMS.pagefind, ["--site", site, "--silent"]));
  }
  const options = ["--content", corpus.content, "--output", site, "--url", "https://bench.example/"];
  if (!variant.startsWith("full")) options.push("--lean");
  if (!isRebuild) options.push("--no-cache");
  if (variant !== "lean+search") options.push("--no-search");
  return runNode("scripts/ordskifte.js", "build", ...options);
}

/** Adds a line to a comment in the middle of the archive. */
function changeComment({ content }: Corpus): void {
  const years = readdirSync(`${content}/posts`);
  const year = `${content}/posts/${years[years.length >> 1]}`;
  const posts = readdirSync(year);
  const comments = `${year}/${posts[posts.length >> 1]}/comments`;
  const [first] = readdirSync(comments);
  appendFileSync(`${comments}/${first}`, "\nAnd that was not all.\n");
}

function runNode(script: string, ...args: readonly string[]): Promise<Run> {
  return runMeasured(process.execPath, [PROJECT_DIR + script, ...args], PROJECT_DIR);
}

function runHugo({ hugo }: Corpus, site: string): Promise<Run> {
  if (hugo === undefined) throw new Error("Hugo is not installed.");
  return runMeasured(PROGRAMS.hugo, ["--quiet", "--source", hugo, "--destination", site]);
}

/** Two programs, one after the other. */
function add(first: Run, second: Run): Run {
  return {
    seconds: first.seconds + second.seconds,
    ...(first.cpuSeconds !== undefined &&
      second.cpuSeconds !== undefined && { cpuSeconds: first.cpuSeconds + second.cpuSeconds }),
    ...(first.peakMemory !== undefined && { peakMemory: first.peakMemory }),
    ...(second.peakMemory !== undefined && { childPeakMemory: second.peakMemory }),
    output: first.output + second.output,
  };
}
