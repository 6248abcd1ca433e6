// Carries the images and other files of one source into its posts: the texts ask while they are written, the files come
// when all texts stand, and what was held before stays held.

import { existsSync } from "node:fs";
import type { MediaAccount } from "../../archive/ledger-model.ts";
import { type MediaList, openMediaList } from "../../archive/media-list.ts";
import type { AddressHooks, AddressPlace } from "../../archive/record-texts.ts";
import type { AddressKind } from "../../markdown/rewrite-links.ts";
import { acquireByDownload } from "./acquire-by-download.ts";
import { acquireFromFiles } from "./acquire-from-files.ts";
import { acquireFromPages } from "./acquire-from-page.ts";
import { mayNameMedia } from "./file-kind.ts";
import { isHeld } from "./hold-file.ts";
import { isMediaHost, isOwnHost, type SourceHosts, toSourceHosts } from "./media-hosts.ts";
import type { MediaSettings } from "./media-settings.ts";
import { createMediaWants, type MediaWants, type Upload, type Want } from "./media-wants.ts";
import type { OpenedMedia } from "./open-media.ts";
import { isUntouchedRecord, rewriteRecord } from "./rewrite-record.ts";
import { summarizeMedia } from "./summarize-media.ts";

/** The media of one import. */
export interface MediaSession
  extends Required<Pick<AddressHooks, "resolveAddress" | "mayHoldAddress" | "onTakenAway">> {
  /**
   * Brings the files that are wanted and not held, leads the texts to them, and writes the list in content/sources/.
   * To be called when every record is written.
   */
  readonly finish: (onProgress: (what: string) => void) => Promise<MediaOutcome>;
}

/** What became of a source's files. */
export interface MediaOutcome {
  /** For the ledger; undefined where the texts refer to no file. */
  readonly account: MediaAccount | undefined;
  /** What a person should know of this run. */
  readonly notes: readonly string[];
  /** Files that this run has added. */
  readonly added: number;
}

/** What a session needs to know. */
export interface MediaContext {
  readonly contentDir: string;
  readonly isDryRun: boolean;
  /** Source id. */
  readonly source: string;
  /** Address of the blog; absent when unknown. */
  readonly blogUrl?: string | undefined;
  readonly uploads: readonly Upload[];
  /** Places on the disk of pictures that were saved with a page, by their addresses; filled while the pages are read. */
  readonly savedFiles?: ReadonlyMap<string, string> | undefined;
  readonly settings: MediaSettings;
  /** Opened once for all sources of a run; absent when --media names no file. */
  readonly opened?: OpenedMedia | undefined;
}

/** What those who acquire files share. */
export interface Acquisition {
  readonly context: MediaContext;
  readonly hosts: SourceHosts;
  readonly list: MediaList;
  readonly wants: MediaWants;
  readonly notes: string[];
  /** Bytes that this run may still add. */
  budget: number;
  added: number;
  readonly onProgress: (what: string) => void;
}

/** Opens the media of a source: what is held from earlier imports is known from the list in content/sources/. */
export function openMediaSession(context: MediaContext): MediaSession {
  const { contentDir, source, blogUrl, uploads } = context;
  const list = openMediaList(contentDir, source);
  const hosts = toSourceHosts([...(blogUrl === undefined ? [] : [blogUrl]), ...uploads.map(({ file }) => file)]);
  const wants = createMediaWants(hosts, uploads);
  const resolveAddress = (url: string, kind: AddressKind, at: AddressPlace): string | undefined => {
    const want = wants.add(url, kind, at);
    const file = want === undefined ? undefined : findHeld(contentDir, list, want);
    return file === undefined ? undefined : toRelative(file, at.file);
  };
  // What a text referred to that a person took away: the list must not tell it.
  const takenAway: Pick<Want, "post" | "url">[] = [];
  return {
    resolveAddress,
    mayHoldAddress: mayNameMedia,
    onTakenAway: (at) => {
      for (const url of wants.forget(at)) takenAway.push({ post: at.folder, url });
    },
    finish: async (onProgress) => {
      const acquisition: Acquisition = {
        context,
        hosts,
        list,
        wants,
        notes: [],
        budget: context.settings.maxTotalSize,
        added: 0,
        onProgress,
      };
      await bring(acquisition);
      if (!context.isDryRun) {
        for (const { post, url } of takenAway) forgetTakenAway(list, wants, post, url);
        forgetStale(contentDir, list, wants);
        list.write();
      }
      return { account: summarizeMedia(list, wants), notes: acquisition.notes, added: acquisition.added };
    },
  };
}

