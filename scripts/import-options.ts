// Reads what was typed after `import`: which exports, and how to import them.

import { parseArgs } from "node:util";
import { isImportedSourceId } from "./archive/source-id.ts";
import type { ConflictMode } from "./archive/source-version.ts";
import { UsageError } from "./command.ts";
import type { ImportOptions, IncludeOptions } from "./import/importer.ts";
import { defaultMediaSettings, type MediaSettings, readMediaLimit } from "./import/media/media-settings.ts";
import { findReportObstacle } from "./import/report-file.ts";
import { isTimeZone } from "./import/time-zone.ts";
import { DEFAULT_OPTIONS } from "./site/options.ts";
import { resolveUserPath } from "./user-path.ts";

/** What an import was asked to do. */
export interface ImportRequest {
  readonly files: readonly string[];
  readonly options: ImportOptions;
  readonly settings: ImportSettings;
}

/** Where an import writes, and what it tells. */
export interface ImportSettings {
  readonly contentDir: string;
  readonly isDryRun: boolean;
  readonly keepSample: boolean;
  readonly isStrict: boolean;
  readonly conflicts: ConflictMode;
  readonly media: MediaSettings;
  readonly reportFile?: string;
}

/** Reads the command line; `help` when that was asked for. @throws UsageError for what cannot be meant */
export function readImportRequest(args: readonly string[]): ImportRequest | "help" {
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
      media: { type: "string", multiple: true },
      "media-limit": { type: "string" },
      conflicts: { type: "string" },
      "keep-sample": { type: "boolean" },
      "dry-run": { type: "boolean" },
      strict: { type: "boolean" },
      report: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return "help";
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
  const settings: ImportSettings = {
    contentDir: values.content === undefined ? DEFAULT_OPTIONS.contentDir : resolveUserPath(values.content),
    isDryRun: values["dry-run"] ?? false,
    keepSample: values["keep-sample"] ?? false,
    isStrict: values.strict ?? false,
    media: parseMedia(values.media ?? [], values["media-limit"]),
    conflicts: parseConflicts(values.conflicts ?? "keep"),
    ...(values.report !== undefined && { reportFile: parseReport(values.report) }),
  };
  return { files: positionals, options, settings };
}

function parseMedia(places: readonly string[], limit: string | undefined): MediaSettings {
  const words = new Set(["download", "retry"]);
  const limits = limit === undefined ? {} : readMediaLimit(limit);
  if (limits === undefined) {
    throw new UsageError(`--media-limit takes megabytes, such as 20 or 20,500 (in all), not "${limit}".`);
  }
  return {
    ...defaultMediaSettings,
    ...limits,
    // A folder of that name can be given as ./download.
    paths: places.filter((place) => !words.has(place)).map((place) => resolveUserPath(place)),
    download: places.includes("retry") ? "retry" : places.includes("download") ? "missing" : "no",
  };
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
