// Plans what stands at old addresses: which page leads where, which addresses several texts claim, and what only a map can answer.

import { isOwnName } from "../../archive/alias.ts";
import { toWarning } from "../../archive/found.ts";
import type { Problem, Source } from "../../archive/model.ts";
import { show } from "../../archive/show.ts";
import { foldName } from "../../archive/slug.ts";
import { reportUnknownTakeover } from "../../archive/validate.ts";
import { addressLanguage, mainPath, memberPath } from "../addresses.ts";
import type { Entry } from "../catalog.ts";
import type { Site } from "../site.ts";
import type { Link } from "../view.ts";
import { type AddressMap, createAddressMap, type MapRecord, mapPath } from "./address-map.ts";
import { listOldAttachments } from "./old-attachments.ts";
import { foldersOf, toOldFile } from "./old-file.ts";
import { homeOf, type OldPlace, type PlacedAddress } from "./old-places.ts";

/** Where an old address leads. */
export interface OldTarget extends Link {
  /** BCP 47 code of the label; empty when unknown. */
  readonly lang: string;
  /** The record, for messages. */
  readonly record: string;
}

/** A page at an old address. */
export interface OldPage {
  readonly place: OldPlace;
  /** File below the output folder. */
  readonly file: string;
  /** Path below the base, encoded. */
  readonly path: string;
  /** One, or several where nobody can know which was meant. */
  readonly targets: readonly OldTarget[];
  /** A query after this address may name another text: the page asks the map. */
  readonly hasQueries: boolean;
  /** It was the page about an uploaded file: such pages are many, and come last wherever room is short. */
  readonly isAttachment?: true;
}

/** All that the site has at old addresses. */
export interface OldAddressPlan {
  readonly pages: readonly OldPage[];
  /** By path below the base. */
  readonly maps: ReadonlyMap<string, AddressMap>;
  readonly problems: readonly Problem[];
}

/** One text that claims an old address. */
interface Claim {
  readonly place: OldPlace;
  readonly path: string;
  readonly file: string;
  readonly target: OldTarget;
  hasQueries: boolean;
  readonly isAttachment?: true;
}

/** Plans the old addresses of all shown texts. Files of our own pages are never given away. */
export function planOldAddresses(site: Site, ownFiles: readonly string[]): OldAddressPlan {
  const problems: Problem[] = [...checkTakenSources(site)];
  if (site.oldPlaces.length === 0) return { pages: [], maps: new Map(), problems };
  const claims = new Map<string, Claim[]>();
  const records = new Map<OldPlace, MapRecord[]>();
  const places = new Map(site.oldPlaces.map((place) => [place.prefix, place]));
  for (const entry of site.catalog.entriesByPath.values()) {
    const claimed = claimAddress(site, entry, places);
    if (claimed === undefined) continue;
    const { place, record, claim } = claimed;
    const known = records.get(place);
    if (known === undefined) records.set(place, [record]);
    else known.push(record);
    if (claim !== undefined) add(claims, claim);
  }
  for (const place of site.oldPlaces) for (const claim of claimHomes(site, place)) addHome(claims, claim);
  const homes = new Map([...records].map(([place, known]) => [place, mainHome(place, known)]));
  claimAttachments(site, places, records, claims);
  return {
    pages: settle(claims, site, ownFiles, problems),
    maps: new Map(
      [...records].map(([place, known]) => [mapPath(place.prefix), createAddressMap(known, homes.get(place) ?? "/")]),
    ),
    problems,
  };
}

