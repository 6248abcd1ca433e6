// Finds old addresses in the map of their place, which the build wrote (scripts/site/old-addresses/address-map.ts).

import { readOldAddress, toOldPath } from "../../../scripts/archive/old-address.ts";
import type { AddressMap } from "../../../scripts/site/old-addresses/address-map.ts";

/** Where an old address leads: one path below the base, several where nobody can know which was meant, none. */
export type Found = readonly string[];

/** Fetches a map; undefined where it cannot be had. */
export async function loadMap(address: string): Promise<AddressMap | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as AddressMap) : undefined;
  } catch {
    return undefined;
  }
}

/** Looks up an old address, `/2011/01/slug/comment-page-2/` or `/?p=12`, by its number, its path, or the path of what it was a part of. */
export function findAddress(map: AddressMap, address: string): Found {
  const old = readOldAddress(`https://place.invalid${address}`);
  if (old === undefined) return [];
  const numbers = new Map<string, Set<string>>();
  const paths = new Map<string, Set<string>>();
  for (const [target, words] of listRecords(map)) {
    for (const word of words) {
      if (/^\d+$/.test(word)) add(numbers, `${toOldPath(map.home)}?p=${word}`, target);
      else if (word.includes("?p=")) add(numbers, word.replace(/^[^?]*/, toOldPath), target);
      else add(paths, toKey(word), target);
    }
  }
  if (old.number !== undefined) {
    const found = numbers.get(`${old.path}?p=${old.number}`);
    if (found !== undefined || old.path === "/") return [...(found ?? [])];
  }
  const folded = foldKeys(paths);
  const query = old.query === "" ? "" : `?${old.query}`;
  for (const path of listPaths(old.path, old.page)) {
    for (const key of [path + query, path]) {
      const found = paths.get(key) ?? folded.get(key.toLowerCase());
      if (found !== undefined) return [...found];
    }
  }
  return [];
}

/** Returns the id of the comment that an old address names in its query alone: `?replytocom=12`. */
export function readReply(search: string): string | undefined {
  const number = new URLSearchParams(search).get("replytocom") ?? "";
  return /^\d+$/.test(number) ? `#comment-${number}` : undefined;
}

function* listRecords({ to, files = {} }: AddressMap): Generator<readonly [target: string, words: readonly string[]]> {
  for (const [folders, end] of [[to, "/"] as const, [files, ""] as const]) {
    for (const [folder, names] of Object.entries(folders)) {
      for (const [name, text] of Object.entries(names)) {
        yield [`${folder}${name}${end}`, text.split(" ").map((word) => word.replace("*", () => name))];
      }
    }
  }
}

/** The path itself, then what it may have been a part of: an image's page and page 2 of a text lay below the text. */
function listPaths(path: string, page: string | undefined): readonly string[] {
  const whole = page ?? path;
  // `slug/photo` and `slug/attachment/photo`; no blog went deeper.
  const above = [parentOf(whole), parentOf(parentOf(whole))];
  return [path, whole, ...above].filter((part, index) => index === 0 || part !== "/");
}

function parentOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end <= 0 ? "/" : path.slice(0, end);
}

function toKey(word: string): string {
  const old = readOldAddress(`https://place.invalid${word}`);
  return old === undefined ? word : old.path + (old.query === "" ? "" : `?${old.query}`);
}

function foldKeys(paths: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const folded = new Map<string, Set<string>>();
  for (const [key, targets] of paths) for (const target of targets) add(folded, key.toLowerCase(), target);
  return folded;
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}
