// Leads the links of an import's texts to the records that they meant, those of earlier imports to what this one brings,
// and keeps the account of it.

import { type AttachmentPages, createAddressBook, isOnHost } from "./address-book.ts";
import { type CollectedLinks, completeLinks } from "./complete-links.ts";
import { type KnownSource, listSources } from "./find-source.ts";
import { createLinkCounter } from "./link-account.ts";
import { type LinkList, readLinkList, writeLinkLists } from "./link-list.ts";
import { findLinkedPost, toRecordId } from "./link-path.ts";
import type { LedgerProblem, LinkAccount, PostDraft } from "./model.ts";
import { readOldAddress } from "./old-address.ts";
import type { AddressHooks, AddressPlace } from "./record-texts.ts";
import { createLinkResolver, type LinkResolver } from "./resolve-link.ts";

/** What of a post tells where it stood. */
type PostPlace = Pick<PostDraft, "source" | "source_id" | "source_url" | "status">;

/** What a keeper needs to know. */
export interface LinkKeeperOptions {
  /** The source that is imported. */
  readonly source: KnownSource;
  readonly isDryRun: boolean;
  /** The blog's pages for single files. */
  readonly attachments?: Iterable<AttachmentPages> | undefined;
  /** Finds images and other files; asked before the records are. */
  readonly media?: Pick<AddressHooks, "resolveAddress" | "mayHoldAddress" | "onTakenAway"> | undefined;
}

/** Keeps the links of one import. */
export interface LinkKeeper {
  /** For the writer. */
  readonly hooks: AddressHooks;
  /**
   * Completes what stands, writes the lists of replaced addresses, and returns the account; to be called once, after the
   * last record. A dry run writes nothing and has no account, and neither has an import without such links.
   */
  readonly finish: () => { readonly links?: LinkAccount; readonly notes: readonly LedgerProblem[] };
}

const MAX_COLLISIONS = 20;

