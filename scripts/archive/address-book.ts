// Knows which record of the archive each old address leads to. An address that two records claim leads to neither.

import { domainToASCII, domainToUnicode } from "node:url";
import { createNumberList } from "./compact/number-list.ts";
import { createTextMap, type TextMap } from "./compact/text-map.ts";
import { createTextTable } from "./compact/text-table.ts";
import type { KnownSource } from "./find-source.ts";
import { hideKey, readHidden } from "./hidden-address.ts";
import { listAddressKeys, type OldAddress, readOldAddress, toAddressKey, toOldHost } from "./old-address.ts";

/** What of a post tells its old addresses. */
export interface AddressedPost {
  /** Id in the archive. */
  readonly id: string;
  readonly source?: string | undefined;
  readonly source_id?: string | undefined;
  readonly source_url?: string | undefined;
  /** A post that is not public has no address here. */
  readonly status?: string | undefined;
}

/** Pages that a blog showed a file of a post on. */
export interface AttachmentPages {
  /** Their addresses. */
  readonly pages: readonly string[];
  /** Id of the post at the source. */
  readonly parent?: string | undefined;
}

/** Where an old address leads. */
export type AddressTarget =
  | {
      readonly kind: "post";
      readonly id: string;
      readonly comment?: string;
      readonly fragment?: string;
    }
  | { readonly kind: "ambiguous"; readonly ids: readonly string[] };

/** An address that several records claim. */
export interface AddressCollision {
  readonly key: string;
  readonly ids: readonly string[];
}

/** Old addresses and the records that they lead to. */
export interface AddressBook {
  /** Adds a post, or replaces what the book says of it. Returns whether it has addresses now that it had not. */
  readonly add: (post: AddressedPost) => boolean;
  /** Keeps a post to be added later; of several by one id, the last. */
  readonly addLater: (post: AddressedPost) => void;
  /** Adds the posts that were kept. Returns whether one of them has addresses now that it had not. */
  readonly addKept: () => boolean;
  /** Adds a host whose addresses matter though no record is known there yet. */
  readonly addHost: (address: string) => void;
  readonly addAttachment: (source: string, attachment: AttachmentPages) => void;
  /** Remembers where an address led when the record was still known by it; what records claim now comes first. */
  readonly remember: (address: string, id: string | undefined) => void;
  readonly find: (address: OldAddress) => AddressTarget | undefined;
  /** Tells quickly whether a text may hold an address of one of the hosts. */
  readonly mentions: (text: string) => boolean;
  readonly hosts: ReadonlySet<string>;
  /** Permalinks that several records claim, sorted. */
  readonly listCollisions: () => readonly AddressCollision[];
}

const NONE: ReadonlySet<string> = new Set();
// What is known of a post: that it is in the book, that it is kept to be added, and that it is not public then.
const [STANDS, KEPT, HIDDEN] = [1, 2, 4];