/** Adds what pages about uploaded files were called, where no text is. */
function claimAttachments(
  site: Site,
  places: ReadonlyMap<string, OldPlace>,
  records: Map<OldPlace, MapRecord[]>,
  claims: Map<string, Claim[]>,
): void {
  const takenFiles = new Set([...claims.keys()].map(foldName));
  const takenNumbers = new Set<string>();
  const toKey = (place: OldPlace, { home, number }: MapRecord): string => `${place.prefix} ${home} ${number}`;
  for (const [place, known] of records) for (const record of known) takenNumbers.add(toKey(place, record));
  for (const attachment of listOldAttachments(site)) {
    const { source, number, page, target, label, lang, record } = attachment;
    // A page on a host where the archive knows no text has no place; its number has.
    const [placed, place] = placeFirst(site, places, [page, source.url, attachment.parentAddress], source.id) ?? [];
    if (placed === undefined || place === undefined) continue;
    const isPage = page !== "" && placed.number === undefined && placed.address === page;
    const home = homeOf(placed.path, place);
    const old = isPage && placed.query === "" ? toOldFile(placed.path) : undefined;
    const file = place.prefix.slice(1) + (old?.file ?? "");
    // No page of a text moves for that of a file below it: `slug.html/photo/`.
    const isFree = old !== undefined && ![file, ...foldersOf(file)].some((name) => takenFiles.has(foldName(name)));
    // What lay below the text that it leads to is found there without being listed.
    const parentPath = attachment.parentAddress && site.placeOldAddress(attachment.parentAddress, source.id)?.path;
    const isFound = parentPath !== undefined && placed.path.startsWith(`${parentPath.replace(/\/$/, "")}/`);
    const numbered: MapRecord = { target, home, number, paths: [] };
    const { number: _taken, ...unnumbered } = numbered;
    const known = records.get(place) ?? [];
    records.set(place, known);
    known.push({
      ...(takenNumbers.has(toKey(place, numbered)) ? unnumbered : numbered),
      paths: isPage && placed.query === "" && (old === undefined || isFree) && !isFound ? [placed.path] : [],
    });
    if (!isFree || old === undefined) continue;
    const path = place.prefix.slice(0, -1) + old.path;
    const oldTarget = { label, path: target, lang, record };
    add(claims, { place, path, file, target: oldTarget, hasQueries: false, isAttachment: true });
  }
}

function placeFirst(
  site: Site,
  places: ReadonlyMap<string, OldPlace>,
  addresses: readonly (string | undefined)[],
  source: string,
): readonly [placed: PlacedAddress & { readonly address: string }, place: OldPlace] | undefined {
  for (const address of addresses) {
    const placed = address === undefined ? undefined : site.placeOldAddress(address, source);
    const place = placed === undefined ? undefined : places.get(placed.prefix);
    if (address !== undefined && placed !== undefined && place !== undefined) return [{ ...placed, address }, place];
  }
  return undefined;
}

function claimAddress(
  site: Site,
  entry: Entry,
  places: ReadonlyMap<string, OldPlace>,
): { readonly place: OldPlace; readonly record: MapRecord; readonly claim?: Claim } | undefined {
  const { text, post } = entry;
  const { source: id = post.source, source_url: address } = text;
  const source = id === undefined ? undefined : site.catalog.sourcesById.get(id);
  const placed = site.placeOldAddress(address ?? source?.url ?? "", id);
  const place = placed === undefined ? undefined : places.get(placed.prefix);
  if (placed === undefined || place === undefined) return undefined;
  const home = homeOf(placed.path, place);
  const { query } = placed;
  const number = placed.number ?? (text === post || text.source_id ? numberOf(text.source_id, source) : undefined);
  const hasPath = address !== undefined && placed.number === undefined;
  const record: MapRecord = {
    target: entry.path,
    home,
    ...(number !== undefined && { number }),
    paths: hasPath ? [placed.path + query] : [],
  };
  if (number === undefined && !hasPath) return undefined;
  const old = hasPath ? toOldFile(placed.path) : undefined;
  if (old === undefined) return { place, record };
  const at = { place, file: place.prefix.slice(1) + old.file, path: place.prefix.slice(0, -1) + old.path };
  // Texts that only a query told apart share a page, which asks the map.
  if (query !== "") return { place, record, claim: { ...at, target: placeTarget(site, source), hasQueries: true } };
  const label = text.title ?? entry.path;
  const target = { label, path: entry.path, lang: text.title === undefined ? "" : entry.lang, record: text.file };
  return { place, record, claim: { ...at, target, hasQueries: false } };
}

/** WordPress answers `?p=` and `?page_id=` with its own number; other platforms have no such address. */
function numberOf(id: string | undefined, source: Source | undefined): string | undefined {
  const isWordPress = source?.platform === "wordpress" || source?.platform === "page";
  return isWordPress && id !== undefined && /^\d{1,15}$/.test(id) ? id : undefined;
}

function claimHomes(site: Site, place: OldPlace): readonly Claim[] {
  const homes =
    place.homes.size > 0 || place.prefix === "/" ? place.homes : new Map<string, readonly Source[]>([["/", []]]);
  return [...homes].flatMap(([path, sources]) => {
    const old = toOldFile(path);
    // The chooser at the top of the site asks the map itself.
    if (old === undefined || (place.prefix === "/" && path === "/")) return [];
    const at = { place, file: place.prefix.slice(1) + old.file, path: place.prefix.slice(0, -1) + old.path };
    const targets = sources.length === 0 ? [placeTarget(site)] : sources.map((source) => placeTarget(site, source));
    return targets.map((target) => ({ ...at, target, hasQueries: true }));
  });
}

