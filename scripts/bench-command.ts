// The command `bench`: builds generated archives, or imports generated exports, and prints time, memory and growth.

import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { arch, cpus, platform, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import {
  describeImport,
  describeGrowth as describeImportGrowth,
  describeStages,
  measureImport,
  profileImport,
} from "./bench/bench-import.ts";
import { EXPORT_FORMATS, type ExportFormat } from "./bench/export-formats.ts";
import { generateArchive } from "./bench/generate-archive.ts";
import { benchTexts } from "./bench/measure-texts.ts";
import { type Command, UsageError } from "./command.ts";
import { PROJECT_DIR } from "./site/options.ts";

const run = promisify(execFile);

const HELP = `
Builds generated archives and prints time, memory and posts per second, with and without search,
and how time grows with the number of posts. Nothing of your own archive is read or changed.

With "import" it imports a generated export instead, and compares that with a bare parse of the same file
and the writing of the same files. Ratios tell more than seconds: the machine may be busy.

With "texts" it converts, proves and renders invented texts, and compares that with a bare parse of them.

Usage: npm run bench -- [options]
       npm run bench -- import [options]
       npm run bench -- texts [--posts N] [--comments N]

  --posts N,N,…    Sizes of the archives. Default: 1000,10000
  --comments N     Comments on each post. Default: 10
  --runs N         Builds of each; the median counts. Default: 1
  --no-search      Leaves out the builds with search.
  --format NAME    For imports: wxr, blogger, takeout or disqus. Default: wxr

Examples:
  npm run bench -- --posts 100,1000 --runs 3
  npm run bench -- import --posts 10000 --comments 10
`;

interface Measurement {
  readonly posts: number;
  readonly search: boolean;
  /** Whole process, from start to end. */
  readonly milliseconds: number;
  readonly pages: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly peakMemory: number;
  readonly searchPeakMemory: number | null;
  readonly siteBytes: number;
  readonly siteFiles: number;
}

/** Measures builds of generated archives and imports of generated exports. */
export const benchCommand: Command = {
  name: "bench",
  summary: "Measures builds and imports of generated archives.",
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        posts: { type: "string", default: "1000,10000" },
        comments: { type: "string", default: "10" },
        runs: { type: "string", default: "1" },
        "no-search": { type: "boolean", default: false },
        format: { type: "string", default: "wxr" },
      },
    });
    const [what, ...rest] = positionals;
    if ((what !== undefined && what !== "import" && what !== "texts") || rest.length > 0) {
      throw new UsageError(`bench takes "import", "texts" or nothing, not "${positionals.join(" ")}".`);
    }
    const sizes = values.posts.split(",").map((text) => parseCount(text, "--posts"));
    const commentsPerPost = parseCount(values.comments, "--comments");
    const runs = Math.max(1, parseCount(values.runs, "--runs"));
    process.stdout.write(describeMachine());
    if (what === "texts") {
      process.stdout.write(benchTexts(Math.min(...sizes), commentsPerPost));
      return 0;
    }
    const folder = await mkdtemp(join(tmpdir(), "ordskifte-bench-"));
    try {
      if (what === "import") {
        await benchImport(folder, Math.max(...sizes), commentsPerPost, parseFormat(values.format));
        return 0;
      }
      const measured: Measurement[] = [];
      for (const posts of sizes) {
        const content = join(folder, `content-${posts}`);
        await generateArchive(content, { posts, commentsPerPost, seed: 1 });
        for (const search of values["no-search"] ? [false] : [false, true]) {
          const builds: Measurement[] = [];
          for (let index = 0; index < runs; index++)
            builds.push(await measure(content, join(folder, "site"), posts, search));
          const median = builds.sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(runs / 2)] as Measurement;
          measured.push(median);
          process.stdout.write(describe(median, commentsPerPost));
        }
      }
      process.stdout.write(describeGrowth(measured));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return 0;
  },
};

async function benchImport(folder: string, posts: number, comments: number, format: ExportFormat): Promise<void> {
  const tenth = Math.ceil(posts / 10);
  const smaller = await measureImport(folder, tenth, comments, format);
  process.stdout.write(describeImport(smaller));
  const larger = await measureImport(folder, posts, comments, format);
  process.stdout.write(describeImport(larger));
  process.stdout.write(describeImportGrowth(smaller, larger));
  process.stdout.write(describeStages(await profileImport(folder, tenth, comments, format)));
}

async function measure(content: string, output: string, posts: number, search: boolean): Promise<Measurement> {
  const script = join(PROJECT_DIR, "scripts", "bench", "measure-build.ts");
  const started = performance.now();
  const { stdout } = await run(
    process.execPath,
    ["--import", "tsx", script, content, output, search ? "search" : "no-search"],
    { cwd: PROJECT_DIR, maxBuffer: 1 << 24 },
  );
  const milliseconds = performance.now() - started;
  const told = JSON.parse(stdout) as Pick<Measurement, "pages" | "stages" | "peakMemory" | "searchPeakMemory">;
  return { ...told, posts, search, milliseconds, ...(await measureFolder(output)) };
}

async function measureFolder(folder: string): Promise<{ siteBytes: number; siteFiles: number }> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let siteBytes = 0;
  for (const file of files) siteBytes += (await stat(join(file.parentPath, file.name))).size;
  return { siteBytes, siteFiles: files.length };
}

function describeMachine(): string {
  const processors = cpus();
  return [
    `Node ${process.version} on ${platform()} ${release()} ${arch()}, ${processors.length} × ${processors[0]?.model ?? "unknown processor"}, ${megabytes(totalmem())} of memory`,
    "",
    "",
  ].join("\n");
}

function describe(measurement: Measurement, commentsPerPost: number): string {
  const { posts, search, milliseconds, pages, peakMemory, searchPeakMemory, stages, siteBytes, siteFiles } =
    measurement;
  const parts = Object.entries(stages).map(([name, time]) => `${name} ${(time / 1000).toFixed(2)} s`);
  return [
    `${posts} posts × ${commentsPerPost} comments, ${search ? "with" : "without"} search`,
    `  time          ${(milliseconds / 1000).toFixed(2)} s, ${Math.round(posts / (milliseconds / 1000))} posts a second (${parts.join(", ")})`,
    `  peak memory   ${megabytes(peakMemory)}${searchPeakMemory === null ? "" : `, and ${megabytes(searchPeakMemory)} of the search indexer`}`,
    `  site          ${pages} pages, ${siteFiles} files, ${megabytes(siteBytes)}`,
    "",
    "",
  ].join("\n");
}

function describeGrowth(measured: readonly Measurement[]): string {
  const lines: string[] = [];
  for (const search of [false, true]) {
    const series = measured.filter((measurement) => measurement.search === search);
    for (const [index, larger] of series.entries()) {
      const smaller = series[index - 1];
      if (!smaller) continue;
      const size = larger.posts / smaller.posts;
      const time = larger.milliseconds / smaller.milliseconds;
      lines.push(
        `${smaller.posts} → ${larger.posts} posts ${search ? "with" : "without"} search: ${size.toFixed(1)} × the posts take ${time.toFixed(1)} × the time`,
      );
    }
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function parseCount(text: string, option: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new UsageError(`${option} takes whole numbers, not "${text}".`);
  return count;
}

function parseFormat(text: string): ExportFormat {
  if (Object.hasOwn(EXPORT_FORMATS, text)) return text as ExportFormat;
  throw new UsageError(`--format takes ${Object.keys(EXPORT_FORMATS).join(", ")}, not "${text}".`);
}
