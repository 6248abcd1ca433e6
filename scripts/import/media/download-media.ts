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

interface HostState {
  /** Numbers of downloads. */
  readonly queue: number[];
  busy: number;
  failures: number;
  /** Milliseconds since 1970 before which the host is not asked. */
  restsUntil: number;
}

// A file that comes before those that stand before it waits in memory; beyond that no other one is asked for.
const MAX_WAITING_BYTES = 64_000_000;

/**
 * Fetches files and hands each outcome to `onDone`, in the order of the downloads, whichever comes first: what a file is
 * called and what a limit leaves out is the same every time. `onDone` is waited for: what is not yet written is not forgotten.
 */
export async function downloadMedia<Key>(
  downloads: readonly Download<Key>[],
  settings: DownloadSettings,
  onDone: (done: Downloaded<Key>) => Promise<void> | void,
): Promise<void> {
  const hosts = new Map<string, HostState>();
  const findHost = (address: string): HostState => {
    const { host } = new URL(address);
    const state = hosts.get(host) ?? { queue: [], busy: 0, failures: 0, restsUntil: 0 };
    hosts.set(host, state);
    return state;
  };
  for (const [number, { source }] of downloads.entries()) findHost(source).queue.push(number);
  // From the end, because taking from the beginning of a long list is slow.
  for (const { queue } of hosts.values()) queue.reverse();
  const running = new Set<Promise<void>>();
  const waiting = new Map<number, FetchOutcome>();
  let turn = 0;
  let waitingBytes = 0;
  const handOver = async (): Promise<void> => {
    for (let outcome = waiting.get(turn); outcome !== undefined; outcome = waiting.get(turn)) {
      const download = downloads[turn];
      waiting.delete(turn);
      waitingBytes -= sizeOf(outcome);
      turn += 1;
      if (download !== undefined) await onDone({ key: download.key, outcome });
    }
  };
  let handedOver = Promise.resolve();
  for (;;) {
    // The first of all comes first: those that wait for it need not wait longer.
    const [ready] = [...hosts.values()]
      .filter(({ queue, busy }) => queue.length > 0 && busy < settings.atATimePerHost)
      .sort((a, b) => (a.queue.at(-1) ?? 0) - (b.queue.at(-1) ?? 0));
    const number = ready?.queue.at(-1);
    const isRoom = running.size < settings.atATime && (waitingBytes < MAX_WAITING_BYTES || number === turn);
    const download = number === undefined ? undefined : downloads[number];
    if (ready === undefined || number === undefined || download === undefined || !isRoom) {
      if (running.size === 0) return;
      await Promise.race(running);
      continue;
    }
    ready.queue.pop();
    ready.busy += 1;
    const task = fetchPatiently(download.source, settings, ready)
      .then((outcome) => {
        waiting.set(number, outcome);
        waitingBytes += sizeOf(outcome);
        handedOver = handedOver.then(handOver);
        return handedOver;
      })
      .finally(() => {
        ready.busy -= 1;
        running.delete(task);
      });
    // Whoever waits for the first to end gets the error; the others must not end the process.
    task.catch(() => {});
    running.add(task);
  }
}

function sizeOf(outcome: FetchOutcome): number {
  return outcome.kind === "file" ? outcome.bytes.length : 0;
}

async function fetchPatiently(address: string, settings: DownloadSettings, host: HostState): Promise<FetchOutcome> {
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
