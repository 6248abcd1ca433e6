// Brings wanted files from the web: --media download.

import type { MediaState } from "../../archive/media-list.ts";
import { holdForAll } from "./acquire-from-files.ts";
import { type Download, type DownloadSettings, downloadMedia } from "./download-media.ts";
import { checkFile } from "./hold-file.ts";
import { isMediaHost, isOwnHost, isPhotonHost } from "./media-hosts.ts";
import type { Acquisition } from "./media-session.ts";
import type { Want } from "./media-wants.ts";
import { noteMissing } from "./note-outcome.ts";

const USER_AGENT = "Ordskifte/0.1 (archives a blog on its owner's behalf)";
const AT_A_TIME = 4;
const AT_A_TIME_PER_HOST = 2;
const ATTEMPTS = 4;
const PAUSE = 1000;
const PATIENCE = 3;
const IDLE_TIMEOUT = 30_000;
const FILE_TIMEOUT = 300_000;
/** What a server or a file said that it will say again. */
const SETTLED: ReadonlySet<MediaState> = new Set(["gone", "refused", "too-large", "wrong-content", "unsupported-kind"]);

/** Fetches files, each once for all posts that want it: its best version, else the one that the text shows. */
export async function acquireByDownload(acquisition: Acquisition, wants: readonly Want[]): Promise<void> {
  const { context, hosts, list, wants: known } = acquisition;
  const { settings, isDryRun } = context;
  const isAllowed = (url: URL): boolean => {
    if (!isMediaHost(url.hostname, hosts) || !hosts.ports.has(url.port)) return false;
    // Anybody's files may lie behind the resizer.
    return !isPhotonHost(url.hostname) || isOwnHost(url.pathname.split("/")[1] ?? "", hosts);
  };
  const sourcesOf = (want: Want): readonly string[] =>
    known.addressOf(want).sources.filter((one) => isAllowed(new URL(one)));
  let open = wants.filter((want) => {
    const state = list.find(want.post, want.url)?.state;
    const isSettled = state !== undefined && SETTLED.has(state) && settings.download !== "retry";
    return !isSettled && sourcesOf(want).length > 0;
  });
  if (isDryRun) {
    const count = new Set(open.map((want) => sourcesOf(want)[0])).size;
    if (count > 0) acquisition.notes.push(`${count} files would be fetched from the web`);
    return;
  }
  const downloadSettings = toDownloadSettings(acquisition, isAllowed);
  for (let level = 0; open.length > 0; level += 1) {
    const next: Want[] = [];
    const downloads = groupBySource(open, (want) => sourcesOf(want)[level]);
    await fetchGroups(acquisition, downloads, downloadSettings, (want) => {
      if (sourcesOf(want)[level + 1] === undefined) return false;
      next.push(want);
      return true;
    });
    open = next;
  }
}

function groupBySource(
  wants: readonly Want[],
  sourceOf: (want: Want) => string | undefined,
): readonly Download<readonly Want[]>[] {
  const groups = new Map<string, Want[]>();
  for (const want of wants) {
    const source = sourceOf(want);
    if (source === undefined) continue;
    const group = groups.get(source);
    if (group === undefined) groups.set(source, [want]);
    else group.push(want);
  }
  return [...groups].map(([source, key]) => ({ source, key }));
}

/** `canGoOn` takes a want that has another address to try, and says so. */
async function fetchGroups(
  acquisition: Acquisition,
  downloads: readonly Download<readonly Want[]>[],
  settings: DownloadSettings,
  canGoOn: (want: Want) => boolean,
): Promise<void> {
  let done = 0;
  await downloadMedia(downloads, settings, ({ key: wants, outcome }) => {
    done += 1;
    acquisition.onProgress(`${done} of ${downloads.length} files fetched`);
    const isFile = outcome.kind === "file" && "kind" in checkFile(outcome.bytes, false);
    // A busy server would be asked for the smaller version in vain, and the better one may come the next time.
    const left = isFile || outcome.kind === "failed" ? wants : wants.filter((want) => !canGoOn(want));
    const [first] = left;
    const name = first === undefined ? "" : acquisition.wants.addressOf(first).name;
    if (outcome.kind === "file") holdForAll(acquisition, left, outcome.bytes, name);
    else for (const want of left) noteMissing(acquisition, want, outcome.kind, outcome.note);
  });
}

function toDownloadSettings({ context }: Acquisition, isAllowed: DownloadSettings["isAllowed"]): DownloadSettings {
  const { maxFileSize, web } = context.settings;
  return {
    isAllowed,
    maxSize: maxFileSize,
    idleTimeout: web?.idleTimeout ?? IDLE_TIMEOUT,
    fileTimeout: FILE_TIMEOUT,
    userAgent: USER_AGENT,
    atATime: AT_A_TIME,
    atATimePerHost: AT_A_TIME_PER_HOST,
    attempts: ATTEMPTS,
    pause: web?.pause ?? PAUSE,
    patience: PATIENCE,
    ...(web !== undefined && { lookup: web.lookup, isAllowedIp: web.isAllowedIp }),
  };
}
