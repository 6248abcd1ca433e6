// Measures an import of a generated export against what no import can do without: parsing the file and writing the files.

import { execFile } from "node:child_process";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROJECT_DIR } from "../site/options.ts";
import type { ExportFormat } from "./export-formats.ts";
import { generateExport } from "./generate-export.ts";
import { readProfiles, type StageTimes } from "./read-profiles.ts";

const run = promisify(execFile);

/** What one child process took. */
interface Taken {
  readonly milliseconds: number;
  /** Milliseconds of processor time until its work began: what the command's own code takes to load. */
  readonly loading: number;
  /** Milliseconds of all threads. */
  readonly cpu: number;
  /** Bytes. */
  readonly peakMemory: number;
}

/** An import of one size, measured. */
export interface ImportMeasurement {
  readonly posts: number;
  readonly commentsPerPost: number;
  /** Bytes. */
  readonly size: number;
  readonly parse: Taken;
  readonly write: Taken;
  readonly import: Taken;
}

/** Measures an import of one size. `folder` is for what it needs, and is empty afterwards. */
export async function measureImport(
  folder: string,
  posts: number,
  commentsPerPost: number,
  format: ExportFormat,
): Promise<ImportMeasurement> {
  const file = join(folder, "export.xml");
  const content = join(folder, "content");
  await generateExport(file, { format, posts, commentsPerPost });
  const measured: ImportMeasurement = {
    posts,
    commentsPerPost,
    size: (await stat(file)).size,
    parse: await measure(["parse", file]),
    import: await measure(["import", file, content]),
    write: await measure(["write", content, join(folder, "copy")]),
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  return measured;
}

/** Returns what the stages of an import take. */
export async function profileImport(
  folder: string,
  posts: number,
  commentsPerPost: number,
  format: ExportFormat,
): Promise<StageTimes> {
  const file = join(folder, "export.xml");
  const profiles = join(folder, "profiles");
  await generateExport(file, { format, posts, commentsPerPost });
  const bundle = join(folder, "bundle.js");
  await measure(["import", file, join(folder, "content"), bundle], ["--cpu-prof", `--cpu-prof-dir=${profiles}`]);
  return readProfiles(profiles, await readFile(bundle, "utf8"));
}

/** Describes a measurement in lines. */
export function describeImport(measured: ImportMeasurement): string {
  const { posts, commentsPerPost, size, parse, write, import: whole } = measured;
  const least = parse.milliseconds + write.milliseconds;
  return [
    `${posts} posts × ${commentsPerPost} comments, ${(size / 1e6).toFixed(0)} MB`,
    `  bare parse    ${speed(size, parse)}`,
    `  write         ${(write.milliseconds / 1000).toFixed(2)} s for the same files`,
    `  import        ${speed(size, whole)}, ${(whole.cpu / whole.milliseconds).toFixed(1)} processors busy`,
    `  ratio         ${(whole.milliseconds / least).toFixed(2)} × (parse + write), processor time ${(whole.cpu / (parse.cpu + write.cpu)).toFixed(2)} ×`,
    `  peak memory   ${(whole.peakMemory / 1e6).toFixed(0)} MB, all threads`,
    `  processor     ${seconds(parse.cpu)} parse, ${seconds(write.cpu)} write, ${seconds(whole.cpu)} import; ${seconds(whole.loading)} to load the import's code`,
    "",
    "",
  ].join("\n");
}

/** Describes how time and memory grow. */
export function describeGrowth(smaller: ImportMeasurement, larger: ImportMeasurement): string {
  const grown = (what: (measured: ImportMeasurement) => number): string => (what(larger) / what(smaller)).toFixed(1);
  return `${smaller.posts} → ${larger.posts} posts: ${grown(({ size }) => size)} × the bytes take ${grown((measured) => measured.import.milliseconds)} × the time and ${grown((measured) => measured.import.peakMemory)} × the memory\n`;
}

/** Describes the stages' shares of the processor time. */
export function describeStages(times: StageTimes): string {
  const total = Object.values(times).reduce((sum, time) => sum + time, 0);
  const shares = Object.entries(times).map(([stage, time]) => `${stage} ${((100 * time) / total).toFixed(0)} %`);
  return `Processor time: ${shares.join(", ")}\n`;
}

async function measure(args: readonly string[], flags: readonly string[] = []): Promise<Taken> {
  const script = join(PROJECT_DIR, "scripts", "bench", "run-measurement.js");
  const { stdout } = await run(process.execPath, [...(await readImportFlags()), ...flags, script, ...args], {
    cwd: PROJECT_DIR,
    maxBuffer: 1 << 24,
  });
  // Above it stands what the import printed.
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1)) as Taken;
}

/** Returns what the script "import" of package.json tells Node.js, so that what is measured is what people run. */
async function readImportFlags(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(PROJECT_DIR, "package.json"), "utf8")) as {
    readonly scripts: { readonly import: string };
  };
  return scripts.import.split(" ").filter((word) => word.startsWith("--"));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function speed(size: number, { milliseconds }: Taken): string {
  return `${(milliseconds / 1000).toFixed(2)} s, ${(size / 1e3 / milliseconds).toFixed(1)} MB/s`;
}
