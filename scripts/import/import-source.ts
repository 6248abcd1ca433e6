// Carries one blog from its exports into content/, and keeps the account.

import { openArchiveWriter, type WriterOptions } from "../archive/archive-writer.ts";
import type { KnownSource } from "../archive/find-source.ts";
import { createLedger, type LedgerBuilder } from "../archive/ledger.ts";
import type { Ledger } from "../archive/ledger-model.ts";
import { openLinkKeeper } from "../archive/link-keeper.ts";
import { isSecondHandFormat } from "../archive/second-hand.ts";
import type { ConflictMode } from "../archive/source-version.ts";
import { chooseSource } from "./choose-source.ts";
import { clearAddresses } from "./clear-addresses.ts";
import { createOutcomeCounter, type OutcomeCounter, type Tallies } from "./count-outcomes.ts";
import { cutTexts } from "./cut-texts.ts";
import { findWithdrawn } from "./find-withdrawn.ts";
import { openFolderWriter } from "./folders/open-folder-writer.ts";
import type { FoundSource, ImportOptions } from "./importer.ts";
import { introduceBlog } from "./introduce-blog.ts";
import { createEmailMask } from "./mask-source.ts";
import { keepAttachments } from "./media/keep-attachments.ts";
import { openMediaSession } from "./media/media-session.ts";
import { defaultMediaSettings, type MediaSettings } from "./media/media-settings.ts";
import type { OpenedMedia } from "./media/open-media.ts";
import { type ConvertedComments, type ConvertedPost, convertEntries } from "./texts/convert-entries.ts";
import { createFidelity } from "./texts/fidelity.ts";
import { openTextConverter } from "./texts/text-converter.ts";
import { isTimeZone } from "./time-zone.ts";
import { judgeFidelity, judgeLedger, writeAccount } from "./write-account.ts";
import { writeInOrder } from "./write-in-order.ts";

/** Where and how to write. */
export interface WriteSettings {
  readonly contentDir: string;
  readonly isDryRun: boolean;
  readonly keepSample: boolean;
  /** Makes an error of any difference between a source's texts and the written ones. */
  readonly isStrict: boolean;
  /** What stands beside a file that a person edited where its source has changed, too: nothing, or the source's version. */
  readonly conflicts?: ConflictMode;
  /** Sources that this run has imported before this one. */
  readonly earlier?: readonly KnownSource[];
  /** Returns the address of a post on the site; where it is absent, no former addresses are recorded. */
  readonly addressOf?: WriterOptions["addressOf"];
  /** Where images and other files come from. Default: from nowhere, and those that are held stay */
  readonly media?: MediaSettings;
  /** What `media` names, opened once for all sources. */
  readonly openedMedia?: OpenedMedia;
  /** Is told how many of the source's records were read. */
  readonly onProgress: (done: number, total: number) => void;
  /** Is told what is done after the records. */
  readonly onStage?: (what: string) => void;
}

/** What an import of one source did. */
export interface SourceReport
  extends Pick<Tallies, "posts" | "comments" | "kept" | "conflicts" | "returned" | "notes"> {
  /** Source id. */
  readonly source: string;
  /** What tells the source from others. */
  readonly known: KnownSource;
  readonly title?: string;
  readonly files: readonly string[];
  /** As kept in content/sources/. */
  readonly ledger: Ledger;
  /** Posts and pages of the sample that were removed. */
  readonly removedSamples?: number;
  /** The archive began with this import, and its site.json got the blog's name. */
  readonly hasNamedSite: boolean;
  /** Images and other files that came into the archive. */
  readonly addedMedia: number;
}

