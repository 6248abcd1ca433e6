// The command `import`: brings a blog's export into content/ and gives an account of it.

import { ArchiveError } from "./archive/archive-error.ts";
import { type Lock, takeLock } from "./archive/lock.ts";
import type { Post, SiteSettings } from "./archive/model.ts";
import { type Command, UsageError } from "./command.ts";
import { describeFindings } from "./import/describe-findings.ts";
import { describeStop } from "./import/describe-stop.ts";
import { importSource, type SourceReport } from "./import/import-source.ts";
import type { FoundSource, ImportOptions } from "./import/importer.ts";
import { openMedia } from "./import/media/open-media.ts";
import { InputError } from "./import/open-input.ts";
import { openInputs } from "./import/open-inputs.ts";
import { findSources } from "./import/recognize.ts";
import { describeImport, toReportData } from "./import/report.ts";
import { writeReport } from "./import/report-file.ts";
import { type ImportSettings, readImportRequest } from "./import-options.ts";
import { keepMemorySmall } from "./keep-memory-small.ts";
import { print, printError } from "./print.ts";
import { createProgress } from "./progress.ts";
import { addressLanguage, postPath } from "./site/addresses.ts";
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
  --media PLACE       Holds images and other files that the texts show beside their posts. PLACE is a
                      folder, .tar, .tar.gz or .zip with the blog's files, such as WordPress.com's
                      media export, wp-content/uploads or Takeout's albums; or "download", to fetch
                      from the web what is missing, or "retry", also what was gone before. May be
                      given several times. Default: links stay, and what is held stays held
  --media-limit MB    Leaves out larger files; "20,500" also stops at 500 MB in all. Default: 50,2000
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
  npm run import -- my-blog.xml --media media-export.tar --media download
  npm run import -- old-blog.xml --content ../old-blog --include drafts,private --report account.json
`;

/** Imports exports. */
export const importCommand: Command = {
  name: "import",
  summary: "Imports a blog's export into content/.",
  help: HELP,
  run: async (args) => {
    const request = readImportRequest(args);
    if (request === "help") {
      print(...HELP.trim().split("\n"));
      return 0;
    }
    return runImport(request.files, request.options, request.settings);
  },
};

async function runImport(files: readonly string[], options: ImportOptions, settings: ImportSettings): Promise<number> {
  keepMemorySmall("import");
  const progress = createProgress();
  const reports: SourceReport[] = [];
  let lock: Lock | undefined;
  try {
    const sources = await openSources(files, options, progress.stage);
    requireDistinctSources(sources, options);
    const { paths } = settings.media;
    if (paths.length > 0) progress.stage("Looking through the images and other files");
    const openedMedia = paths.length === 0 ? undefined : await openMedia(paths);
    for (const problem of openedMedia?.problems ?? []) print(problem);
    if (!settings.isDryRun) lock = takeLock(settings.contentDir, "import");
    if (lock?.note !== undefined) print(lock.note);
    for (const found of sources) {
      progress.stage(`Importing ${found.fields.title ?? found.id}`);
      const onProgress = (done: number, total: number): void => progress.update(`${done} of ${total}`);
      reports.push(
        await importSource(found, options, {
          ...settings,
          addressOf,
          onProgress,
          onStage: progress.update,
          ...(openedMedia !== undefined && { openedMedia }),
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
    printError(...error.message.split("\n"), extent);
    return 1;
  } finally {
    lock?.release();
  }
  progress.end();
  const { lines, hasErrors } = describeImport(reports, settings);
  print(...lines);
  const { reportFile } = settings;
  const obstacle = reportFile === undefined ? undefined : writeReport(reportFile, toReportData(reports));
  if (obstacle !== undefined) {
    printError(`--report: ${reportFile} could not be written: ${obstacle}`);
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
  const { inputs, containers } = await openInputs(paths, onProgress);
  return findSources(inputs, onProgress, options, (findings) => print(...describeFindings(findings, containers)));
}

function requireDistinctSources(sources: readonly FoundSource[], { source }: ImportOptions): void {
  if (source === undefined || sources.length <= 1) return;
  const names = sources.map(({ id }) => id).join(", ");
  throw new UsageError(
    `--source names one source, but the files hold ${sources.length}: ${names}. Import them one by one.`,
  );
}
