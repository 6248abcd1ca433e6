// The command `import`: brings a blog's export into content/ and gives an account of it.

import { parseArgs } from "node:util";
import { ArchiveError } from "./archive/archive-error.ts";
import { type Lock, takeLock } from "./archive/lock.ts";
import type { Post, SiteSettings } from "./archive/model.ts";
import { toVisible } from "./archive/show.ts";
import { isImportedSourceId } from "./archive/source-id.ts";
import type { ConflictMode } from "./archive/source-version.ts";
import { type Command, UsageError } from "./command.ts";
import { describeFindings } from "./import/describe-findings.ts";
import { describeStop } from "./import/describe-stop.ts";
import { importSource, type SourceReport } from "./import/import-source.ts";
import type { FoundSource, ImportOptions, IncludeOptions } from "./import/importer.ts";
import { InputError } from "./import/open-input.ts";
import { openInputs } from "./import/open-inputs.ts";
import { findSources } from "./import/recognize.ts";
import { describeImport, toReportData } from "./import/report.ts";
import { findReportObstacle, writeReport } from "./import/report-file.ts";
import { isTimeZone } from "./import/time-zone.ts";
import { createProgress } from "./progress.ts";
import { addressLanguage, postPath } from "./site/addresses.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { resolveUserPath } from "./user-path.ts";

const HELP = `
Imports a blog: reads its export and writes its posts, pages and comments as Markdown into content/.
What a file is is told by its content, not by its name. Folders, .zip and .gz are read as they are.
Several files at once are fine: the parts of one export become one source, exports of different blogs
become different sources.
Only what was public is imported. E-mail addresses, IP numbers and passwords are never written.
Running an import again changes nothing; a file that you edited since is never overwritten.

Usage: npm run import -- FILE OR FOLDER… [options]

  --content DIR       The archive to write into. Default: content
  --source ID         The name of the source in the archive. Default: made from the blog's address,
                      such as my-blog-example-org
  --base-url ADDRESS  The blog's address, for exports that do not tell it.
  --timezone ZONE     The time zone of times that have none of their own, such as Europe/Stockholm.
                      WordPress exports tell it for nearly every post and comment.
  --lang CODE         The language of all texts: en, sv, or auto. Default: auto, which detects it
  --include LIST      Imports more than what was public: drafts, private, pending, future, and
                      types:NAME for a post type of a plugin; joined by commas.
  --mask-emails       Replaces e-mail addresses that people typed, in texts, names, titles and
                      addresses.
  --conflicts=both    Where you edited a file and its source has changed since, too, writes the
                      source's version beside it, as index.source.md. Default: keep, which keeps
                      your version and lists it.
  --keep-sample       Keeps the sample archive. Otherwise it makes room for the first import.
  --dry-run           Reads everything, gives the account, and writes nothing.
  --strict            Makes an error of any text that does not say what the source showed.
  --report FILE.json  Writes the account as JSON: one object for one source, otherwise
                      {"sources": […]}.

The account lists what was read, written and left out, with the reason, and every problem. It is kept
in content/sources/. The exit code is 0 when all is well, 1 when there were errors, such as a file
that is cut off, and 2 when the command was used wrongly.

Examples:
  npm run import -- my-blog.wordpress.2014-03-01.xml
  npm run import -- part-000.xml part-001.xml --dry-run
  npm run import -- takeout-20240501.zip --base-url https://my-blog.blogspot.com/
  npm run import -- old-blog.xml --content ../old-blog --include drafts,private --report account.json
`;

/** Imports exports. */
export const importCommand: Command = {
  name: "import",
  summary: "Imports a blog's export into content/.",
  help: HELP,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        content: { type: "string" },
        source: { type: "string" },
        "base-url": { type: "string" },
        timezone: { type: "string" },
        lang: { type: "string" },
        include: { type: "string", multiple: true },
        "mask-emails": { type: "boolean" },
        conflicts: { type: "string" },
        "keep-sample": { type: "boolean" },
        "dry-run": { type: "boolean" },
        strict: { type: "boolean" },
        report: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      process.stdout.write(`${HELP.trim()}\n`);
      return 0;
    }
    if (positionals.length === 0) {
      throw new UsageError("Name the export to import: npm run import -- my-blog.wordpress.xml");
    }
    const options: ImportOptions = {
      ...(values.source !== undefined && { source: parseSource(values.source) }),
      ...(values["base-url"] !== undefined && { baseUrl: parseUrl(values["base-url"]) }),
      ...(values.timezone !== undefined && { timezone: parseTimeZone(values.timezone) }),
      lang: parseLanguage(values.lang ?? "auto"),
      include: parseInclude(values.include ?? []),
      maskEmails: values["mask-emails"] ?? false,
    };
    return runImport(positionals, options, {
      contentDir: values.content === undefined ? DEFAULT_OPTIONS.contentDir : resolveUserPath(values.content),
      isDryRun: values["dry-run"] ?? false,
      keepSample: values["keep-sample"] ?? false,
      isStrict: values.strict ?? false,
      conflicts: parseConflicts(values.conflicts ?? "keep"),
      ...(values.report !== undefined && { reportFile: parseReport(values.report) }),
    });
  },
};

