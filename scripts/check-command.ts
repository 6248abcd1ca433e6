// The command `check`: tells what is wrong in an archive, and mends what is mechanical.

import { appendFileSync, existsSync, statSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { type Fix, fixArchive } from "./archive/fix.ts";
import { takeLock } from "./archive/lock.ts";
import type { Archive, Problem } from "./archive/model.ts";
import { createPlacer } from "./archive/place-problem.ts";
import { compareProblems, readArchive } from "./archive/read-archive.ts";
import { validateArchive } from "./archive/validate.ts";
import { validateImages } from "./archive/validate-images.ts";
import { validateLinks } from "./archive/validate-links.ts";
import { validateRedactions } from "./archive/validate-redactions.ts";
import { validateTexts } from "./archive/validate-texts.ts";
import { type ChangedLines, readChangedLines } from "./check/changed-lines.ts";
import { readFormerPlaces } from "./check/former-places.ts";
import { toGitHubReport } from "./check/report-github.ts";
import { toSummary } from "./check/report-summary.ts";
import { toJsonReport, toTextReport } from "./check/report-text.ts";
import type { CheckedRecords, CheckReport } from "./check/shown-problem.ts";
import { type Command, UsageError } from "./command.ts";
import { chooseLanguage } from "./command-language.ts";
import { print } from "./print.ts";
import { createProgress } from "./progress.ts";
import { addressLanguage, postPath } from "./site/addresses.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { type Speaker, speak } from "./strings/messages/index.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Checks an archive: every file, and whether the files agree with each other. Each problem is told
with its file, what was found and what to do. Errors must be mended; warnings are for your judgement.

Usage: npm run check -- [options]

  --content DIR        The archive to check. Default: content
  --lang en|sv         The language of the report. Default: that of your terminal, else English
  --fix                First mends what is mechanical, and tells each thing that it did: front matter
                       typed by hand gets the fixed form, line ends become LF, a comment's file gets the
                       name of its id, a post whose date changed moves to its year and keeps its old
                       address. A post whose folder or language was changed by hand keeps its old
                       address, too, as far as Git tells what it was at the last commit, or at REV; links
                       in other texts follow. The words of a text are never changed, and a file with YAML comments is
                       left as it is. Commit before, and look at the difference after.
  --changed-since REV  Shows warnings only about lines that were changed since the history of this copy
                       parted from REV (a branch, tag or commit), what is not yet committed included.
                       Errors are shown wherever they are. Needs Git and enough history.
  --format FORMAT      text (the default); github: annotations of GitHub Actions for the ten worst
                       problems, plain lines for the others; json: everything as data
  --summary FILE       Also appends the report as Markdown to a file, such as "$GITHUB_STEP_SUMMARY"

The exit code is 0 when there are no errors, 1 when there are, 2 when the command was used wrongly.

Examples:
  npm run check
  npm run check -- --content ../my-blog --lang sv
  npm run check -- --changed-since origin/main
  npm run check -- --fix
`;

const FORMATS = {
  text: toTextReport,
  github: toGitHubReport,
  json: (report: CheckReport) => [toJsonReport(report)],
} as const;

/** What a check was asked for. */
interface CheckOptions {
  readonly contentDir: string;
  readonly isFixing: boolean;
  /** As `--changed-since` has it; absent: not given. */
  readonly since?: string;
  readonly speaker: Speaker;
  /** Absent: all warnings are shown. */
  readonly changes?: ChangedLines;
}

/** Checks an archive. */
export const checkCommand: Command = {
  name: "check",
  summary: "Checks content/ and mends what is mechanical.",
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        content: { type: "string" },
        lang: { type: "string" },
        fix: { type: "boolean" },
        "changed-since": { type: "string" },
        format: { type: "string" },
        summary: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      print(...HELP.trim().split("\n"));
      return 0;
    }
    const contentDir = values.content === undefined ? DEFAULT_OPTIONS.contentDir : resolveUserPath(values.content);
    if (!existsSync(contentDir) || !statSync(contentDir).isDirectory()) {
      throw new UsageError(`There is no folder ${contentDir}. Give the archive's folder with --content DIR.`);
    }
    const format = values.format ?? "text";
    if (!isFormat(format)) throw new UsageError(`--format is "${format}". It must be text, github or json.`);
    const speaker = speak(chooseLanguage(values.lang));
    const since = values["changed-since"];
    const changes = since === undefined ? undefined : await readChangedLines(contentDir, since);
    const report = await check({
      contentDir,
      isFixing: values.fix ?? false,
      ...(since !== undefined && { since }),
      speaker,
      ...(changes !== undefined && { changes }),
    });
    for (const line of FORMATS[format](report, speaker)) process.stdout.write(`${line}\n`);
    if (values.summary !== undefined) appendFileSync(resolveUserPath(values.summary), toSummary(report, speaker));
    return report.problems.some(({ level }) => level === "error") ? 1 : 0;
  },
};

function isFormat(name: string): name is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, name);
}

async function check({ contentDir, isFixing, since, speaker, changes }: CheckOptions): Promise<CheckReport> {
  const progress = createProgress();
  let fixes: readonly Fix[] = [];
  if (isFixing) {
    const lock = takeLock(contentDir, "check --fix");
    progress.stage("Mending");
    try {
      const { archive: before } = await readArchive(contentDir);
      const formerPlaces = await readFormerPlaces(contentDir, before, since);
      fixes = await fixArchive(contentDir, {
        formerPlaces,
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
    ...validateTexts(contentDir, archive),
    ...validateRedactions(contentDir),
  ]
    .sort(compareProblems)
    .map(createPlacer(contentDir))
    .sort(compareProblems);
  progress.end();
  const shown = toShownFolder(contentDir);
  const isShown = ({ level, file, line }: Problem) => level === "error" || changes?.has(file, line) !== false;
  const told = problems.filter(isShown);
  return {
    records: countRecords(archive),
    problems: told.map(({ level, code, file, line, message }) => ({
      level,
      code,
      path: `${shown}${file}`,
      ...(line !== undefined && { line }),
      message: speaker.tell(message),
    })),
    fixes: fixes.map(({ file, what, isLeft = false }) => ({
      path: `${shown}${file}`,
      isLeft,
      what: speaker.tell(what),
    })),
    isFixing,
    unchanged: problems.length - told.length,
  };
}

function toShownFolder(contentDir: string): string {
  const path = relative(process.cwd(), contentDir);
  const short = path.startsWith("..") ? contentDir : path;
  return short === "" ? "" : `${short.replaceAll("\\", "/").replace(/\/$/, "")}/`;
}

function countRecords(archive: Archive): CheckedRecords {
  const pages = archive.posts.filter(({ type }) => type === "page").length;
  const comments = archive.posts.reduce((sum, { thread }) => sum + thread.length, 0);
  return { posts: archive.posts.length - pages, pages, comments, sources: archive.sources.length };
}
