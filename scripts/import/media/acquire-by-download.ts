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
const PATIENCE = 5;
const IDLE_TIMEOUT = 30_000;
const FILE_TIMEOUT = 300_000;
/** What a server or a file said that it will say again. */
const SETTLED: ReadonlySet<MediaState> = new Set(["gone", "refused", "too-large", "wrong-content", "unsupported-kind"]);

interface Group {
  readonly wants: Want[];
  readonly sources: readonly string[];
}

/** Fetches files, each once for all posts that want it. */
export async function acquireByDownload(acquisition: Acquisition, wants: readonly Want[]): Promise<void> {
  const { context, hosts, list, onProgress } = acquisition;
  const { settings, isDryRun } = context;
  const groups = new Map<string, Group>();
  for (const want of wants) {
    const state = list.find(want.post, want.url)?.state;
    if (state !== undefined && SETTLED.has(state) && settings.download !== "retry") continue;
    const sources = want.address.sources.filter((source) => isAllowed(new URL(source)));
    if (sources.length === 0) continue;
    const group = groups.get(want.address.identity);
    if (group === undefined) groups.set(want.address.identity, { wants: [want], sources });
    else group.wants.push(want);
  }
  function isAllowed(url: URL): boolean {
    if (!isMediaHost(url.hostname, hosts)) return false;
    // Anybody's files may lie behind the resizer.
    return !isPhotonHost(url.hostname) || isOwnHost(url.pathname.split("/")[1] ?? "", hosts);
  }
  if (isDryRun) {
    if (groups.size > 0) acquisition.notes.push(`${groups.size} files would be fetched from the web`);
    return;
  }
  const downloads: Download<Group>[] = [...groups.values()].map((group) => ({ key: group, sources: group.sources }));
  let done = 0;
  await downloadMedia(downloads, toDownloadSettings(acquisition, isAllowed), ({ key, outcome }) => {
    done += 1;
    onProgress(`${done} of ${downloads.length} files fetched`);
    if (outcome.kind === "file") holdForAll(acquisition, key.wants, outcome.bytes, nameOf(key));
    else for (const want of key.wants) noteMissing(acquisition, want, outcome.kind, outcome.note);
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
    isWanted: (bytes) => "kind" in checkFile(bytes, false),
    ...(web !== undefined && { lookup: web.lookup, isAllowedIp: web.isAllowedIp }),
  };
}

function nameOf({ wants }: Group): string {
  const path = wants[0]?.address.paths.at(0) ?? [];
  return path.at(-1) ?? "";
}
