// Counts which files of a source's texts are held and which are not, for the account of an import.

import type { MediaAccount } from "../../archive/ledger-model.ts";
import type { MediaList } from "../../archive/media-list.ts";
import type { MediaWants, Want } from "./media-wants.ts";

// A blog of many years links to pictures on hundreds of hosts.
const MAX_HOSTS = 20;

interface Counts {
  held: number;
  missing: number;
  readonly reasons: Map<string, number>;
  readonly hosts: Map<string, number>;
}

/** Returns the counts, each file once a post, whatever sizes of it the post shows; undefined where nothing is referred to. */
export function summarizeMedia(list: MediaList, wants: MediaWants): MediaAccount | undefined {
  const counts: Counts = { held: 0, missing: 0, reasons: new Map(), hosts: new Map() };
  // The wants of a post come one after another; only one post's are looked at together.
  let group: Want[] = [];
  for (const want of wants.list()) {
    if (group[0] !== undefined && group[0].post !== want.post) {
      countPost(group, list, wants, counts);
      group = [];
    }
    group.push(want);
  }
  countPost(group, list, wants, counts);
  if (counts.held === 0 && counts.missing === 0) return undefined;
  const { held, missing, reasons, hosts } = counts;
  return { held, missing, reasons: toSorted(reasons), hosts: shorten(toSorted(hosts)) };
}

function countPost(group: readonly Want[], list: MediaList, wants: MediaWants, counts: Counts): void {
  const files = new Set<string>();
  const held = new Set<string>();
  const missing = new Map<string, { readonly host: string; readonly state: string }>();
  for (const want of group) {
    const row = list.find(want.post, want.url);
    const { identity, url } = wants.addressOf(want);
    if (row?.state === "held") {
      held.add(identity);
      files.add(row.file);
    } else missing.set(identity, { host: url.host, state: row?.state ?? "not-held" });
  }
  // Another size of a file that is held is not missing.
  for (const identity of held) missing.delete(identity);
  counts.held += files.size;
  counts.missing += missing.size;
  for (const { host, state } of missing.values()) {
    counts.hosts.set(host, (counts.hosts.get(host) ?? 0) + 1);
    counts.reasons.set(state, (counts.reasons.get(state) ?? 0) + 1);
  }
}

// Most first, then by name: an object keeps this order.
function toSorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)));
}

function shorten(hosts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const entries = Object.entries(hosts);
  if (entries.length <= MAX_HOSTS) return hosts;
  const rest = entries.slice(MAX_HOSTS - 1).reduce((sum, [, number]) => sum + number, 0);
  return Object.fromEntries([...entries.slice(0, MAX_HOSTS - 1), ["other hosts", rest]]);
}
