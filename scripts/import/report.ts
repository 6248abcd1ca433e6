// Tells what an import did: in words for the terminal, as data for --report.

import { join, resolve } from "node:path";
import { countSkipped, LEDGER_GROUPS } from "../archive/ledger.ts";
import type { Fidelity, LedgerProblem, Tally } from "../archive/ledger-model.ts";
import { toVisible } from "../archive/show.ts";
import type { ConflictMode } from "../archive/source-version.ts";
import { PROJECT_DIR } from "../project-dir.ts";
import { describeLinks } from "./describe-links.ts";
import { describeMedia } from "./describe-media.ts";
import { describeReimport } from "./describe-reimport.ts";
import type { SourceReport } from "./import-source.ts";

const MAX_PROBLEMS = 25;
const MAX_DIFFERENT = 10;
const DEFAULT_CONTENT = resolve(PROJECT_DIR, "content");

/** What the terminal shows, and what decides the exit code. */
export interface ImportDescription {
  readonly lines: readonly string[];
  readonly hasErrors: boolean;
}

/** How the import was run. */
export interface DescribedSettings {
  readonly contentDir: string;
  readonly isDryRun: boolean;
  readonly conflicts?: ConflictMode;
}

/** Describes an import in lines that a terminal can show: nothing of a source's text is obeyed there. */
export function describeImport(reports: readonly SourceReport[], settings: DescribedSettings): ImportDescription {
  const lines = reports.flatMap((report) => [...describeSource(report, settings), ""]);
  const hasErrors = reports.some((report) => problemsOf(report).some(({ level }) => level === "error"));
  if (settings.isDryRun) lines.push("This was a dry run: nothing was written.");
  else lines.push(`Written to ${toVisible(settings.contentDir)}`, ...describeNextSteps(reports, settings.contentDir));
  return { lines, hasErrors };
}

/** Returns the account as JSON data: one object for one source, else all of them under `sources`. */
export function toReportData(reports: readonly SourceReport[]): unknown {
  const data = reports.map(toSourceData);
  return data.length === 1 ? data[0] : { sources: data };
}

function describeNextSteps(reports: readonly SourceReport[], contentDir: string): readonly string[] {
  const settingsFile = toVisible(join(contentDir, "site.json"));
  const steps = reports.some(({ hasNamedSite }) => hasNamedSite)
    ? [`Look at ${settingsFile}: the archive's title, and "contact", where people ask for corrections and removals.`]
    : [];
  return [
    ...steps,
    `Next: npm run build${contentDir === DEFAULT_CONTENT ? "" : ` -- --content ${toVisible(contentDir)}`}`,
  ];
}

function toSourceData(report: SourceReport): object {
  const { ledger, source, files, posts, comments, kept, conflicts, returned } = report;
  return {
    ...ledger,
    problems: problemsOf(report),
    source,
    files,
    outcomes: { posts, comments, kept, conflicts, returned },
  };
}

function describeSource(report: SourceReport, settings: DescribedSettings): readonly string[] {
  const { isDryRun } = settings;
  const { title, source, ledger, files, posts, comments, removedSamples } = report;
  const lines = [
    `${toVisible(title ?? source)} (source ${source}, ${ledger.format}, ${files.map(toVisible).join(", ")})`,
  ];
  if (removedSamples !== undefined) {
    lines.push(
      isDryRun
        ? `  The sample archive (${removedSamples} posts and pages) would make room; --keep-sample keeps it.`
        : `  The sample archive (${removedSamples} posts and pages) made room; Git keeps it. Next time: --keep-sample`,
    );
  }
  for (const group of LEDGER_GROUPS) {
    const tally = ledger[group];
    if (tally.read > 0) lines.push(`  ${group.padEnd(9)}${describeTally(tally)}`);
  }
  lines.push(`  ${ledger.balanced ? "The counts add up." : "THE COUNTS DO NOT ADD UP."}`);
  lines.push(...describeLinks(ledger.links));
  lines.push(...describeMedia(ledger.media, source, report.addedMedia));
  if (ledger.fidelity !== undefined) lines.push(...describeFidelity(ledger.fidelity, source));
  lines.push(
    `  New: ${count(posts.new, "post")}, ${count(comments.new, "comment")}. Updated: ${count(posts.updated, "post")}, ${count(comments.updated, "comment")}.`,
  );
  lines.push(...describeReimport(report, source, settings));
  return [...lines, ...describeProblems(problemsOf(report))];
}

function describeTally(tally: Tally): string {
  const reasons = Object.entries(tally.skipped).map(([reason, number]) => `${reason} ${number}`);
  const skipped = countSkipped(tally);
  const left = skipped === 0 ? "" : `, ${skipped} left out (${reasons.join(", ")})`;
  return `${tally.read} read, ${tally.written} in the archive${left}`;
}

function describeFidelity({ compared, identical, different }: Fidelity, source: string): readonly string[] {
  const counts = `  Proof: ${count(compared, "text")} compared, ${identical} word-identical`;
  if (different.length === 0) return [`${counts}.`];
  const shown = different.slice(0, MAX_DIFFERENT);
  const rest = different.length - shown.length;
  return [
    `${counts}, these differ:`,
    ...shown.map(({ item, what }) => `    ${toVisible(item)}: ${toVisible(what)}`),
    ...(rest > 0 ? [`    and ${rest} more in content/sources/${source}.md`] : []),
  ];
}

function describeProblems(problems: readonly LedgerProblem[]): readonly string[] {
  // Errors first: a long list of warnings must not hide them.
  const sorted = [...problems].sort((a, b) => Number(a.level === "warning") - Number(b.level === "warning"));
  const lines = sorted
    .slice(0, MAX_PROBLEMS)
    .map(({ level, item, what }) => `  ${level}: ${toVisible(item)}: ${toVisible(what)}`);
  const rest = sorted.length - MAX_PROBLEMS;
  return rest > 0 ? [...lines, `  … and ${rest} more; --report FILE.json lists them all`] : lines;
}

function problemsOf({ ledger, notes }: SourceReport): readonly LedgerProblem[] {
  return [...ledger.problems, ...notes];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
