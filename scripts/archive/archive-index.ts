// Knows where the records of an archive lie, by source and id there, while an import writes; holds no texts.

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createNumberList } from "./compact/number-list.ts";
import { createTextTable } from "./compact/text-table.ts";
import { listFolder, MEDIA_JOURNAL_END, REDACTION_JOURNAL, TEMPORARY_SUFFIX } from "./folder-listing.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { Problem } from "./model.ts";
import { toPostFolder } from "./read-archive.ts";
import { foldName } from "./slug.ts";

/** Keys that tell what a file is, also when the rest of it is broken. */
export interface Identity {
  readonly id?: string;
  readonly source?: string;
  readonly source_id?: string;
  readonly source_url?: string;
  readonly title?: string;
  readonly lang?: string;
  readonly date?: string;
  readonly status?: string;
  readonly translation_of?: string;
}

const IDENTITY_KEYS = [
  "id",
  "source",
  "source_id",
  "source_url",
  "title",
  "lang",
  "date",
  "status",
  "translation_of",
] as const;

/** Where the posts and pages of an archive lie. */
export interface ArchiveIndex {
  /** Ids of all posts and pages. */
  readonly ids: Iterable<string> & { readonly size: number; readonly has: (id: string) => boolean };
  /** Returns the ids of the posts that a source knows by one id; mostly one, sorted. */
  readonly find: (source: string, sourceId: string) => readonly string[];
  /** Returns how many posts and pages are a source's, among those that stood when the index was opened. */
  readonly count: (source: string) => number;
  readonly add: (id: string, source: string | undefined, sourceId: string | undefined) => void;
  readonly remove: (id: string, source: string | undefined, sourceId: string | undefined) => void;
  /** Tells whether a folder or anything else of that folded name lies in `posts/<year>` or `pages`. */
  readonly isTaken: (parent: string, foldedName: string) => boolean;
  /** Notes that the import has written or met a post. */
  readonly claim: (id: string) => void;
  readonly isClaimed: (id: string) => boolean;
}

// What is remembered of an id.
const STANDS = 1;
const CLAIMED = 2;

/**
 * Reads the identities of all posts and pages. What an interrupted import left behind is removed, unless it is a dry run.
 * `onChange` is told of each that stands, and without an identity of each that is removed later.
 */
export function openArchiveIndex(
  contentDir: string,
  isDryRun: boolean,
  onChange: (id: string, identity: Identity | undefined) => void = () => {},
): ArchiveIndex {
  const ids = createTextTable();
  const marks = createNumberList();
  let size = 0;
  const setMark = (id: string, mark: number): void => {
    const number = ids.add(id);
    if (mark === STANDS && (marks.get(number) & STANDS) === 0) size += 1;
    marks.set(number, marks.get(number) | mark);
  };
  const hasMark = (id: string, mark: number): boolean => {
    const number = ids.find(id);
    return number >= 0 && (marks.get(number) & mark) !== 0;
  };
  const keys = createTextTable();
  // One more than the number of a key's id; of the few keys that several ids have, they stand in the map.
  const idsByKey = createNumberList();
  const severalByKey = new Map<number, readonly string[]>();
  const setIds = (key: string, known: readonly string[]): void => {
    const number = keys.add(key);
    const [only] = known;
    severalByKey.delete(number);
    if (known.length > 1) severalByKey.set(number, known);
    else idsByKey.set(number, only === undefined ? 0 : ids.add(only) + 1);
  };
  const findIds = (key: string): readonly string[] => {
    const number = keys.find(key);
    if (number < 0) return [];
    const id = idsByKey.get(number);
    return severalByKey.get(number) ?? (id === 0 ? [] : [ids.get(id - 1)]);
  };
  // Names that are not just those of posts: of files, and in a form of their own.
  const otherNames = new Map<string, Set<string>>();
  const takeOther = (parent: string, name: string): void => {
    const others = otherNames.get(parent) ?? new Set();
    otherNames.set(parent, others.add(foldName(name)));
  };
  const countsBySource = new Map<string | undefined, number>();
  const index: ArchiveIndex = {
    ids: {
      get size() {
        return size;
      },
      has: (id) => hasMark(id, STANDS),
      *[Symbol.iterator]() {
        for (let number = 0; number < ids.size; number++) if (marks.get(number) & STANDS) yield ids.get(number);
      },
    },
    count: (source) => countsBySource.get(source) ?? 0,
    find: (source, sourceId) => findIds(toKey(source, sourceId)),
    add: (id, source, sourceId) => {
      setMark(id, STANDS);
      const [parent, name] = splitId(id);
      if (foldName(name) !== name) takeOther(parent, name);
      if (source === undefined || sourceId === undefined) return;
      const key = toKey(source, sourceId);
      setIds(key, [...new Set([...findIds(key), id])].sort());
    },
    remove: (id, source, sourceId) => {
      const number = ids.find(id);
      if (index.ids.has(id)) {
        marks.set(number, marks.get(number) & ~STANDS);
        size -= 1;
      }
      onChange(id, undefined);
      const [parent, name] = splitId(id);
      otherNames.get(parent)?.delete(foldName(name));
      if (source === undefined || sourceId === undefined) return;
      const key = toKey(source, sourceId);
      setIds(
        key,
        findIds(key).filter((other) => other !== id),
      );
    },
    isTaken: (parent, foldedName) =>
      index.ids.has(joinId(parent, foldedName)) || (otherNames.get(parent)?.has(foldedName) ?? false),
    claim: (id) => setMark(id, CLAIMED),
    isClaimed: (id) => hasMark(id, CLAIMED),
  };
  const ignored: Problem[] = [];
  if (!isDryRun) {
    // A journal stays until what it is of is done to the end, whatever comes in between.
    removeTemporary(contentDir, (name) => name === REDACTION_JOURNAL);
    removeTemporary(`${contentDir}/sources`, (name) => name.endsWith(MEDIA_JOURNAL_END));
  }
  for (const parent of listParents(contentDir, ignored)) {
    if (!isDryRun) removeTemporary(`${contentDir}/${parent}`);
    const { folders } = listFolder(contentDir, parent, ignored);
    // A file or a link keeps a name from folders, too.
    const posts = new Set(folders);
    for (const name of listNames(`${contentDir}/${parent}`)) if (!posts.has(name)) takeOther(parent, name);
    for (const name of folders) {
      const id = joinId(parent, name);
      const identity = readIdentity(`${contentDir}/${toPostFolder(id)}/index.md`) ?? {};
      const { source, source_id } = identity;
      index.add(id, source, source_id);
      onChange(id, identity);
      countsBySource.set(source, (countsBySource.get(source) ?? 0) + 1);
    }
  }
  return index;
}