/** Opens the keeper of an import; the writer must be opened with its hooks. */
export function openLinkKeeper(contentDir: string, options: LinkKeeperOptions): LinkKeeper {
  const { source, media, attachments = [], isDryRun } = options;
  const sources = listSources(contentDir);
  const book = createAddressBook([...sources.filter(({ id }) => id !== source.id), source]);
  book.addHost(source.url ?? "");
  for (const page of attachments) book.addAttachment(source.id, page);
  const lists = new Map([...sources, source].map(({ id }) => [id, readLinkList(contentDir, id)]));
  const ownList: LinkList = lists.get(source.id) ?? new Map();
  const earlierList: LinkList = new Map(ownList);
  for (const list of lists.values())
    for (const [file, addresses] of list)
      for (const { old, new: path } of addresses) book.remember(old, findLinkedPost(file, path));

  const resolver = createLinkResolver(book, media);
  // Records of this import with their links, by file.
  const collected = new Map<string, CollectedLinks>();
  const standing = new Set<string>();
  // The addresses of what the import brings count from its end on, so that a second run begins as the first one ended.
  // Of a draft only what tells where it stood: its texts would fill the memory.
  const met = new Map<string, PostPlace | undefined>();
  const lateHosts = new Set<string>();
  const forget = (at: AddressPlace): void => {
    collected.delete(`${at.folder}/${at.file}`);
    ownList.delete(`${at.folder}/${at.file}`);
  };
  const hooks: AddressHooks = {
    resolveAddress: resolver.resolve,
    resolveAsBefore: (address, kind, at) =>
      media?.resolveAddress?.(address, kind, at, 0) ??
      earlierList.get(`${at.folder}/${at.file}`)?.find(({ old }) => old === address)?.new,
    mayHoldAddress: resolver.mayConcern,
    onAddresses: (at, addresses) => {
      forget(at);
      const links = addresses.filter(({ address, kind }) => kind === "link" && isOnHost(address, book.hosts));
      if (links.length === 0) return;
      const file = `${at.folder}/${at.file}`;
      collected.set(file, { at, links });
      for (const { address, newAddress } of links)
        if (newAddress !== undefined) book.remember(address, findLinkedPost(file, newAddress));
    },
    onTakenAway: (at) => {
      forget(at);
      media?.onTakenAway?.(at);
    },
    onStanding: (id, identity) => {
      book.add(identity === undefined ? { id, status: "removed" } : { ...identity, id });
      if (identity === undefined) standing.delete(id);
      else standing.add(id);
    },
    onPost: (id, draft) => {
      if (id === "") return;
      met.set(id, draft === undefined ? undefined : toPlace(draft));
      const address = readOldAddress(draft?.source_url ?? "");
      if (address === undefined || book.hosts.has(address.host)) return;
      book.addHost(draft?.source_url ?? "");
      lateHosts.add(address.host);
    },
  };

  const finish: LinkKeeper["finish"] = () => {
    let isChanged = false;
    for (const [id, draft] of met) {
      if (draft === undefined) continue;
      const { source_id, source_url, status } = draft;
      if (book.add({ id, source: draft.source, source_id, source_url, status })) isChanged = true;
    }
    const collisions = book.listCollisions().filter(({ ids }) => ids.some((id) => met.has(id)));
    const notes = collisions.slice(0, MAX_COLLISIONS).map(({ key, ids }) => toNote(key, ids));
    if (collisions.length > MAX_COLLISIONS) {
      const what = `${collisions.length - MAX_COLLISIONS} more addresses have several records each`;
      notes.push({ level: "warning", item: "old addresses", what });
    }
    if (isDryRun) return { notes };
    const hasOthers = sources.some(({ id }) => id !== source.id);
    completeLinks({
      contentDir,
      resolver,
      collected,
      lists,
      source: source.id,
      earlierList,
      folders: listFolders(standing, met, lateHosts.size > 0 || (isChanged && hasOthers), isChanged),
      isMet: (id) => met.has(id),
    });
    writeLinkLists(contentDir, lists);
    const links = count(collected, resolver, toHomes(source, met));
    return links === undefined ? { notes } : { links, notes };
  };
  return { hooks, finish };
}

function toPlace({ source, source_id, source_url, status }: PostDraft): PostPlace {
  return {
    source,
    source_id,
    ...(source_url !== undefined && { source_url }),
    ...(status !== undefined && { status }),
  };
}

/** The posts whose records must be looked at because somebody else brought them, or this import before it knew its own hosts. */
function listFolders(
  standing: ReadonlySet<string>,
  met: ReadonlyMap<string, unknown>,
  isEvery: boolean,
  isChanged: boolean,
): readonly string[] {
  if (isEvery) return [...new Set([...standing, ...met.keys()])].sort();
  return isChanged ? [...standing].filter((id) => !met.has(id)).sort() : [];
}

function count(
  collected: ReadonlyMap<string, CollectedLinks>,
  resolver: LinkResolver,
  homes: ReadonlyMap<string, string>,
): LinkAccount | undefined {
  const counter = createLinkCounter(homes);
  for (const [file, { links }] of collected)
    for (const { address, newAddress } of links)
      counter.add(toRecordId(file), address, newAddress === undefined ? resolver.explain(address) : "rewritten");
  return counter.finish();
}

/** Where the blog lies: on the host of its address, and on those of its posts. */
function toHomes(source: KnownSource, met: ReadonlyMap<string, PostPlace | undefined>): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const draft of met.values()) {
    const address = readOldAddress(draft?.source_url ?? "");
    if (address !== undefined) homes.set(address.host, "/");
  }
  const home = readOldAddress(source.url ?? "");
  if (home !== undefined) homes.set(home.host, home.path);
  return homes;
}

function toNote(key: string, ids: readonly string[]): LedgerProblem {
  const what = `is the old address of ${ids.length} records (${ids.join(", ")}), so links to it stay as they were; remove one of them, or correct its source_url`;
  return { level: "warning", item: key, what };
}
