// Counts which files of a source's texts are held and which are not, for the account of an import.

import type { MediaList } from "../../archive/media-list.ts";
import type { MediaAccount } from "../../archive/model.ts";
import type { MediaWants } from "./media-wants.ts";

// A blog of many years links to pictures on hundreds of hosts.
const MAX_HOSTS = 20;

/** Returns the counts, each file once a post, whatever sizes of it the post shows; undefined where nothing is referred to. */
export function summarizeMedia(list: MediaList, wants: MediaWants): MediaAccount | undefined {
  const held = new Set<string>();
  const heldFiles = new Set<string>();
  const missing = new Map<string, { readonly host: string; readonly state: string }>();
  for (const want of wants.list()) {
    const { post, url } = want;
    const address = wants.addressOf(want);
    const row = list.find(post, url);
    const key = `${post}\n${address.identity}`;
    if (row?.state === "held") {
      held.add(key);
      heldFiles.add(`${post}/${row.file}`);
    } else missing.set(key, { host: address.url.host, state: row?.state ?? "not-held" });
  }
  // Another size of a file that is held is not missing.
  for (const key of held) missing.delete(key);
  if (heldFiles.size === 0 && missing.size === 0) return undefined;
  const values = [...missing.values()];
  return {
    held: heldFiles.size,
    missing: missing.size,
    reasons: count(values.map(({ state }) => state)),
    hosts: shorten(count(values.map(({ host }) => host))),
  };
}

// Most first, then by name: an object keeps this order.
function count(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)));
}

function shorten(hosts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const entries = Object.entries(hosts);
  if (entries.length <= MAX_HOSTS) return hosts;
  const rest = entries.slice(MAX_HOSTS - 1).reduce((sum, [, number]) => sum + number, 0);
  return Object.fromEntries([...entries.slice(0, MAX_HOSTS - 1), ["other hosts", rest]]);
}
