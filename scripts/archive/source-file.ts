// Reads and writes content/sources/<id>.md on behalf of an import, and keeps what people wrote there.

import { existsSync, mkdirSync } from "node:fs";
import { speak } from "../strings/messages/index.ts";
import { ArchiveError } from "./archive-error.ts";
import { listFolder } from "./folder-listing.ts";
import type { Problem, RawExport, SourceFields } from "./model.ts";
import { placeProblems, readArchiveFile } from "./read-file.ts";
import { readSourceFields, serializeSource } from "./record-fields.ts";
import { isSecondHandFormat } from "./second-hand.ts";
import { toVisible } from "./show.ts";
import { writeFileWhole } from "./write-file.ts";

/** What became of a source's file. A broken one is kept, so that its exclude list is not lost. */
export type SourceOutcome = "new" | "unchanged" | "updated" | "kept-broken";

/**
 * Returns the ids that each source of the archive must not bring back, by source. Every source has its set.
 * @throws ArchiveError when a source's file or its `exclude` cannot be read: what it keeps away would come back
 */
export function readExcludes(contentDir: string): ReadonlyMap<string, ReadonlySet<string>> {
  const problems: Problem[] = [];
  const excludes = new Map<string, ReadonlySet<string>>();
  for (const name of listFolder(contentDir, "sources", problems).files) {
    if (!name.endsWith(".md")) continue;
    const read = readArchiveFile(contentDir, `sources/${name}`, problems);
    if (read === undefined) continue;
    const { fields, problems: found } = readSourceFields(read.fields);
    placeProblems(
      read,
      // "Exclude:" excludes nothing, and whoever typed it believes that it does.
      found.filter(({ key }) => /^excludes?$/i.test(key)),
      problems,
    );
    excludes.set(name.slice(0, -3), new Set(fields.exclude ?? []));
  }
  if (problems.length > 0) throw new ArchiveError(toRefusal(problems));
  return excludes;
}

function toRefusal(problems: readonly Problem[]): string {
  const { tell } = speak("en");
  const lines = problems.map(
    ({ file, line, message }) => `content/${file}${line === undefined ? "" : `:${line}`}: ${tell(message)}`,
  );
  return [
    ...lines.map(toVisible),
    "Until that is mended, nobody knows what the list exclude keeps away, so nothing was written.",
  ].join("\n");
}

/** Writes the file of a source, or adds to the one that stands. */
export function writeSourceFile(
  contentDir: string,
  id: string,
  fields: SourceFields,
  body: string,
  isDryRun: boolean,
): SourceOutcome {
  const file = `sources/${id}.md`;
  if (!existsSync(`${contentDir}/${file}`)) {
    if (!isDryRun) {
      mkdirSync(`${contentDir}/sources`, { recursive: true });
      writeFileWhole(`${contentDir}/${file}`, serializeSource(fields, body));
    }
    return "new";
  }
  const standing = readArchiveFile(contentDir, file, []);
  if (standing === undefined) return "kept-broken";
  const read = readSourceFields(standing.fields);
  if (read.problems.some(({ level }) => level === "error")) return "kept-broken";
  const merged: SourceFields = { ...fields, ...read.fields, ...takeFromImport(fields, read.fields) };
  const before = serializeSource(read.fields, standing.body, read.extra);
  const after = serializeSource(merged, standing.body, read.extra);
  // Compared as values: a file typed by hand is not rewritten for its form alone.
  if (before === after) return "unchanged";
  if (!isDryRun) writeFileWhole(`${contentDir}/${file}`, after);
  return "updated";
}

function takeFromImport(fields: SourceFields, standing: SourceFields): SourceFields {
  const exports = mergeExports(standing.exports ?? [], fields.exports ?? []);
  const hasBetter = standing.ledger !== undefined && !isSecondHandFormat(standing.ledger.format);
  const kept = {
    ...(fields.timezone !== undefined && { timezone: fields.timezone }),
    ...(exports.length > 0 && { exports }),
  };
  // The account of some saved pages is not that of their blog.
  if (hasBetter && fields.ledger !== undefined && isSecondHandFormat(fields.ledger.format)) return kept;
  return {
    ...kept,
    ...(fields.importer !== undefined && { importer: fields.importer }),
    ...(fields.ledger !== undefined && { ledger: fields.ledger }),
  };
}

function mergeExports(standing: readonly RawExport[], added: readonly RawExport[]): readonly RawExport[] {
  const hashes = new Set(standing.map(({ sha256 }) => sha256));
  return [...standing, ...added.filter(({ sha256 }) => !hashes.has(sha256))];
}
