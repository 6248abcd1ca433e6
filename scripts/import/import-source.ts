// Carries one blog from its exports into content/, and keeps the account.

import { readFileSync } from "node:fs";
import {
  type ArchiveWriter,
  openArchiveWriter,
  type WriteResult,
  type WriterOptions,
} from "../archive/archive-writer.ts";
import type { KnownSource } from "../archive/find-source.ts";
import { createLedger } from "../archive/ledger.ts";
import type { Ledger, LedgerProblem } from "../archive/model.ts";
import type { CommentResults, ThreadOutcome } from "../archive/write-thread.ts";
import { chooseSource } from "./choose-source.ts";
import { findWithdrawn, type UnclaimedComment } from "./find-withdrawn.ts";
import {
  type CommentsEntry,
  type DraftEntry,
  FIDELITY_PROBLEM,
  type FoundSource,
  type ImportOptions,
} from "./importer.ts";
import { introduceBlog } from "./introduce-blog.ts";
import { maskSource } from "./mask-source.ts";
import { reportLoops } from "./report-loops.ts";
import { isTimeZone } from "./time-zone.ts";

/** Where and how to write. */
export interface WriteSettings {
  readonly contentDir: string;
  readonly isDryRun: boolean;
  readonly keepSample: boolean;
  /** Makes errors of differences between a source's text and the converted one. */
  readonly isStrict: boolean;
  /** Sources that this run has imported before this one. */
  readonly earlier?: readonly KnownSource[];
  /** Returns the address of a post on the site; where it is absent, no former addresses are recorded. */
  readonly addressOf?: WriterOptions["addressOf"];
  /** Is told how many of the source's records were read. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Records of posts and comments by what became of them. */
export interface Outcomes {
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What an import of one source did. */
export interface SourceReport {
  /** Source id. */
  readonly source: string;
  /** What tells the source from others. */
  readonly known: KnownSource;
  readonly title?: string;
  readonly files: readonly string[];
  /** As kept in content/sources/. */
  readonly ledger: Ledger;
  readonly posts: Outcomes;
  readonly comments: Outcomes;
  /** Records that a person edited or redacted: they stay as they are. */
  readonly kept: readonly string[];
  /** What happened in this run only, and is not part of the account: slugs that were taken. */
  readonly notes: readonly LedgerProblem[];
  /** Posts and pages of the sample that were removed. */
  readonly removedSamples?: number;
  /** The archive began with this import, and its site.json got the blog's name. */
  readonly hasNamedSite: boolean;
}

interface Tallies {
  readonly posts: Record<keyof Outcomes, number>;
  readonly comments: Record<keyof Outcomes, number>;
  readonly kept: string[];
  readonly notes: LedgerProblem[];
}

/** Imports one source. @throws InputError, with nothing written, when the options name a source of another blog */
export async function importSource(
  given: FoundSource,
  options: ImportOptions,
  settings: WriteSettings,
): Promise<SourceReport> {
  const found = options.maskEmails ? maskSource(given) : given;
  const { id: source, standing, note } = chooseSource(settings.contentDir, found, options.source, settings.earlier);
  const ledger = createLedger(found.format);
  const writer = await openArchiveWriter(settings.contentDir, { ...settings, source });
  const sample = settings.keepSample ? undefined : await writer.removeSample();
  const tallies: Tallies = {
    posts: { new: 0, updated: 0, unchanged: 0 },
    comments: { new: 0, updated: 0, unchanged: 0 },
    kept: [],
    notes: note === undefined ? [] : [{ level: "warning", item: `source ${source}`, what: note }],
  };
  const unclaimed: UnclaimedComment[] = [];
  const countComments = ({ written, excluded }: CommentResults): void => {
    ledger.written("comments", written);
    ledger.skipped("comments", "excluded", excluded.length);
  };
  const count = (entry: DraftEntry, result: WriteResult): void => {
    reportLoops(entry.draft.thread, `post ${entry.draft.source_id}`, ledger);
    if (result.outcome === "excluded") ledger.skipped(entry.group, "excluded");
    else ledger.written(entry.group);
    countComments(result.comments);
    for (const comment of result.unclaimed) unclaimed.push({ postId: result.id, comment });
    countOutcome(tallies, entry, result);
  };
  const countAdded = ({ comments }: CommentsEntry, { results, known, notes, ...rest }: ThreadOutcome): void => {
    countComments(results);
    reportLoops(comments.thread, `post ${comments.postId}`, ledger);
    for (const comment of rest.unclaimed) unclaimed.push({ postId: comments.postId, comment });
    ledger.skipped("comments", "already-here", known.length);
    countThread(tallies, comments.postId, results);
    for (const what of notes) tallies.notes.push({ level: "warning", item: `post ${comments.postId}`, what });
  };
  const progress = { ...ledger, read: withProgress(ledger.read, found.total, settings.onProgress) };
  const entries = found.convert(completeOptions(options, source, standing), progress, writer.listPosts);
  const addComments = async (entry: CommentsEntry): Promise<void> =>
    countAdded(entry, await writer.writeComments(entry.comments));
  for await (const { entry, result } of writeInOrder(writer, withoutComments(entries, addComments))) {
    count(entry, result);
  }
  tallies.notes.push(...findWithdrawn(writer, ledger, { source, platform: found.fields.platform }, unclaimed));
  const account = judge(ledger.finish(), settings.isStrict);
  const timezone = options.timezone ?? standing?.timezone ?? found.fields.timezone;
  await writeSource(writer, found, source, timezone, account, tallies.notes);
  // An archive of one blog begins with that blog's name.
  const isFirst = writer.wasEmpty || sample !== undefined;
  const hasNamedSite = isFirst && !settings.isDryRun && (await introduceBlog(settings.contentDir, found));
  const { url, platform, platform_id } = found.fields;
  return {
    source,
    hasNamedSite,
    known: {
      id: source,
      ...(url !== undefined && { url }),
      ...(platform !== undefined && { platform }),
      ...(platform_id !== undefined && { platform_id }),
    },
    ...(found.fields.title !== undefined && { title: found.fields.title }),
    files: found.inputs.map(({ name }) => name),
    ledger: account,
    ...tallies,
    ...(sample !== undefined && { removedSamples: sample.posts + sample.pages }),
  };
}

// What an earlier export of the blog told, and this one may not.
function completeOptions(options: ImportOptions, source: string, known: KnownSource | undefined): ImportOptions {
  // Only a blog that is told apart by its number lets its export keep the address back.
  const url = known?.platform_id === undefined ? undefined : known.url;
  const timezone = known?.timezone;
  return {
    ...(url !== undefined && { baseUrl: url }),
    ...(timezone !== undefined && isTimeZone(timezone) && { timezone }),
    ...options,
    source,
  };
}

// Comments for a post that stands wait for nothing: they are written as they come.
async function* withoutComments(
  entries: AsyncIterable<DraftEntry | CommentsEntry>,
  addComments: (entry: CommentsEntry) => Promise<void>,
): AsyncGenerator<DraftEntry> {
  for await (const entry of entries) {
    if ("comments" in entry) await addComments(entry);
    else yield entry;
  }
}

// A translation names its original by the id that the archive gave it, so the original is written first.
async function* writeInOrder(
  writer: ArchiveWriter,
  entries: AsyncIterable<DraftEntry>,
): AsyncGenerator<{ readonly entry: DraftEntry; readonly result: WriteResult }> {
  const archiveIds = new Map<string, string>();
  // A partial export may hold the translation alone, of an original that stands.
  let standing: ReadonlyMap<string, string> = new Map();
  const waiting: DraftEntry[] = [];
  const write = async (entry: DraftEntry): Promise<{ entry: DraftEntry; result: WriteResult }> => {
    const sourceId = entry.translationOf ?? "";
    const original = archiveIds.get(sourceId) ?? standing.get(`${entry.draft.source}\n${sourceId}`);
    const draft = original === undefined ? entry.draft : { ...entry.draft, translation_of: original };
    const result = await writer.writePost(draft);
    if (result.id !== "") archiveIds.set(entry.draft.source_id, result.id);
    return { entry, result };
  };
  for await (const entry of entries) {
    if (entry.translationOf !== undefined && !archiveIds.has(entry.translationOf)) waiting.push(entry);
    else yield await write(entry);
  }
  if (waiting.length > 0) {
    standing = new Map(writer.listPosts().map(({ id, source, source_id }) => [`${source}\n${source_id}`, id]));
  }
  for (const entry of waiting) yield await write(entry);
}

function countOutcome(tallies: Tallies, { draft }: DraftEntry, result: WriteResult): void {
  const { comments, id, outcome, notes } = result;
  if (outcome === "kept-edited") tallies.kept.push(id);
  else if (outcome !== "excluded") tallies.posts[outcome] += 1;
  countThread(tallies, id, comments);
  for (const what of notes) tallies.notes.push({ level: "warning", item: `post ${draft.source_id}`, what });
}

function countThread(tallies: Tallies, id: string, comments: CommentResults): void {
  const kept = [...comments.keptEdited, ...comments.keptRedacted];
  tallies.kept.push(...kept.map((comment) => `${id}#${comment}`));
  tallies.comments.new += comments.new;
  tallies.comments.updated += comments.updated;
  tallies.comments.unchanged += comments.written - comments.new - comments.updated - kept.length;
}

function withProgress(
  read: (group: "posts" | "pages" | "comments" | "other", count?: number) => void,
  total: number,
  onProgress: WriteSettings["onProgress"],
): typeof read {
  let done = 0;
  return (group, count = 1) => {
    read(group, count);
    if (group === "comments") return;
    done += count;
    if (done % 20 === 0) onProgress(done, total);
  };
}

function judge(ledger: Ledger, isStrict: boolean): Ledger {
  const problems = ledger.problems.map((problem) =>
    isStrict && problem.what.startsWith(FIDELITY_PROBLEM) ? { ...problem, level: "error" as const } : problem,
  );
  if (ledger.balanced) return { ...ledger, problems };
  const what = "the counts do not add up: something that was read is neither written nor listed as skipped";
  return { ...ledger, problems: [...problems, { level: "error", item: "account", what }] };
}

async function writeSource(
  writer: ArchiveWriter,
  found: FoundSource,
  source: string,
  timezone: string | undefined,
  ledger: Ledger,
  notes: LedgerProblem[],
): Promise<void> {
  const outcome = await writer.writeSource({
    ...found.fields,
    ...(timezone !== undefined && { timezone }),
    exports: found.inputs.map(({ name, size, sha256 }, index) => {
      const date = found.exportDates[index];
      return { file: name, size, sha256, ...(date !== undefined && { date }) };
    }),
    importer: `ordskifte ${readVersion()}`,
    ledger,
  });
  if (outcome !== "kept-broken") return;
  const what = "has errors and was left as it is, so the account of this import is not in it; run the check";
  notes.push({ level: "error", item: `content/sources/${source}.md`, what });
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}
