// Decides where on the site the old addresses of each blog are answered: at `/` for those that it takes over, else below `/old/<host>/`.

import type { ArchiveFacts } from "../../archive/facts.ts";
import type { Source } from "../../archive/model.ts";
import { readOldAddress, toOldHost } from "../../archive/old-address.ts";
import { SAMPLE_SOURCE } from "../../archive/sample.ts";
import type { Catalog } from "../catalog.ts";
import type { SiteLocation } from "../location.ts";

/** The part of the site that answers in the place of an old host. */
export interface OldPlace {
  /** Path below the base, with slashes at both ends: `/`, `/old/blog.example.org/`. */
  readonly prefix: string;
  /** Home pages of the blogs that stood there, by path below the prefix, with slashes at both ends. */
  readonly homes: ReadonlyMap<string, readonly Source[]>;
}

/** An old address in its place. */
export interface PlacedAddress {
  readonly prefix: string;
  /** Path below the prefix, encoded, with a slash at its beginning. */
  readonly path: string;
  /** What of its query names a text, with `?`; empty when nothing does. */
  readonly query: string;
  /** Number of WordPress's `?p=12` and `?page_id=12`. */
  readonly number?: string;
}

/** Finds the place of an old address. */
export type PlaceAddress = (address: string, source: string | undefined) => PlacedAddress | undefined;

/** Returns the function that places old addresses; undefined for what is no address of a web page. */
export function createPlacing(archive: ArchiveFacts, location: SiteLocation): PlaceAddress {
  const taken = new Set(archive.settings.takesOver);
  const bases = new Map<string, string>();
  for (const { id, url } of archive.sources) {
    const home = url !== undefined && URL.canParse(url) ? withSlash(new URL(url).pathname) : "/";
    // A blog at /blog/ whose archive stands at /blog/ again: the base path is there already.
    const base = location.basePath ?? "/";
    if (base !== "/" && home.startsWith(base)) bases.set(id, base);
  }
  return (address, source) => {
    // Nobody ever followed a link to an invented blog.
    if (source === SAMPLE_SOURCE || !URL.canParse(address)) return undefined;
    const url = new URL(address);
    const host = toHostFolder(url);
    const old = readOldAddress(address);
    if (host === undefined || old === undefined) return undefined;
    const query = old.query === "" ? "" : `?${encodeURI(old.query)}`;
    const naming = { query, ...(old.number !== undefined && { number: old.number }) };
    if (source === undefined || !taken.has(source)) return { prefix: `/old/${host}/`, path: url.pathname, ...naming };
    const base = bases.get(source) ?? "/";
    const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length - 1) : url.pathname;
    return { prefix: "/", path, ...naming };
  };
}

/** Returns all places at which the site answers old addresses, sorted; empty for an archive that knows none. */
export function listOldPlaces(archive: ArchiveFacts, catalog: Catalog, place: PlaceAddress): readonly OldPlace[] {
  const homes = new Map<string, Map<string, Source[]>>();
  const add = (prefix: string, path: string, source: Source): void => {
    const known = homes.get(prefix) ?? new Map<string, Source[]>();
    homes.set(prefix, known);
    const sources = known.get(path);
    if (sources === undefined) known.set(path, [source]);
    else if (!sources.includes(source)) sources.push(source);
  };
  for (const source of archive.sources) {
    const home = source.url === undefined ? undefined : place(source.url, source.id);
    if (home !== undefined) add(home.prefix, withSlash(home.path), source);
  }
  for (const entry of catalog.entriesByPath.values()) {
    const { source: id = entry.post.source, source_url: address } = entry.text;
    const placed = address === undefined ? undefined : place(address, id);
    if (placed === undefined) continue;
    const source = id === undefined ? undefined : catalog.sourcesById.get(id);
    const known = homes.get(placed.prefix);
    if (known === undefined) homes.set(placed.prefix, new Map());
    // A blog that does not tell its address had its home at the top, as far as anyone knows.
    if (source !== undefined && source.url === undefined) add(placed.prefix, "/", source);
  }
  return [...homes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([prefix, byPath]) => ({ prefix, homes: byPath }));
}

/** Returns the home below which a path lies: the longest that fits, else `/`. */
export function homeOf(path: string, place: OldPlace): string {
  let found = "/";
  for (const home of place.homes.keys()) if (path.startsWith(home) && home.length > found.length) found = home;
  return found;
}

function toHostFolder({ protocol, hostname }: URL): string | undefined {
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  const host = toOldHost(hostname);
  return /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(host) ? host : undefined;
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
