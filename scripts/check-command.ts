// The command `check`: tells what is wrong in an archive, and mends what is mechanical.

import { existsSync, readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { type Fix, fixArchive } from "./archive/fix.ts";
import { findKeyLine } from "./archive/front-matter.ts";
import { takeLock } from "./archive/lock.ts";
import type { Archive, Problem } from "./archive/model.ts";
import { compareProblems, readArchive } from "./archive/read-archive.ts";
import { toVisible } from "./archive/show.ts";
import { validateArchive } from "./archive/validate.ts";
import { validateImages } from "./archive/validate-images.ts";
import { validateLinks } from "./archive/validate-links.ts";
import { type Command, UsageError } from "./command.ts";
import { createProgress } from "./progress.ts";
import { addressLanguage, postPath } from "./site/addresses.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Checks an archive: every file, and whether the files agree with each other. Each problem is told
with its file, what was found and what to do. Errors must be mended; warnings are for your judgement.

Usage: npm run check -- [options]

  --content DIR   The archive to check. Default: content
  --fix           First mends what is mechanical, and tells each thing that it did: front matter
                  typed by hand gets the fixed form, line ends become LF, a comment's file gets the
                  name of its id, a post whose date changed moves to its year and keeps its old
                  address. The words of a text are never changed, and a file with YAML comments is left
                  as it is. Commit before, and look at the difference after.

The exit code is 0 when there are no errors, 1 when there are, 2 when the command was used wrongly.

Examples:
  npm run check
  npm run check -- --content ../my-blog
  npm run check -- --fix
`;

/** Checks an archive. */
export const checkCommand: Command = {
  name: "check",
  summary: "Checks content/ and mends what is mechanical.",
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { content: { type: "string" }, fix: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help) {
      process.stdout.write(`${HELP.trim()}\n`);
      return 0;
    }
    const contentDir = values.content === undefined ? DEFAULT_OPTIONS.contentDir : resolveUserPath(values.content);
    if (!existsSync(contentDir) || !statSync(contentDir).isDirectory()) {
      throw new UsageError(`There is no folder ${contentDir}. Give the archive's folder with --content DIR.`);
    }
    return check(contentDir, values.fix ?? false);
  },
};

async function check(contentDir: string, isFixing: boolean): Promise<number> {
  const progress = createProgress();
  let fixes: readonly Fix[] = [];
  if (isFixing) {
    const lock = takeLock(contentDir, "check --fix");
    progress.stage("Mending");
    try {
      fixes = await fixArchive(contentDir, {
        addressOf: (post, lang, settings) => postPath(post, addressLanguage(lang, settings.language)),
      });
    } finally {
      lock.release();
    }
  }
  progress.stage("Checking");
  const { archive, problems: found } = await readArchive(contentDir, {
    onProgress: (done, total) => progress.update(`${done} of ${total} posts`),
  });
  const problems = [
    ...found,
    ...validateArchive(archive),
    ...validateImages(contentDir, archive),
    ...validateLinks(contentDir, archive),
  ].map((problem) => locate(contentDir, problem));
  problems.sort(compareProblems);
  progress.end();
  const shown = toShownFolder(contentDir);
  const lines = [
    ...fixes.map(({ file, what, isLeft }) => `${shown}${file}: ${isLeft ? "left" : "fixed"}: ${what}`),
    ...problems.map(({ file, line, level, message }) => {
      return `${shown}${file}${line === undefined ? "" : `:${line}`}: ${level}: ${message}`;
    }),
  ];
  // File names and values come from strangers: nothing in them may reach the terminal as a command.
  for (const line of lines) process.stdout.write(`${toVisible(line)}\n`);
  process.stdout.write(
    `${summarise(archive, problems, isFixing ? fixes.filter(({ isLeft }) => !isLeft).length : undefined)}\n`,
  );
  return problems.some(({ level }) => level === "error") ? 1 : 0;
}

/** Finds the line of a problem that names only a key. */
function locate(contentDir: string, problem: Problem): Problem {
  if (problem.line !== undefined || problem.key === undefined || !problem.file.endsWith(".md")) return problem;
  const line = findKeyLine(readFileSync(`${contentDir}/${problem.file}`, "utf8"), problem.key);
  return line === undefined ? problem : { ...problem, line };
}

function toShownFolder(contentDir: string): string {
  const path = relative(process.cwd(), contentDir);
  const short = path.startsWith("..") ? contentDir : path;
  return short === "" ? "" : `${short.replaceAll("\\", "/").replace(/\/$/, "")}/`;
}

function summarise(archive: Archive, problems: readonly Problem[], fixed: number | undefined): string {
  const pages = archive.posts.filter(({ type }) => type === "page").length;
  const comments = archive.posts.reduce((sum, { thread }) => sum + thread.length, 0);
  const counted = [
    count(archive.posts.length - pages, "post"),
    count(pages, "page"),
    count(comments, "comment"),
    count(archive.sources.length, "source"),
  ].join(", ");
  const errors = problems.filter(({ level }) => level === "error").length;
  const found = `${count(errors, "error")}, ${count(problems.length - errors, "warning")}`;
  return `Checked ${counted}: ${found}${fixed === undefined ? "" : `, ${fixed} fixed`}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