/** Opens an empty book. `sources` tell the addresses of their blogs. */
export function createAddressBook(sources: readonly KnownSource[]): AddressBook {
  const homes = new Map(sources.map((source) => [source.id, source]));
  const ids = createTextTable();
  const keys = createTextTable();
  // One more than the number of the id that claims a key; the few keys that several ids claim are in the map.
  const owners = createNumberList();
  const rivals = new Map<number, Set<number>>();
  // One more than the numbers of the two keys that a post may have; both 0 where it has none.
  const [firstKeys, secondKeys] = [createNumberList(), createNumberList()];
  const states = createNumberList();
  // The same of posts that are kept to be added later.
  const [firstKept, secondKept, recordKept] = [createNumberList(), createNumberList(), createNumberList()];
  const records = createTextTable();
  const idsBySource = createNumberList();
  const remembered = createTextMap();
  let holdsHidden = false;
  const attachments = createTextMap();
  const hosts = new Set<string>();
  let pattern: RegExp | undefined;

  const addHost = (address: OldAddress): void => {
    if (hosts.has(address.host)) return;
    hosts.add(address.host);
    pattern = undefined;
  };
  const claim = (key: number, id: number): void => {
    const owner = owners.get(key) - 1;
    const several = rivals.get(key);
    if (several !== undefined) several.add(id);
    else if (owner < 0) owners.set(key, id + 1);
    else if (owner !== id) rivals.set(key, new Set([owner, id]));
  };
  const keysOf = (id: number): readonly number[] =>
    [firstKeys.get(id) - 1, secondKeys.get(id) - 1].filter((key) => key >= 0);
  const release = (id: number): void => {
    for (const key of keysOf(id)) {
      const several = rivals.get(key);
      if (several === undefined) owners.set(key, 0);
      else {
        several.delete(id);
        const [only] = several;
        if (several.size > 1 || only === undefined) continue;
        rivals.delete(key);
        owners.set(key, only + 1);
      }
    }
    firstKeys.set(id, 0);
    secondKeys.set(id, 0);
  };
  const toIds = (numbers: Iterable<number>): readonly string[] => [...numbers].map(ids.get).sort();
  const lookUp = (text: string): AddressTarget | undefined => {
    const key = keys.find(text);
    if (key < 0) return undefined;
    const several = rivals.get(key);
    if (several !== undefined) return { kind: "ambiguous", ids: toIds(several) };
    const owner = owners.get(key) - 1;
    return owner < 0 ? undefined : { kind: "post", id: ids.get(owner) };
  };
  const lookUpAttachment = (key: string): AddressTarget | undefined => {
    const parent = records.find(attachments.get(key) ?? "");
    const id = parent < 0 ? 0 : idsBySource.get(parent);
    return id === 0 ? undefined : { kind: "post", id: ids.get(id - 1) };
  };
  const keep = (post: AddressedPost, address: OldAddress | undefined): number => {
    const id = ids.add(post.id);
    const home = post.source === undefined ? undefined : homes.get(post.source);
    // A redacted post has its place, which links go on leading to.
    const isPublic = post.status === undefined || post.status === "redacted";
    const [first = -1, second = -1] = isPublic ? listPostKeys(post, address, home).map(keys.add) : [];
    firstKept.set(id, first + 1);
    secondKept.set(id, second + 1);
    states.set(id, (states.get(id) & STANDS) | (isPublic ? KEPT : KEPT | HIDDEN));
    const isKnown = isPublic && post.source !== undefined && post.source_id !== undefined;
    recordKept.set(id, isKnown ? records.add(`${post.source}\n${post.source_id}`) + 1 : 0);
    return id;
  };
  const addKept = (id: number): boolean => {
    const before = keysOf(id);
    release(id);
    const isHidden = (states.get(id) & HIDDEN) !== 0;
    states.set(id, isHidden ? 0 : STANDS);
    if (isHidden) return false;
    firstKeys.set(id, firstKept.get(id));
    secondKeys.set(id, secondKept.get(id));
    const record = recordKept.get(id) - 1;
    if (record >= 0) idsBySource.set(record, id + 1);
    const now = keysOf(id);
    for (const key of now) claim(key, id);
    return now.some((key) => !before.includes(key));
  };

  return {
    hosts,
    add: (post) => {
      const address = readOldAddress(post.source_url ?? "");
      if (address !== undefined && post.status === undefined) addHost(address);
      return addKept(keep(post, address));
    },
    addLater: (post) => {
      keep(post, readOldAddress(post.source_url ?? ""));
    },
    addKept: () => {
      let isChanged = false;
      for (let id = 0; id < ids.size; id++) if ((states.get(id) & KEPT) !== 0 && addKept(id)) isChanged = true;
      return isChanged;
    },
    addHost: (text) => {
      const address = readOldAddress(text);
      if (address !== undefined) addHost(address);
    },
    addAttachment: (source, { pages, parent = "0" }) => {
      if (parent === "0") return;
      for (const page of pages) {
        const address = readOldAddress(page);
        if (address !== undefined) attachments.set(toAddressKey(address), `${source}\n${parent}`);
      }
    },
    remember: (text, id) => {
      if (id === undefined) return;
      const hidden = readHidden(text);
      const address = readOldAddress(text);
      if (hidden !== undefined) remembered.set(hidden, id);
      else if (address !== undefined) remembered.set(toAddressKey(address), id);
      if (hidden !== undefined) holdsHidden = true;
    },
    find: (address) => {
      const found =
        findRecord(address, lookUp, lookUpAttachment) ??
        toRemembered(address, remembered, holdsHidden, (id) => (states.get(ids.find(id)) & STANDS) !== 0);
      if (found?.kind !== "post") return found;
      const { comment, fragment } = address;
      return { ...found, ...(comment !== undefined && { comment }), ...(fragment !== undefined && { fragment }) };
    },
    mentions: (text) => {
      if (hosts.size === 0 || !text.includes("//")) return false;
      pattern ??= toPattern(hosts);
      return pattern.test(text);
    },
    listCollisions: () =>
      [...rivals]
        .map(([key, several]) => ({ key: keys.get(key), ids: toIds(several) }))
        .filter(({ key }) => !key.includes("?p="))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/** Tells what an address of a blog is that leads to no record: one of its lists, a file, or something else. */
export function classifyAddress({ path, query, number }: OldAddress): "list" | "file" | "other" {
  if (
    /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|ico|tiff?|pdf|docx?|xlsx?|pptx?|odt|ods|txt|zip|gz|mp3|m4a|ogg|wav|mp4|m4v|mov|avi|wmv|swf|css|js|xml)$/i.test(
      path,
    )
  )
    return "file";
  if (/(?:^|&)(?:cat|tag|author|s|q|m|paged|year|monthnum|day|feed|updated-max|max-results)=/.test(query))
    return "list";
  if (number !== undefined) return "other";
  if (path === "/") return query === "" ? "list" : "other";
  const isList =
    /\/(?:category|tag|author|page|search|label|feeds?|archives?|topics?|comments)(?:\/|$)|\/wp-(?:admin|login|content|includes)|\/\d{4}(?:\/\d\d){0,2}$|_archive\.html$/.test(
      path,
    );
  return isList ? "list" : "other";
}

function findRecord(
  address: OldAddress,
  lookUp: (key: string) => AddressTarget | undefined,
  lookUpAttachment: (key: string) => AddressTarget | undefined,
): AddressTarget | undefined {
  const keys = listAddressKeys(address);
  for (const key of keys) {
    const found = lookUp(key) ?? lookUpAttachment(key);
    if (found !== undefined) return found;
  }
  // A post over several pages, an address that somebody typed in capitals, an attachment's page below its post's.
  for (const key of keys) {
    const bare = key.replace(/\/\d{1,3}$|\/attachment\/[^/?]+$/, "");
    const small = key.toLowerCase();
    const found = (bare === key ? undefined : lookUp(bare)) ?? (small === key ? undefined : lookUp(small));
    if (found !== undefined) return found;
  }
  const bloggerId = /\/feeds\/(\d+)\/comments\//.exec(`${address.path}/`)?.[1] ?? findArchiveAnchor(address);
  return bloggerId === undefined ? undefined : lookUp(`${address.host}/#${bloggerId}`);
}

// Blogger's first permalinks were places in a list of a month: /2004_05_01_archive.html#108411223344
function findArchiveAnchor({ path, fragment }: OldAddress): string | undefined {
  return /_archive\.html$/.test(path) && /^\d{6,}$/.test(fragment ?? "") ? fragment : undefined;
}

function toRemembered(
  address: OldAddress,
  remembered: TextMap,
  holdsHidden: boolean,
  stands: (id: string) => boolean,
): AddressTarget | undefined {
  const key = toAddressKey(address);
  const id = remembered.get(key) ?? (holdsHidden ? remembered.get(hideKey(key)) : undefined);
  return id === undefined || !stands(id) ? undefined : { kind: "post", id };
}

function listPostKeys(
  { source_id }: AddressedPost,
  address: OldAddress | undefined,
  home: KnownSource | undefined,
): readonly string[] {
  const keys = new Set<string>();
  if (address !== undefined) keys.add(toAddressKey(address));
  const root = readOldAddress(home?.url ?? "");
  if (root !== undefined && source_id !== undefined && /^[1-9]\d*$/.test(source_id)) {
    if (home?.platform === "wordpress") keys.add(toNumberKey(root, source_id));
    if (home?.platform === "blogger") keys.add(`${root.host}/#${source_id}`);
  }
  return [...keys];
}

function toNumberKey({ host, path }: OldAddress, number: string): string {
  return toAddressKey({ host, path, number, query: "" });
}

// The host as it may be written: with www., and with any country's ending.
function toPattern(hosts: ReadonlySet<string>): RegExp {
  const names = [...hosts].sort().map((host) => {
    const isBlogspot = host.endsWith(".blogspot.com");
    const name = isBlogspot ? host.slice(0, -"com".length) : host;
    // Names in other scripts may be written in them.
    const forms = new Set([name, domainToUnicode(name)].filter((form) => form !== ""));
    return [...forms].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  });
  return new RegExp(`//(?:[^/\\s"'<>()]*[.@])?(?:${names.join("|")})`, "i");
}

/** Tells whether an address is on one of the hosts. */
export function isOnHost(address: string, hosts: ReadonlySet<string> = NONE): boolean {
  const host = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(address)?.[1];
  if (host === undefined) return false;
  return hosts.has(toOldHost(isAscii(host) ? host : domainToASCII(host)));
}

function isAscii(text: string): boolean {
  return !/[^ -~]/.test(text);
}
