// Fetches many files politely: a few at a time, fewer from one host, again when a server is busy, and never again what it has not.

import { setTimeout as sleep } from "node:timers/promises";
import { type FetchOutcome, type FetchSettings, fetchFile } from "./fetch-file.ts";

/** A file to fetch. */
export interface Download<Key> {
  readonly key: Key;
  readonly source: string;
}

/** What came of a download. */
export interface Downloaded<Key> {
  readonly key: Key;
  readonly outcome: FetchOutcome;
}

/** How politely files are fetched. */
export interface DownloadSettings extends FetchSettings {
  readonly atATime: number;
  readonly atATimePerHost: number;
  /** How often a busy server is asked. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled for each further one. */
  readonly pause: number;
  /** After so many failures in a row a host is left alone for this run. */
  readonly patience: number;
}

interface HostState<Key> {
  readonly queue: Download<Key>[];
  busy: number;
  failures: number;
  /** Milliseconds since 1970 before which the host is not asked. */
  restsUntil: number;
}

/** Fetches files and hands each outcome to `onDone`, which is waited for: what is not yet written is not forgotten. */
export async function downloadMedia<Key>(
  downloads: readonly Download<Key>[],
  settings: DownloadSettings,
  onDone: (done: Downloaded<Key>) => Promise<void> | void,
): Promise<void> {
  const hosts = new Map<string, HostState<Key>>();
  const findHost = (address: string): HostState<Key> => {
    const { host } = new URL(address);
    const state = hosts.get(host) ?? { queue: [], busy: 0, failures: 0, restsUntil: 0 };
    hosts.set(host, state);
    return state;
  };
  for (const download of downloads) findHost(download.source).queue.push(download);
  // From the end, because taking from the beginning of a long list is slow.
  for (const { queue } of hosts.values()) queue.reverse();
  const running = new Set<Promise<void>>();
  for (;;) {
    const ready = [...hosts.values()].find(({ queue, busy }) => queue.length > 0 && busy < settings.atATimePerHost);
    const download = running.size < settings.atATime ? ready?.queue.pop() : undefined;
    if (ready === undefined || download === undefined) {
      if (running.size === 0) return;
      await Promise.race(running);
      continue;
    }
    ready.busy += 1;
    const task = fetchPatiently(download.source, settings, ready)
      .then(async (outcome) => onDone({ key: download.key, outcome }))
      .finally(() => {
        ready.busy -= 1;
        running.delete(task);
      });
    // Whoever waits for the first to end gets the error; the others must not end the process.
    task.catch(() => {});
    running.add(task);
  }
}

async function fetchPatiently<Key>(
  address: string,
  settings: DownloadSettings,
  host: HostState<Key>,
): Promise<FetchOutcome> {
  let outcome: FetchOutcome = { kind: "failed", note: "the host does not answer" };
  for (let attempt = 0; attempt < settings.attempts; attempt += 1) {
    if (host.failures >= settings.patience) return { kind: "failed", note: "the host does not answer" };
    const rest = host.restsUntil - Date.now();
    if (rest > 0) await sleep(rest);
    outcome = await fetchFile(address, settings);
    if (outcome.kind !== "failed") {
      host.failures = 0;
      return outcome;
    }
    const pause = outcome.wait ?? settings.pause * 2 ** attempt;
    host.restsUntil = Math.max(host.restsUntil, Date.now() + pause);
  }
  host.failures += 1;
  return outcome;
}