/** Returns what stands for a blog as a whole: the page of the source, else the archive's own home. */
function placeTarget(site: Site, source?: Source): OldTarget {
  const language = addressLanguage(source?.lang, site.archive.settings.language);
  if (source === undefined) {
    const label = site.archive.settings.title[language] ?? "Ordskifte";
    return { label, path: mainPath(language, "home"), lang: language, record: "site.json" };
  }
  const path = memberPath(language, "sources", source.id);
  return { label: source.title ?? source.id, path, lang: source.lang ?? "", record: source.file };
}

function isText({ record }: OldTarget): boolean {
  return record !== "site.json" && !record.startsWith("sources/");
}

function add(claims: Map<string, Claim[]>, claim: Claim): void {
  const known = claims.get(claim.file);
  if (known === undefined) claims.set(claim.file, [claim]);
  else if (!known.some(({ target }) => target.path === claim.target.path)) known.push(claim);
}

/** A post at the blog's home (a static front page) keeps it; its numbers are asked for there all the same. */
function addHome(claims: Map<string, Claim[]>, claim: Claim): void {
  const known = claims.get(claim.file)?.[0];
  if (known === undefined || !isText(known.target)) add(claims, claim);
  else known.hasQueries = true;
}

/** Gives each file to whoever claims it, and tells where two do. */
function settle(
  claims: ReadonlyMap<string, readonly Claim[]>,
  site: Site,
  ownFiles: readonly string[],
  problems: Problem[],
): readonly OldPage[] {
  const own = new Map(ownFiles.map((file) => [foldName(file), file]));
  const folders = new Set([...claims.keys(), ...ownFiles].flatMap((file) => foldersOf(foldName(file))));
  // Beside a text's page lie its images, whatever they are called.
  const texts = new Set([...site.catalog.entriesByPath.keys()].map((path) => decodeURIComponent(path).slice(1, -1)));
  const written = new Set<string>();
  const pages: OldPage[] = [];
  for (const [file, claimants] of [...claims].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const first = claimants[0] as Claim;
    const isOwn = (name: string): boolean => own.has(foldName(name));
    const isAttachment = first.isAttachment === true;
    // `slug.html` is a page, and pages lay below `slug.html/`: then it is a folder with an index.
    const actual = folders.has(foldName(file)) ? `${file}/index.html` : file;
    const names = actual.split("/");
    const isReserved =
      first.place.prefix === "/" &&
      (isOwnName(names) || names[0] === "old" || foldersOf(actual).some((name) => texts.has(name)));
    if (isReserved || isOwn(actual) || foldersOf(actual).some(isOwn)) {
      if (!isAttachment) problems.push(reportOwn(first));
      continue;
    }
    if (claimants.filter(({ target }) => isText(target)).length > 1) problems.push(reportCollision(claimants));
    // On some file systems the second would replace the first; the map knows both.
    if (written.has(foldName(actual))) continue;
    written.add(foldName(actual));
    pages.push({
      place: first.place,
      file: actual,
      path: first.path,
      targets: claimants.map(({ target }) => target),
      hasQueries: claimants.some(({ hasQueries }) => hasQueries),
      ...(isAttachment && { isAttachment }),
    });
  }
  return pages;
}

function reportOwn({ path, target }: Claim): Problem {
  return { ...toWarning("source_url", "old-address-own", { found: show(path) }), file: target.record };
}

function reportCollision(claimants: readonly Claim[]): Problem {
  const [first, ...others] = claimants as readonly [Claim, ...Claim[]];
  const values = { found: show(first.path), others: others.map(({ target }) => show(target.record)).join(", ") };
  return { ...toWarning("source_url", "old-address-taken", values), file: first.target.record };
}

function* checkTakenSources(site: Site): Generator<Problem> {
  const ids = site.archive.sources.map(({ id }) => id);
  for (const id of site.archive.settings.takesOver) {
    if (ids.includes(id)) continue;
    yield { ...reportUnknownTakeover(id, ids), file: "site.json" };
  }
}

/** The home that most numbers belong to: theirs are written without it. */
function mainHome(place: OldPlace, records: readonly MapRecord[]): string {
  const counts = new Map<string, number>();
  for (const { home } of records) counts.set(home, (counts.get(home) ?? 0) + 1);
  const [most] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return most?.[0] ?? place.homes.keys().next().value ?? "/";
}
