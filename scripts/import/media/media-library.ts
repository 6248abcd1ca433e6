// Finds the file that an address shows among those that the user gave. What two files could be is not guessed.

import type { MediaAddress } from "./media-address.ts";
import { isBloggerHost, isOwnHost, type SourceHosts } from "./media-hosts.ts";

/** A file of a media export. */
export interface MediaFile {
  /** Number of the folder, tar or zip in which it lies, in the order of the command line. */
  readonly container: number;
  /** Below that, with `/`; as it is spelled there. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Full name as metadata beside the file tells it: Takeout cuts long names. */
  readonly title?: string;
}

/** What was found for an address. */
export type MediaMatch =
  | {
      readonly kind: "found";
      readonly file: MediaFile /** Nothing but its name tells that it is the file. */;
      readonly isByName: boolean;
    }
  | { readonly kind: "ambiguous"; readonly files: readonly MediaFile[] }
  | { readonly kind: "none" };

/** Files by what addresses may call them. */
export interface MediaLibrary {
  readonly size: number;
  readonly find: (address: MediaAddress, hosts: SourceHosts) => MediaMatch;
}

interface Entry {
  readonly file: MediaFile;
  /** Path in normal form, from its end. */
  readonly tail: readonly string[];
  /** What addresses may call it, exactly. */
  readonly names: ReadonlySet<string>;
}

const NONE: MediaMatch = { kind: "none" };
// Takeout cuts names at 47 to 51 characters, the extension not always among them.
const SHORTEST_CUT = 42;
const CUT_KEY = 40;
// 2011/01
const DATED = /(?:^|\/)(?:19|20)\d\d\/(?:0[1-9]|1[0-2])$/;
// Folders as WordPress makes them: names in such a container repeat, and the folder tells which one is meant.
const ORDERED = /(?:^|\/)(?:(?:19|20)\d\d\/(?:0[1-9]|1[0-2])|wp-(?:content|includes|admin))\//;
const NUMBER = /\(\d{1,3}\)(?=\.\w+$|$)/;

/** Indexes files. */
export function createMediaLibrary(files: readonly MediaFile[]): MediaLibrary {
  const byName = new Map<string, Entry[]>();
  const byFold = new Map<string, Entry[]>();
  const byCut = new Map<string, Entry[]>();
  const ordered = new Set(files.filter(({ path }) => ORDERED.test(path)).map(({ container }) => container));
  for (const file of files) {
    const tail = splitPath(file.path.normalize("NFC")).reverse();
    const name = tail[0] ?? "";
    // photo(1).jpg is another photo.jpg, unless metadata tells its name.
    const other = file.title?.normalize("NFC") ?? name.replace(NUMBER, "");
    const entry = { file, tail, names: new Set([name, other]) };
    add(byName, name, entry);
    if (file.title !== undefined) add(byName, other, entry);
    for (const each of entry.names) add(byFold, fold(each), entry);
    if (stemOf(name).length >= SHORTEST_CUT && file.title === undefined)
      add(byCut, fold(name).slice(0, CUT_KEY), entry);
  }
  const find = (address: MediaAddress, hosts: SourceHosts): MediaMatch => {
    for (const path of address.paths) {
      const match = findPath(path, address, hosts);
      if (match.kind !== "none") return match;
    }
    return NONE;
  };
  const findPath = (path: readonly string[], address: MediaAddress, hosts: SourceHosts): MediaMatch => {
    const name = path.at(-1) ?? "";
    // "+" may be a space, in addresses that programs of old days wrote.
    const spaced = name.replaceAll("+", " ");
    for (const candidates of [
      byName.get(name),
      spaced === name ? undefined : byName.get(spaced),
      byFold.get(fold(name)),
      findCut(byCut, name),
    ]) {
      const match = choose(candidates ?? [], path, { address, hosts, byFold, ordered });
      if (match.kind !== "none") return match;
    }
    return NONE;
  };
  return { size: files.length, find };
}

