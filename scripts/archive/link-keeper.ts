// Leads the links of an import's texts to the records that they meant, those of earlier imports to what this one brings,
// and keeps the account of it.

import { type AttachmentPages, createAddressBook, isOnHost } from "./address-book.ts";
import { createNumberList } from "./compact/number-list.ts";
import { createTextTable } from "./compact/text-table.ts";
import { type CollectedLinks, completeLinks } from "./complete-links.ts";
import { type KnownSource, listSources } from "./find-source.ts";
import { hideAddress, readHidden } from "./hidden-address.ts";
import type { LedgerProblem, LinkAccount } from "./ledger-model.ts";
import { createLinkCounter } from "./link-account.ts";
import { type LinkList, type ReplacedAddress, readLinkList, writeLinkLists } from "./link-list.ts";
import { findLinkedPost, toRecordId } from "./link-path.ts";
import { readOldAddress } from "./old-address.ts";
import type { AddressHooks, AddressPlace } from "./record-texts.ts";
import { createLinkResolver, type LinkResolver } from "./resolve-link.ts";

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

  const hidden = new Set(
    [...lists.values()].flatMap((list) =>
      [...list.values()].flatMap((rows) => rows.flatMap(({ old }) => readHidden(old) ?? [])),
    ),
  );
  const resolver = createLinkResolver(book, media);
  // Records of this import with their links, by file.
  const collected = new Map<string, CollectedLinks>();
  const posts = createPostMarks();
  // Hosts on which the blog lies: that of its address, and those of its posts.
  const homes = new Map<string, string>();
  const lateHosts = new Set<string>();
  const forget = (at: AddressPlace): void => {
    // Nearly every record has none, and to name its file for that takes time.
    if (collected.size === 0 && ownList.size === 0) return;
    collected.delete(`${at.folder}/${at.file}`);
    ownList.delete(`${at.folder}/${at.file}`);
  };
  const hooks: AddressHooks = {
    resolveAddress: resolver.resolve,
    resolveAsBefore: (address, kind, at) =>
      media?.resolveAddress?.(address, kind, at, 0) ??
      findReplaced(earlierList.get(`${at.folder}/${at.file}`) ?? [], address),
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
      posts.setStanding(id, identity !== undefined);
    },
    onPost: (id, draft) => {
      if (id === "") return;
      posts.setMet(id);
      if (draft === undefined) return;
      const { source: brought, source_id, source_url = "", status } = draft;
      // The addresses of what the import brings count from its end on, so that a second run begins as the first one ended.
      book.addLater({ id, source: brought, source_id, source_url, status });
      const address = readOldAddress(source_url);
      if (address === undefined) return;
      homes.set(address.host, "/");
      if (book.hosts.has(address.host)) return;
      book.addHost(source_url);
      lateHosts.add(address.host);
    },
  };

  const finish: LinkKeeper["finish"] = () => {
    const isChanged = book.addKept();
    const home = readOldAddress(source.url ?? "");
    if (home !== undefined) homes.set(home.host, home.path);
    const collisions = book.listCollisions().filter(({ ids }) => ids.some(posts.isMet));
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
      folders: lateHosts.size > 0 || (isChanged && hasOthers) ? posts.list() : isChanged ? posts.listUnmet() : [],
      isMet: posts.isMet,
    });
    writeLinkLists(contentDir, hideAgain(lists, hidden));
    const links = count(collected, resolver, homes);
    return links === undefined ? { notes } : { links, notes };
  };
  return { hooks, finish };
}

function findReplaced(rows: readonly ReplacedAddress[], address: string): string | undefined {
  const plain = rows.find(({ old }) => old === address);
  if (plain !== undefined || !rows.some(({ old }) => readHidden(old) !== undefined)) return plain?.new;
  const hidden = hideAddress(address);
  return rows.find(({ old }) => old === hidden)?.new;
}

/** The source still has the addresses of redacted posts, and the lists are not to get them back. */
function hideAgain(lists: ReadonlyMap<string, LinkList>, hidden: ReadonlySet<string>): ReadonlyMap<string, LinkList> {
  if (hidden.size === 0) return lists;
  const hide = (row: ReplacedAddress): ReplacedAddress => {
    const old = hideAddress(row.old);
    return hidden.has(readHidden(old) ?? "") ? { ...row, old } : row;
  };
  return new Map(
    [...lists].map(([source, list]) => [source, new Map([...list].map(([file, rows]) => [file, rows.map(hide)]))]),
  );
}

/** Which posts stood when the import began, and which of all it has met. */
interface PostMarks {
  readonly setStanding: (id: string, isStanding: boolean) => void;
  readonly setMet: (id: string) => void;
  readonly isMet: (id: string) => boolean;
  /** Returns the ids of all, sorted. */
  readonly list: () => readonly string[];
  /** Returns the ids of those that stood and were not met, sorted. */
  readonly listUnmet: () => readonly string[];
}

function createPostMarks(): PostMarks {
  const [STANDING, MET] = [1, 2];
  const ids = createTextTable();
  const marks = createNumberList();
  const list = (isWanted: (mark: number) => boolean): readonly string[] => {
    const found: string[] = [];
    for (let number = 0; number < ids.size; number++) if (isWanted(marks.get(number))) found.push(ids.get(number));
    return found.sort();
  };
  return {
    setStanding: (id, isStanding) => {
      const number = ids.add(id);
      marks.set(number, isStanding ? marks.get(number) | STANDING : marks.get(number) & ~STANDING);
    },
    setMet: (id) => {
      const number = ids.add(id);
      marks.set(number, marks.get(number) | MET);
    },
    isMet: (id) => (marks.get(ids.find(id)) & MET) !== 0,
    list: () => list((mark) => mark !== 0),
    listUnmet: () => list((mark) => mark === STANDING),
  };
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

function toNote(key: string, ids: readonly string[]): LedgerProblem {
  const what = `is the old address of ${ids.length} records (${ids.join(", ")}), so links to it stay as they were; remove one of them, or correct its source_url`;
  return { level: "warning", item: key, what };
}
