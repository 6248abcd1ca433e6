// Knows which record of the archive each old address leads to. An address that two records claim leads to neither.

import { domainToASCII, domainToUnicode } from "node:url";
import type { KnownSource } from "./find-source.ts";
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

/** Opens an empty book. `sources` tell the addresses of their blogs. */
export function createAddressBook(sources: readonly KnownSource[]): AddressBook {
  const homes = new Map(sources.map((source) => [source.id, source]));
  const claims = new Map<string, string | Set<string>>();
  const keysById = new Map<string, readonly string[]>();
  const idsBySource = new Map<string, string>();
  const remembered = new Map<string, string>();
  const attachments = new Map<string, string>();
  const hosts = new Set<string>();
  let pattern: RegExp | undefined;

  const addHost = (address: OldAddress): void => {
    if (hosts.has(address.host)) return;
    hosts.add(address.host);
    pattern = undefined;
  };
  const claim = (key: string, id: string): void => {
    const owner = claims.get(key);
    if (owner === undefined) claims.set(key, id);
    else if (typeof owner !== "string") owner.add(id);
    else if (owner !== id) claims.set(key, new Set([owner, id]));
  };
  const release = (id: string): void => {
    for (const key of keysById.get(id) ?? []) {
      const owner = claims.get(key);
      if (owner === id) claims.delete(key);
      else if (owner !== undefined && typeof owner !== "string") {
        owner.delete(id);
        if (owner.size === 1) claims.set(key, [...owner][0] as string);
      }
    }
    keysById.delete(id);
  };
  const lookUp = (key: string): AddressTarget | undefined => {
    const owner = claims.get(key);
    if (typeof owner === "string") return { kind: "post", id: owner };
    return owner === undefined ? undefined : { kind: "ambiguous", ids: [...owner].sort() };
  };
  const lookUpAttachment = (key: string): AddressTarget | undefined => {
    const parent = attachments.get(key);
    const id = parent === undefined ? undefined : idsBySource.get(parent);
    return id === undefined ? undefined : { kind: "post", id };
  };

  return {
    hosts,
    add: (post) => {
      const before = keysById.get(post.id) ?? [];
      release(post.id);
      if (post.status !== undefined) return false;
      const address = readOldAddress(post.source_url ?? "");
      const home = post.source === undefined ? undefined : homes.get(post.source);
      if (address !== undefined) addHost(address);
      const keys = listPostKeys(post, address, home);
      for (const key of keys) claim(key, post.id);
      keysById.set(post.id, keys);
      if (post.source !== undefined && post.source_id !== undefined)
        idsBySource.set(`${post.source}\n${post.source_id}`, post.id);
      return keys.some((key) => !before.includes(key));
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
      const address = id === undefined ? undefined : readOldAddress(text);
      if (id !== undefined && address !== undefined) remembered.set(toAddressKey(address), id);
    },
    find: (address) => {
      const found = findRecord(address, lookUp, lookUpAttachment) ?? toRemembered(address, remembered, keysById);
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
      [...claims]
        .flatMap(([key, owner]) =>
          typeof owner === "string" || key.includes("?p=") ? [] : [{ key, ids: [...owner].sort() }],
        )
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
  remembered: ReadonlyMap<string, string>,
  standing: ReadonlyMap<string, unknown>,
): AddressTarget | undefined {
  const id = remembered.get(toAddressKey(address));
  return id === undefined || !standing.has(id) ? undefined : { kind: "post", id };
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