interface RunSettings {
  readonly contentDir: string;
  readonly isDryRun: boolean;
  readonly keepSample: boolean;
  readonly isStrict: boolean;
  readonly conflicts: ConflictMode;
  readonly reportFile?: string;
}

async function runImport(files: readonly string[], options: ImportOptions, settings: RunSettings): Promise<number> {
  const progress = createProgress();
  const reports: SourceReport[] = [];
  let lock: Lock | undefined;
  try {
    const sources = await openSources(files, options, progress.stage);
    requireDistinctSources(sources, options);
    if (!settings.isDryRun) lock = takeLock(settings.contentDir, "import");
    if (lock?.note !== undefined) process.stdout.write(`${toVisible(lock.note)}\n`);
    for (const found of sources) {
      progress.stage(`Importing ${toVisible(found.fields.title ?? found.id)}`);
      const onProgress = (done: number, total: number): void => progress.update(`${done} of ${total}`);
      reports.push(
        await importSource(found, options, {
          ...settings,
          addressOf,
          onProgress,
          earlier: reports.map(({ known }) => known),
        }),
      );
    }
  } catch (error) {
    progress.end();
    if (!(error instanceof InputError)) {
      const stop = describeStop(error);
      throw stop === undefined ? error : new ArchiveError(stop);
    }
    const extent =
      reports.length === 0 ? "Nothing was written." : "Nothing of it was written; what came before it was.";
    process.stderr.write(`${error.message.split("\n").map(toVisible).join("\n")}\n${extent}\n`);
    return 1;
  } finally {
    lock?.release();
  }
  progress.end();
  const { lines, hasErrors } = describeImport(reports, settings);
  process.stdout.write(`${lines.join("\n")}\n`);
  const { reportFile } = settings;
  const obstacle = reportFile === undefined ? undefined : writeReport(reportFile, toReportData(reports));
  if (obstacle !== undefined) {
    process.stderr.write(`--report: ${toVisible(`${reportFile} could not be written: ${obstacle}`)}\n`);
  }
  return hasErrors || obstacle !== undefined ? 1 : 0;
}

function addressOf(post: Pick<Post, "type" | "id">, lang: string | undefined, settings: SiteSettings): string {
  return postPath(post, addressLanguage(lang, settings.language));
}

async function openSources(
  files: readonly string[],
  options: ImportOptions,
  onProgress: (what: string) => void,
): Promise<readonly FoundSource[]> {
  const paths = files.map((file) => resolveUserPath(file));
  const { inputs, containers } = await openInputs(paths, (what) => onProgress(toVisible(what)));
  return findSources(
    inputs,
    (what) => onProgress(toVisible(what)),
    options,
    (findings) => process.stdout.write(`${describeFindings(findings, containers).join("\n")}\n`),
  );
}

function requireDistinctSources(sources: readonly FoundSource[], { source }: ImportOptions): void {
  if (source === undefined || sources.length <= 1) return;
  const names = sources.map(({ id }) => id).join(", ");
  throw new UsageError(
    `--source names one source, but the files hold ${sources.length}: ${names}. Import them one by one.`,
  );
}

function parseSource(text: string): string {
  if (!isImportedSourceId(text)) {
    throw new UsageError(
      `--source takes a name of small letters from a to z, digits and hyphens, such as my-blog, not "${text}".`,
    );
  }
  return text;
}

function parseReport(text: string): string {
  const path = resolveUserPath(text);
  const obstacle = findReportObstacle(path);
  if (obstacle === undefined) return path;
  throw new UsageError(`--report takes a file that can be written, not "${text}": ${obstacle}. Nothing was imported.`);
}

function parseConflicts(text: string): ConflictMode {
  if (text === "keep" || text === "both") return text;
  throw new UsageError(`--conflicts takes keep or both, not "${text}".`);
}

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(`--base-url takes an address such as https://my-blog.example.org/, not "${text}".`);
  }
  return new URL(text).href;
}

function parseTimeZone(text: string): string {
  if (isTimeZone(text)) return text;
  throw new UsageError(`--timezone takes the name of a time zone, such as Europe/Stockholm, not "${text}".`);
}

function parseLanguage(text: string): string {
  if (text === "auto" || /^[a-z]{2,3}$/.test(text)) return text;
  throw new UsageError(`--lang takes en, sv or auto, not "${text}".`);
}

function parseInclude(lists: readonly string[]): IncludeOptions {
  const words = lists
    .flatMap((list) => list.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const types = words.filter((word) => word.startsWith("types:")).map((word) => word.slice("types:".length));
  const unknown = words.find((word) => !/^(drafts|private|pending|future|types:[\w-]+)$/.test(word));
  if (unknown !== undefined) {
    throw new UsageError(
      `--include takes drafts, private, pending, future and types:NAME, joined by commas, not "${unknown}".`,
    );
  }
  return {
    drafts: words.includes("drafts"),
    private: words.includes("private"),
    pending: words.includes("pending"),
    future: words.includes("future"),
    types: new Set(types),
  };
}