interface Circumstances {
  readonly address: MediaAddress;
  readonly hosts: SourceHosts;
  readonly byFold: ReadonlyMap<string, readonly Entry[]>;
  readonly ordered: ReadonlySet<number>;
}

function choose(entries: readonly Entry[], path: readonly string[], around: Circumstances): MediaMatch {
  const { address, hosts, byFold, ordered } = around;
  const wanted = [...path].reverse();
  const isOurs = isOwnHost(address.host, hosts) || isBloggerHost(address.host);
  const scored = entries
    .map((entry) => ({ entry, shared: countShared(entry.tail, wanted) }))
    .filter(({ entry, shared }) =>
      isOurs
        ? isPlausible(entry, shared, wanted, ordered.has(entry.file.container))
        : isMirrored(entry, shared, wanted, address.host),
    );
  const longest = Math.max(...scored.map(({ shared }) => shared));
  const best = scored.filter(({ shared }) => shared === longest).map(({ entry }) => entry);
  // Of two copies of one place, the one that the user named first.
  const first = best.filter(({ file }) => file.container === best[0]?.file.container);
  const whole = first.filter(({ tail }) => tail.length === longest);
  const chosen = whole.length === 1 ? whole : first;
  const [only] = chosen;
  if (only === undefined) return NONE;
  if (chosen.length > 1) return { kind: "ambiguous", files: chosen.map(({ file }) => file) };
  const name = wanted[0] ?? "";
  const isByName = longest <= 1;
  const namesakes = (isByName ? (byFold.get(fold(name)) ?? []) : [])
    .filter(({ file, names }) => file !== only.file && file.container === only.file.container && names.has(name))
    .map(({ file }) => file);
  return namesakes.length > 0
    ? { kind: "ambiguous", files: [only.file, ...namesakes] }
    : { kind: "found", file: only.file, isByName };
}

// In folders as WordPress makes them the month decides, or another folder. Elsewhere a name is enough.
function isPlausible({ tail }: Entry, shared: number, wanted: readonly string[], isOrdered: boolean): boolean {
  const isDated = DATED.test(folderOf(wanted));
  if (!isOrdered) return true;
  if (isDated || DATED.test(folderOf(tail))) return shared >= 3;
  return shared >= 2 || (tail.length === 1 && /^(?:uploads|files)$/.test(wanted[1] ?? ""));
}

// Another's file is only taken from a copy of that host: my-mirror/other.example/images/photo.jpg
function isMirrored({ tail }: Entry, shared: number, wanted: readonly string[], host: string): boolean {
  return shared >= wanted.length && tail[wanted.length]?.toLowerCase() === host.toLowerCase();
}

function countShared(tail: readonly string[], wanted: readonly string[]): number {
  // The names are known to fit, maybe by the title of a cut one.
  let shared = 1;
  while (shared < tail.length && shared < wanted.length && fold(tail[shared] ?? "") === fold(wanted[shared] ?? ""))
    shared += 1;
  return shared;
}

function splitPath(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

function folderOf(reversed: readonly string[]): string {
  return reversed.slice(1, 3).reverse().join("/");
}

function findCut(byCut: ReadonlyMap<string, readonly Entry[]>, name: string): readonly Entry[] {
  if (stemOf(name).length <= SHORTEST_CUT) return [];
  const whole = fold(name);
  return (byCut.get(whole.slice(0, CUT_KEY)) ?? []).filter(({ tail }) => {
    const cut = fold((tail[0] ?? "").replace(NUMBER, ""));
    const stem = stemOf(cut);
    return whole.startsWith(stem) && whole.length > cut.length;
  });
}

// Equal for names that differ by case, by Unicode's forms, and by characters that a file system or an archiver replaces.
function fold(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s&'":?*<>|%+#=\\;,]/gu, "_");
}

function stemOf(name: string): string {
  return name.replace(/\.\w{2,5}$/, "");
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (!entries.includes(entry)) entries.push(entry);
}
