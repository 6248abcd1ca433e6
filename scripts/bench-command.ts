// The command `bench`: builds generated archives, or imports generated exports, and prints time, memory and growth.

import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { arch, cpus, platform, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchBuilds } from "./bench/bench-build.ts";
import {
  describeImport,
  describeGrowth as describeImportGrowth,
  describeStages,
  measureImport,
  profileImport,
} from "./bench/bench-import.ts";
import { benchSearch } from "./bench/bench-search.ts";
import { benchStart } from "./bench/bench-start.ts";
import { replaceSection, writeBuildReport } from "./bench/build-report.ts";
import { EXPORT_FORMATS, type ExportFormat } from "./bench/export-formats.ts";
import { benchTexts } from "./bench/measure-texts.ts";
import { type Command, UsageError } from "./command.ts";
import { PROJECT_DIR } from "./site/options.ts";

const REPORT = join(PROJECT_DIR, "docs/performance.md");
const SEED = 1;

const HELP = `
Builds generated archives, lean and full, with and without search, beside a plain script that only reads, renders
Markdown and writes, and beside Hugo, which builds the pages of the lean site from the same texts, and Pagefind, which
indexes them, where these two are installed (or named in HUGO_PATH and PAGEFIND_PATH).
Prints time, memory, sizes, and the ratios that must hold. Nothing of your own archive is read or changed.

With "import" it imports a generated export instead, and compares that with a bare parse of the same file
and the writing of the same files. Ratios tell more than seconds: the machine may be busy.

With "search" it builds a generated archive and measures its search in a real browser: bytes, waits, and whether
rare words lead to their comments.

With "start" it serves generated archives by npm start, edits them, and tells how long a page takes to show it.
Sizes by default: 100,10000

With "texts" it converts, proves and renders invented texts, and compares that with a bare parse of them.

Usage: npm run bench -- [options]
       npm run bench -- import [options]
       npm run bench -- search [--posts N] [--comments N]
       npm run bench -- start [--posts N,N,…] [--comments N]
       npm run bench -- texts [--posts N] [--comments N]

  --posts N,N,…    Sizes of the archives. Default: 1000,10000
  --comments N     Comments on each post. Default: 10
  --runs N         Turns that count, after one to warm up; the median is told. Default: 3
  --no-search      Leaves out the builds with search.
  --write          Puts the table of builds into docs/performance.md.
  --format NAME    For imports: wxr, blogger, takeout or disqus. Default: wxr

Examples:
  npm run bench -- --posts 100,1000 --runs 3
  npm run bench -- import --posts 10000 --comments 10
`;

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
        posts: { type: "string" },
        comments: { type: "string", default: "10" },
        runs: { type: "string", default: "3" },
        "no-search": { type: "boolean", default: false },
        write: { type: "boolean", default: false },
        format: { type: "string", default: "wxr" },
      },
    });
    const [what, ...rest] = positionals;
    if ((what !== undefined && !["import", "search", "start", "texts"].includes(what)) || rest.length > 0) {
      throw new UsageError(
        `bench takes "import", "search", "start", "texts" or nothing, not "${positionals.join(" ")}".`,
      );
    }
    const asked = values.posts ?? (what === "start" ? "100,10000" : "1000,10000");
    const sizes = asked.split(",").map((text) => parseCount(text, "--posts"));
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
      if (what === "search") {
        process.stdout.write(await benchSearch(folder, { posts: Math.max(...sizes), commentsPerPost, seed: SEED }));
        return 0;
      }
      if (what === "start") {
        for (const posts of sizes)
          await benchStart(folder, { posts, commentsPerPost, seed: SEED }, (line) => process.stdout.write(`${line}\n`));
        return 0;
      }
      const bench = { sizes, commentsPerPost, runs, seed: SEED, search: !values["no-search"] };
      const result = await benchBuilds(folder, bench, (line) => process.stdout.write(`${line}\n`));
      const report = writeBuildReport(result, { ...bench, date: today() });
      process.stdout.write(`\n${report}`);
      if (values.write) writeFileSync(REPORT, replaceSection(readFileSync(REPORT, "utf8"), report));
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

function describeMachine(): string {
  const processors = cpus();
  return [
    `Node ${process.version} on ${platform()} ${release()} ${arch()}, ${processors.length} × ${processors[0]?.model ?? "unknown processor"}, ${megabytes(totalmem())} of memory`,
    "",
    "",
  ].join("\n");
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
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