/** Imports one source. @throws InputError, with nothing written, when the options name a source of another blog */
export async function importSource(
  given: FoundSource,
  options: ImportOptions,
  settings: WriteSettings,
): Promise<SourceReport> {
  const mask = options.maskEmails ? createEmailMask() : undefined;
  const found = mask?.maskSource(given) ?? given;
  const { id: source, standing, note } = chooseSource(settings.contentDir, found, options.source, settings.earlier);
  const ledger = createLedger(found.format);
  const fidelity = createFidelity();
  const blogUrl = options.baseUrl ?? found.fields.url ?? standing?.url;
  const media = openMediaSession({
    contentDir: settings.contentDir,
    isDryRun: settings.isDryRun,
    source,
    blogUrl,
    uploads: found.uploads ?? [],
    savedFiles: found.savedFiles,
    settings: settings.media ?? defaultMediaSettings,
    opened: settings.openedMedia,
  });
  const links = openLinkKeeper(settings.contentDir, {
    source: { ...standing, ...toKnownSource(source, found), ...(blogUrl !== undefined && { url: blogUrl }) },
    isDryRun: settings.isDryRun,
    attachments: found.uploads,
    media,
  });
  const size = found.inputs.reduce((sum, input) => sum + input.size, 0);
  const folders = openFolderWriter(settings.isDryRun ? 0 : size);
  const writer = await openArchiveWriter(settings.contentDir, {
    ...settings,
    folders,
    source,
    isSecondHand: isSecondHandFormat(found.format),
    ...links.hooks,
  });
  const sample = settings.keepSample ? undefined : await writer.removeSample();
  const counter = createOutcomeCounter(ledger, fidelity);
  if (note !== undefined) counter.note({ level: "warning", item: `source ${source}`, what: note });

  const converter = openTextConverter(size, options.maskEmails);
  try {
    const read = withProgress(ledger.read, found.total, settings.onProgress);
    const completed = completeOptions(options, source, standing);
    const converted = convertEntries(
      (account) =>
        found.convert(completed, { ...account, read }, () => [...writer.listPosts(), ...writer.listExcluded()]),
      ledger,
      converter,
    );
    const posts = writeComments(fitEntries(converted, ledger, mask), writer, counter);
    for await (const { entry, result } of writeInOrder(writer, posts)) counter.countPost(entry, result);
    await writer.settle();
  } finally {
    await Promise.all([converter.close(), folders.close()]);
  }
  mask?.report(ledger);

  const brought = await media.finish(settings.onStage ?? (() => {}));
  for (const what of brought.notes) counter.note({ level: "warning", item: "media", what });

  if (!settings.isDryRun && found.listAttachments !== undefined) {
    keepAttachments(found.listAttachments(), {
      contentDir: settings.contentDir,
      source,
      writer,
      hasMask: options.maskEmails,
    });
  }

  // Links after files: where a file is held, a link to its page leads to it.
  const linked = links.finish();
  for (const problem of linked.notes) counter.note(problem);

  const { tallies } = counter;
  const { platform } = found.fields;
  for (const problem of findWithdrawn(writer, ledger, { source, platform }, tallies.unclaimed)) counter.note(problem);
  const account = judgeLedger({
    ...ledger.finish(),
    fidelity: fidelity.finish(),
    ...(brought.account !== undefined && { media: brought.account }),
    ...(linked.links !== undefined && { links: linked.links }),
  });
  const timezone = options.timezone ?? standing?.timezone ?? found.fields.timezone;
  // An archive of one blog begins with that blog's name. The account comes last: without it, an import was interrupted.
  const isFirst = writer.wasEmpty || sample !== undefined;
  const hasNamedSite = isFirst && !settings.isDryRun && (await introduceBlog(settings.contentDir, found));
  const obstacle = await writeAccount(writer, found, { source, timezone, ledger: account });
  if (obstacle !== undefined) counter.note(obstacle);
  const strictness = settings.isStrict ? judgeFidelity(account, source) : undefined;
  if (strictness !== undefined) counter.note(strictness);
  return {
    source,
    hasNamedSite,
    addedMedia: brought.added,
    known: toKnownSource(source, found),
    ...(found.fields.title !== undefined && { title: found.fields.title }),
    files: found.inputs.map(({ name }) => name),
    ledger: account,
    posts: tallies.posts,
    comments: tallies.comments,
    kept: tallies.kept,
    conflicts: tallies.conflicts,
    returned: tallies.returned,
    notes: tallies.notes,
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

function toKnownSource(source: string, { fields: { url, platform, platform_id } }: FoundSource): KnownSource {
  return {
    id: source,
    ...(url !== undefined && { url }),
    ...(platform !== undefined && { platform }),
    ...(platform_id !== undefined && { platform_id }),
  };
}

async function* fitEntries<Entry extends ConvertedPost | ConvertedComments>(
  entries: AsyncIterable<Entry>,
  ledger: LedgerBuilder,
  mask: ReturnType<typeof createEmailMask> | undefined,
): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    const fitted = cutTexts(clearAddresses(entry), ledger);
    yield mask === undefined ? fitted : mask.maskEntry(fitted);
  }
}

// Comments for a post that stands wait for nothing: they are written as they come. Posts are passed on.
async function* writeComments(
  entries: AsyncIterable<ConvertedPost | ConvertedComments>,
  writer: Awaited<ReturnType<typeof openArchiveWriter>>,
  counter: OutcomeCounter,
): AsyncGenerator<ConvertedPost> {
  for await (const entry of entries) {
    if ("comments" in entry) counter.countComments(entry, await writer.writeComments(entry.comments));
    else yield entry;
  }
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