async function bring(acquisition: Acquisition): Promise<void> {
  const { context, list, hosts, wants } = acquisition;
  const { contentDir, isDryRun, settings, opened } = context;
  const hasSaved = (context.savedFiles?.size ?? 0) > 0;
  const mayBring = opened !== undefined || settings.download !== "no" || hasSaved;
  const open: Want[] = [];
  for (const want of wants.list()) {
    if (findHeld(contentDir, list, want) !== undefined) continue;
    const row = list.find(want.post, want.url);
    if (row?.state === "removed") continue;
    const { url, host } = wants.addressOf(want);
    const state = isMediaHost(url.hostname, hosts) || isOwnHost(host, hosts) ? "not-held" : "foreign-host";
    const isKnown = row !== undefined && row.state !== "held" && row.state !== "foreign-host";
    if (!isKnown) list.set({ post: want.post, url: want.url, state, file: "", bytes: 0, sha256: "", note: "" });
    if (mayBring) open.push(want);
  }
  if (!mayBring) return;
  const brought = isDryRun ? open : open.filter((want) => isUntouched(contentDir, list, want));
  const left = opened === undefined ? brought : await acquireFromFiles(acquisition, opened, brought);
  if (settings.download !== "no") await acquireByDownload(acquisition, left);
  if (hasSaved) acquireFromPages(acquisition, brought);
  if (isDryRun) return;
  const records = new Map<string, readonly [post: string, file: string]>();
  for (const want of open) {
    if (findHeld(contentDir, list, want) === undefined) continue;
    for (const file of want.records) records.set(`${want.post}/${file}`, [want.post, file]);
  }
  // The texts follow when the list knows where to: a run that is killed here goes on where it was.
  for (const [path, [post, file]] of records) {
    rewriteRecord(`${contentDir}/${path}`, (url) => {
      const row = wants.has(post, url) ? list.find(post, url) : undefined;
      return row?.state === "held" && isHeld(`${contentDir}/${post}`, row.file)
        ? toRelative(row.file, file)
        : undefined;
    });
  }
}

// Nobody overwrites a text that a person edited, redacted or took away; a file for it alone would lead nowhere.
function isUntouched(contentDir: string, list: MediaList, { post, url, records }: Want): boolean {
  const states = records.map((file) => isUntouchedRecord(`${contentDir}/${post}/${file}`));
  if (states.includes(true)) return true;
  if (states.includes(false)) {
    const note = "the text was edited here and keeps its address";
    list.set({ post, url, state: "post-edited", file: "", bytes: 0, sha256: "", note });
  }
  return false;
}

// A folder that a person moved has its files with it, and the list knows them by the folder's old name.
function findHeld(contentDir: string, list: MediaList, { post, url }: Want): string | undefined {
  const row = list.find(post, url);
  if (row !== undefined)
    return row.state === "held" && isHeld(`${contentDir}/${post}`, row.file) ? row.file : undefined;
  const moved = list.findEarlier(url).find(({ file, post: before }) => {
    return !existsSync(`${contentDir}/${before}`) && isHeld(`${contentDir}/${post}`, file);
  });
  if (moved === undefined) return undefined;
  list.set({ ...moved, post });
  return moved.file;
}

function forgetTakenAway(list: MediaList, wants: MediaWants, post: string, url: string): void {
  const row = list.find(post, url);
  if (row !== undefined && row.state !== "removed" && !wants.has(post, url)) list.remove(row);
}

// Rows of what no text refers to any more; those of posts that this import did not bring stay.
function forgetStale(contentDir: string, list: MediaList, wants: MediaWants): void {
  for (const row of list.rows()) {
    if (wants.has(row.post, row.url) || row.state === "removed") continue;
    const folder = `${contentDir}/${row.post}`;
    if (!existsSync(folder) || (row.state === "held" && !isHeld(folder, row.file))) list.remove(row);
  }
}

function toRelative(file: string, record: string): string {
  return "../".repeat(record.split("/").length - 1) + encodeURIComponent(file);
}