/**
 * Reads what a file says it is; undefined when there is no such file. Broken front matter is searched line by line.
 * @throws when it is there and cannot be read: an import would bring its record a second time
 */
export function readIdentity(path: string): Identity | undefined {
  try {
    return toIdentity(readFileSync(path, "utf8"));
  } catch (error) {
    // A folder of that name holds no record.
    if (isMissing(error) || (error instanceof Error && "code" in error && error.code === "EISDIR")) return undefined;
    throw error;
  }
}

/** Finds out what a text says it is. */
export function toIdentity(text: string): Identity {
  const { fields, errors } = parseFrontMatter(text);
  const identity: Record<string, string> = {};
  for (const key of IDENTITY_KEYS) {
    const value = errors.length === 0 ? fields.get(key) : findValue(text, key);
    if (typeof value === "string" || typeof value === "number") identity[key] = String(value);
  }
  return identity;
}

/** Removes temporary files and folders that an interrupted import left in a folder; returns the names of what else lies there. */
export function removeTemporary(folder: string, isKept = (_name: string): boolean => false): readonly string[] {
  return listNames(folder).filter((name) => {
    const isLeft = name.startsWith(".") && name.endsWith(TEMPORARY_SUFFIX) && !isKept(name);
    if (isLeft) rmSync(`${folder}/${name}`, { recursive: true, force: true });
    return !isLeft;
  });
}

/** Returns all names in a folder; none where it is missing. @throws when it is there and cannot be read */
export function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function listParents(contentDir: string, problems: Problem[]): readonly string[] {
  const years = listFolder(contentDir, "posts", problems).folders;
  return [...years.map((year) => `posts/${year}`), "pages"];
}

// A plain file may have the name of a folder: it is none.
function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function splitId(id: string): readonly [parent: string, name: string] {
  const slash = id.indexOf("/");
  const parent = id.slice(0, slash);
  return [parent === "pages" ? parent : `posts/${parent}`, id.slice(slash + 1)];
}

function joinId(parent: string, name: string): string {
  return `${parent === "pages" ? parent : parent.slice("posts/".length)}/${name}`;
}

function toKey(source: string, sourceId: string): string {
  return `${source}\n${sourceId}`;
}

function findValue(text: string, key: string): string | undefined {
  const line = new RegExp(`^${key}:[ \\t]*(.*)$`, "m").exec(text)?.[1]?.trim();
  return line?.replace(/^(["'])(.*)\1$/, "$2");
}
